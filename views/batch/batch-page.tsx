import { equation } from '../../src/pipeline/batch/equation.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { whatToDo } from '../../src/pipeline/what-to-do.ts';
import { ownLacks } from '../../src/pipeline/gates.ts';
import { STAGES } from '../../src/pipeline/stages.ts';
import { paths } from '../../src/paths.ts';
import { Card, Empty } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { type Filter, People } from './people.tsx';
import type { ToldLine } from '../../src/pipeline/batch/change.ts';
import { History } from './history.tsx';
import { Rail } from './rail.tsx';
import { TodoList } from './todo-list.tsx';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import type { TodoKind } from '../../src/pipeline/todo.ts';
import { EquationBar } from './equation-bar.tsx';
import { countsOf } from '../../src/pipeline/batch/counts.ts';

export type BatchView = {
  s: Snapshot;
  employer: string;
  escorts: string[];
  /** The people this viewer may see: all, or those of the officer's village. */
  people: Placement[];
  villageOf: (workerId: string) => string;
  filter: Filter;
  lines: ToldLine[];
  mayWrite: boolean;
  seesHealth: boolean;
};

function stageHrefs(s: Snapshot) {
  return {
    demand: paths.order(s.order.id),
    recruitment: paths.recruitment(s.id),
    health: paths.healthPage(s.id),
    documents: paths.documents(s.id),
    travel: paths.travel(s.id),
    followUp: paths.followUp(s.id),
  };
}

/** What tells of somebody's health, if only that something is to be repeated. */
const OF_HEALTH: ReadonlySet<TodoKind> = new Set([
  'recheck',
  'barred',
  'repeat_medical',
  'not_fit_today',
]);

/** What a batch is, who goes with it, and when. */
function BatchHead({ s, ...view }: BatchView & { s: BatchView['s'] }) {
  const { t, day } = useReader();
  return (
    <section>
      <h1>
        {t.batch.title(
          view.employer,
          t.codes.trade[s.order.trade],
          s.headcount || s.order.headcount,
        )}
      </h1>
      <p class="sub">
        {[
          s.status === 'open' ? t.batch.departs(day(s.departsOn)) : t.codes.batchStatus[s.status],
          view.escorts.length > 0 ? t.batch.escortedBy(view.escorts.join(t.nameComma)) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </section>
  );
}

/** The living part of the batch page, polled while others work on the batch. */
export function Board(view: BatchView) {
  const { s } = view;
  const { t, now } = useReader();
  const lacking = Object.fromEntries(STAGES.map((stage) => [stage, ownLacks(s, stage)]));
  const visible = new Set(view.people.map((p) => p.id));
  // Names only of people this viewer may see, and nothing that tells of a conclusion to whoever may
  // not know it.
  const todos = whatToDo(s, now).filter(
    (todo) =>
      (todo.placementId === null || visible.has(todo.placementId)) &&
      (!OF_HEALTH.has(todo.kind) || view.seesHealth),
  );
  const counts = countsOf(s);
  return (
    <>
      <BatchHead {...view} />
      <Rail stage={s.stage} ended={s.status === 'closed'} lacking={lacking} hrefs={stageHrefs(s)} />
      <Card title={s.headcount > 0 ? t.batch.allAccounted(s.headcount) : t.batch.notConfirmed}>
        {s.headcount > 0 ? (
          <EquationBar e={equation(s)} ready={counts.ready} />
        ) : (
          <Empty>{t.batch.waitForEmployer}</Empty>
        )}
        {s.unfilledAccepted > 0 && s.unfilledReason && (
          <p class="sub">{t.batch.unfilledBecause(s.unfilledReason)}</p>
        )}
      </Card>
      <Card title={t.batch.now}>
        {todos.length > 0 ? (
          <TodoList
            todos={todos.slice(0, 8)}
            batchId={s.id}
            orderId={s.order.id}
            mayWrite={view.mayWrite}
          />
        ) : (
          <Empty>{s.status === 'open' ? t.batch.nothingNow : t.batch.ended}</Empty>
        )}
      </Card>
      <People
        s={s}
        filter={view.filter}
        people={view.people}
        villageOf={view.villageOf}
        seesHealth={view.seesHealth}
      />
    </>
  );
}

/** The batch page: rail, equation, what to do now, people, history. It is the product. */
export function BatchBody(view: BatchView) {
  const { s } = view;
  const { t } = useReader();
  const nameOf = (id: string) => view.people.find((p) => p.id === id)?.name ?? t.somebody;
  return (
    <>
      <div
        class="board"
        id="board"
        hx-get={`${paths.board(s.id)}?show=${view.filter}`}
        hx-trigger={s.status === 'open' ? 'every 15s' : undefined}
        hx-swap="innerHTML"
      >
        <Board {...view} />
      </div>
      <Card title={t.batch.history}>
        <History lines={view.lines} nameOf={nameOf} seesHealth={view.seesHealth} />
        <a class="btn wide" href={paths.history(s.id)}>
          {t.batch.wholeHistory}
        </a>
        <a class="btn wide" href={paths.costs(s.id)}>
          {t.costs.title}
        </a>
      </Card>
      {view.mayWrite && s.status === 'open' && (
        <details class="card">
          <summary>{t.batch.otherSteps}</summary>
          <BatchEnds s={s} />
        </details>
      )}
    </>
  );
}

function BatchEnds({ s }: { s: Snapshot }) {
  const { t } = useReader();
  return (
    <>
      <a class="btn wide" href={paths.roster(s.id)}>
        {t.travel.printRoster}
      </a>
      {s.departedAt === null && (
        <a class="btn wide" href={paths.cancellation(s.id)}>
          {t.batch.cancel}
        </a>
      )}
    </>
  );
}
