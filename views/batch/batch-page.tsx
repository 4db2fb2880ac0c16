import { equation, openPlaces } from '../../src/pipeline/batch/equation.ts';
import { passesFor } from '../../src/pipeline/health/restriction.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { awaitedOf, inShort, stepsOf, toDo } from '../../src/pipeline/what-to-do.ts';
import { gateHolds, ownLacks } from '../../src/pipeline/gates.ts';
import { STAGES } from '../../src/pipeline/stages.ts';
import { paths } from '../../src/paths.ts';
import { Card, Empty } from '../components/parts.tsx';
import { type Reader, useReader } from '../i18n/reader.ts';
import { useWhen } from './when.ts';
import { WaitList } from './wait-list.tsx';
import { place } from './todo-place.ts';
import { type Filter, People } from './people.tsx';
import type { ToldLine } from '../../src/pipeline/batch/change.ts';
import { History } from './history.tsx';
import { Rail } from './rail.tsx';
import { TodoList } from './todo-list.tsx';
import { isSelected, type Placement } from '../../src/pipeline/batch/placement.ts';
import { OF_HEALTH } from '../../src/pipeline/todo.ts';
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

/** What a batch is, who goes with it, and when. */
function BatchHead({ s, ...view }: BatchView & { s: BatchView['s'] }) {
  const { t } = useReader();
  const when = useWhen();
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
          s.status === 'open' ? when(s) : t.codes.batchStatus[s.status],
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
  const steps = stepsOf(s).filter(
    (step) =>
      (step.placementId === null || visible.has(step.placementId)) &&
      (!OF_HEALTH.has(step.kind) || view.seesHealth),
  );
  const todos = toDo(steps, now);
  const waits = inShort(awaitedOf(steps, now));
  const counts = countsOf(s);
  return (
    <>
      <BatchHead {...view} />
      <Rail stage={s.stage} ended={s.status === 'closed'} lacking={lacking} hrefs={stageHrefs(s)} />
      <Card title={useCountTitle(s)}>
        {s.headcount > 0 ? (
          <EquationBar
            e={equation(s)}
            ready={counts.ready}
            passed={view.seesHealth ? passed(s) : 0}
          />
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
          <Empty>{nothingToDo(view.s, t)}</Empty>
        )}
        {waits.length > 0 && (
          <>
            <h3>{t.batch.waits}</h3>
            <WaitList steps={waits.slice(0, WAITS)} to={(step) => place(step, s.id, s.order.id)} />
          </>
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

const WAITS = 4;

/** Why nothing is to be done: it has ended, it goes on by itself, or it is somebody else's turn. */
function nothingToDo(s: Snapshot, t: Reader['t']): string {
  if (s.status !== 'open') return t.batch.ended;
  return gateHolds(s, s.stage) ? t.batch.movesOn : t.batch.waitsOnly;
}

/** Nobody is missing only where every place has somebody in it. */
function useCountTitle(s: Snapshot): string {
  const { t } = useReader();
  if (s.headcount === 0) return t.batch.notConfirmed;
  const open = s.departedAt === null ? openPlaces(s) : 0;
  return open > 0 ? t.batch.stillOpen(s.headcount, open) : t.batch.allAccounted(s.headcount);
}

/** How many of those who wait may do this work, whatever papers they still lack. */
function passed(s: Snapshot): number {
  return s.placements.filter(
    (p) => isSelected(p) && p.travel === 'expected' && passesFor(s.order.trade, p),
  ).length;
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
