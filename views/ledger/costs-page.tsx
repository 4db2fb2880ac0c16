import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { equation } from '../../src/pipeline/batch/equation.ts';
import {
  type Bearer,
  BEARERS,
  type BudgetLine,
  BUDGET_LINES,
  type Origin,
  type Sum,
} from '../../src/pipeline/ledger/budget.ts';
import { paths } from '../../src/paths.ts';
import { Field, FormKey, type Typed } from '../components/form.tsx';
import { Card, Empty } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Action } from '../components/action.tsx';
import { Sums } from './sums.tsx';
import { Choice, options } from '../components/choice.tsx';

type Entry = {
  id: string;
  line: BudgetLine;
  kind: 'planned' | 'spent';
  bearer: Bearer;
  amountFen: number;
  origin: Origin;
  originId: string;
  receipt: string;
  note: string;
  at: number;
};

type Props = {
  s: Snapshot;
  sums: Sum[];
  entries: Entry[];
  /** Struck ones too: what they were to cost stands in the books. */
  legs: {
    id: string;
    fromPlace: string;
    toPlace: string;
    vehicle: string;
    removedAt: number | null;
  }[];
  mayWrite: boolean;
  /** Notes may name people of any village. */
  seesNotes: boolean;
  typed: Typed;
};

function AddCost({
  mayWrite,
  typed,
  s,
  planned,
  wayOf,
}: Pick<Props, 'mayWrite' | 'typed' | 's'> & {
  planned: {
    id: string;
    fromPlace: string;
    toPlace: string;
    vehicle: string;
    removedAt: number | null;
  }[];
  wayOf: ({ fromPlace, toPlace, vehicle }: Props['legs'][number]) => string;
}) {
  const { t } = useReader();
  const w = t.costs;
  if (!mayWrite) return null;
  return (
    <details class="card" open={Object.keys(typed.errors).length > 0}>
      <summary>{w.add}</summary>
      <form method="post" action={paths.costs(s.id)}>
        <FormKey />
        <Choice
          name="line"
          label={w.line}
          typed={typed}
          options={options(t.codes.budgetLine, BUDGET_LINES)}
          value="escort"
        />
        <Field name="amount" label={w.amount} typed={typed} inputmode="decimal" />
        <Choice
          name="bearer"
          label={w.bearer}
          typed={typed}
          options={options(t.codes.bearer, BEARERS)}
        />
        {planned.length > 0 && (
          <Choice
            name="legId"
            label={t.travel.incident.leg}
            typed={typed}
            options={planned.map((leg) => [leg.id, wayOf(leg)] as const)}
            empty={t.travel.incident.noLeg}
          />
        )}
        <Field name="receipt" label={w.receipt} typed={typed} required={false} autocomplete="off" />
        <Field name="note" label={w.note} typed={typed} required={false} autocomplete="off" />
        <button class="btn primary wide">{t.save}</button>
      </form>
    </details>
  );
}

/** The costs of a batch: sums, what they are made of, and the form for something that was paid. */
export function CostsBody({ s, sums, entries, legs, mayWrite, seesNotes, typed }: Props) {
  const { t, money, time } = useReader();
  const w = t.costs;
  const wayOf = ({ fromPlace, toPlace, vehicle }: Props['legs'][number]) =>
    `${t.travel.legLine(fromPlace, toPlace)} ${vehicle}`;
  const originOf = ({ origin, originId }: Entry): string => {
    const leg = legs.find(({ id }) => id === originId);
    return leg ? wayOf(leg) : t.codes.costOrigin[origin];
  };
  const planned = legs.filter(({ removedAt }) => removedAt === null);
  const isReversed = (id: string) => entries.some((each) => each.id === `${id}:reversal`);
  return (
    <>
      <section>
        <h1>{w.title}</h1>
        <p class="sub">{w.why}</p>
      </section>
      <Card title={w.sums}>
        <Sums sums={sums} people={equation(s).boarded} />
      </Card>
      <AddCost mayWrite={mayWrite} typed={typed} s={s} planned={planned} wayOf={wayOf} />
      <Card title={w.entries}>
        {entries.length === 0 && <Empty>{w.none}</Empty>}
        <ul class="lines">
          {entries.map((each) => (
            <li>
              <b>{money(each.amountFen)}</b>{' '}
              {[
                each.kind === 'planned' ? w.planned : w.spent,
                t.codes.budgetLine[each.line],
                t.codes.bearer[each.bearer],
                originOf(each),
                seesNotes && each.receipt && w.receiptNo(each.receipt),
                seesNotes && each.note,
              ]
                .filter(Boolean)
                .join(' · ')}{' '}
              <time>{time(each.at)}</time>
              {mayWrite && each.kind === 'spent' && each.amountFen > 0 && !isReversed(each.id) && (
                <Action to={paths.costReversal(s.id, each.id)} label={w.reverse} look="quiet" />
              )}
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
