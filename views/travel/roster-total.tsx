import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { useReader } from '../i18n/reader.ts';
import type { LegLine } from './plan/legs.tsx';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { withoutSeat } from '../../src/pipeline/travel/plan/seats.ts';

type Props = { s: Snapshot; people: Placement[]; legs: LegLine[] };

/**
 * The end of a roster: how many people it names, and how many of them have a seat in each vehicle.
 */
export function RosterTotal({ s, people, legs }: Props) {
  const { t } = useReader();
  const w = t.sheets;
  const seated = people.some((p) => Object.keys(p.seats).length > 0);
  const without = seated ? withoutSeat(s, legs) : 0;
  const told = legs.flatMap(({ id, vehicle }) => {
    const seats = people.filter((p) => p.seats[id] !== undefined || p.tickets[id] !== undefined);
    return seats.length > 0 ? [w.totalIn(vehicle, seats.length)] : [];
  });
  return (
    <p class="total">
      <b>{w.total(people.length)}</b>
      {[...told, ...(without > 0 ? [w.totalWithout(without)] : [])].map((text) => ` · ${text}`)}
    </p>
  );
}
