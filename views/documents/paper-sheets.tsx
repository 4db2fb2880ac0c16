import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { Card, Empty } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { paperHolds } from '../../src/pipeline/readiness.ts';

type Props = { s: Snapshot; employer: string; people: Person[] };
type Person = { name: string; phone: string; village: string; p: Placement };

/** One sheet a village: a line a person, a box a paper; what is there already is ticked. */
export function PaperSheets({ s, employer, people }: Props) {
  const { t, day } = useReader();
  const w = t.documents;
  if (people.length === 0)
    return (
      <Card>
        <Empty>{w.nobody}</Empty>
      </Card>
    );
  const villages = Map.groupBy(people, ({ village }) => village);
  return (
    <article class="paper stack">
      <button type="button" class="btn wide no-print" data-print hidden>
        {t.print}
      </button>
      {[...villages].map(([village, own]) => (
        <section class="card sheet">
          <h2>{w.sheetTitle(village, t.batch.code(s.code))}</h2>
          <p class="sub">{`${employer} · ${w.sheetSub(own.length, day(s.departsOn))}`}</p>
          <section class="grid" tabindex={0} aria-label={village}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t.workers.name}</th>
                  <th scope="col">{t.workers.phone}</th>
                  {s.requirements.map((kind) => (
                    <th scope="col">{t.codes.paper[kind]}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {own.map(({ name, phone, p }) => (
                  <tr>
                    <th scope="row">{name}</th>
                    <td>{phone}</td>
                    {s.requirements.map((kind) => (
                      <td>{paperHolds(s, p, kind) ? '☑' : '☐'}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </section>
      ))}
    </article>
  );
}
