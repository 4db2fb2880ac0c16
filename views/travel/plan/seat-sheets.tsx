import { useWhen } from '../../batch/when.ts';
import type { Snapshot } from '../../../src/pipeline/batch/snapshot.ts';
import { useReader } from '../../i18n/reader.ts';
import type { LegLine } from './legs.tsx';
import { NothingToPrint, PrintFrame } from '../print-frame.tsx';
import { travels } from '../../../src/pipeline/batch/placement.ts';
import { seatedStretches } from '../../../src/pipeline/travel/plan/seats.ts';

type Props = { s: Snapshot; employer: string; legs: LegLine[]; escorts: { name: string }[] };

/**
 * A sheet for each vehicle, to hang by its door: four seats a row as in a coach, the door in front.
 */
export function SeatSheetsBody({ s, employer, legs, escorts }: Props) {
  const { t, time } = useReader();
  const when = useWhen();
  const people = s.placements.filter(travels);
  const stretches = seatedStretches(legs).filter((stretch) =>
    people.some((p) => stretch.some(({ id }) => p.seats[id] !== undefined)),
  );
  if (stretches.length === 0) return <NothingToPrint>{t.seats.none}</NothingToPrint>;
  return (
    <PrintFrame>
      {stretches.flatMap((stretch) =>
        stretch.map((leg, nth) => {
          // The first seats of each vehicle are kept for its escorts, who are shared out one
          // vehicle after the other.
          const byTheDoor = escorts.filter((_, i) => i % stretch.length === nth);
          const nameOn = (no: number): string =>
            people.find((p) => p.seats[leg.id] === no)?.name ?? byTheDoor[no - 1]?.name ?? '';
          return (
            <section class="seat-sheet">
              <h1>{t.seats.sheetTitle(s.code, leg.vehicle)}</h1>
              <p>{`${when(s)} · ${employer}`}</p>
              <p>
                {[
                  t.travel.legLine(leg.fromPlace, leg.toPlace),
                  time(leg.departsAt),
                  t.seats.inVehicle(
                    leg.vehicle,
                    people.filter((p) => p.seats[leg.id] !== undefined).length,
                    leg.seats,
                  ),
                ].join(' · ')}
              </p>
              <p class="sub">{t.seats.door}</p>
              <ol class="seats">
                {Array.from({ length: leg.seats }, (_, i) => (
                  <li>
                    <small>{i + 1}</small> {nameOn(i + 1)}
                  </li>
                ))}
              </ol>
            </section>
          );
        }),
      )}
    </PrintFrame>
  );
}
