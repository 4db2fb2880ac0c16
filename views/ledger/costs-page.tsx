import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { equation } from '../../src/pipeline/batch/equation.ts';
import {
  type Bearer,
  BEARERS,
  type BudgetLine,
  BUDGET_LINES,
  type Origin,
  perPerson,
  type Sum,
  totalOf,
} from '../../src/pipeline/ledger/budget.ts';
import { paths } from '../../src/paths.ts';
import { Choice, Field, FormKey, options, type Typed } from '../components/form.tsx';
import { Card, Empty, Facts } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Action } from '../components/action.tsx';

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

/** What is planned and spent by line of the budget and who bears it: on the page and on paper. */
export function Sums({ sums, people }: { sums: Sum[]; people: number }) {
  const { t, money } = useReader();
  const w = t.costs;
  const shown = sums.filter(({ plannedFen, spentFen }) => plannedFen !== 0 || spentFen !== 0);
  if (shown.length === 0) return <Empty>{w.none}</Empty>;
  const total = totalOf(shown);
  return (
    <>
      <section class="scroll" tabindex={0} aria-label={w.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.line}</th>
              <th scope="col">{w.bearer}</th>
              <th scope="col" class="amount">
                {w.planned}
              </th>
              <th scope="col" class="amount">
                {w.spent}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ line, bearer, plannedFen, spentFen }) => (
              <tr>
                <td>{t.codes.budgetLine[line]}</td>
                <td>{t.codes.bearer[bearer]}</td>
                <td class="amount">{money(plannedFen)}</td>
                <td class="amount">{money(spentFen)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colspan={2}>
                {w.total}
              </th>
              <td class="amount">{money(total.plannedFen)}</td>
              <td class="amount">{money(total.spentFen)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
      {people > 0 && (
        <Facts rows={[[w.perPerson(people), money(perPerson(total.spentFen, people))]]} />
      )}
    </>
  );
}

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
