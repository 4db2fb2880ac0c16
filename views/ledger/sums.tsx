import { perPerson, type Sum, totalOf } from '../../src/pipeline/ledger/budget.ts';
import { Empty, Facts } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

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
