import { paths } from '../../../src/paths.ts';
import { Card } from '../../components/parts.tsx';
import { useReader } from '../../i18n/reader.ts';
import { travels } from '../../../src/pipeline/batch/placement.ts';
import { seatedStretches, withoutSeat } from '../../../src/pipeline/travel/plan/seats.ts';
import { Action } from '../../components/action.tsx';
import { MoveSeat } from './move-seat.tsx';
import type { SeatsProps } from './seats-view.ts';

/** Who has a seat in which vehicle, how many have none yet, and how somebody is moved. */
export function Seats({ s, legs, mayWrite, typed }: SeatsProps) {
  const { t } = useReader();
  const w = t.seats;
  const vehicles = seatedStretches(legs).flat();
  const people = s.placements.filter(travels);
  const unseated = withoutSeat(s, legs);
  const seated = people.length - unseated;
  const mayChange = mayWrite && s.status === 'open' && s.arrivedAt === null;
  if (vehicles.length === 0 || (seated === 0 && s.arrivedAt !== null)) return null;
  return (
    <Card title={w.title}>
      <ul class="lines">
        {vehicles.map((leg) => (
          <li>
            {w.inVehicle(
              leg.vehicle,
              people.filter((p) => p.seats[leg.id] !== undefined).length,
              leg.seats,
            )}
          </li>
        ))}
      </ul>
      {unseated > 0 && s.arrivedAt === null && (
        <p class={seated > 0 ? 'late' : 'sub'}>{w.without(unseated)}</p>
      )}
      {mayChange && unseated > 0 && (
        <Action to={paths.seats(s.id)} label={w.give} look="primary" wide />
      )}
      {seated > 0 && mayWrite && (
        <a class="btn wide" href={paths.seatPlan(s.id)}>
          {w.print}
        </a>
      )}
      <MoveSeat
        mayChange={mayChange}
        seated={seated}
        typed={typed}
        s={s}
        people={people}
        vehicles={vehicles}
      />
    </Card>
  );
}
