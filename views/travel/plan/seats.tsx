import type { Placement } from '../../../src/pipeline/batch/placement.ts';
import type { Snapshot } from '../../../src/pipeline/batch/snapshot.ts';
import { paths } from '../../../src/paths.ts';
import { Choice, Field, FormKey, type Typed } from '../../components/form.tsx';
import { Card } from '../../components/parts.tsx';
import { useReader } from '../../i18n/reader.ts';
import type { LegLine } from './legs.tsx';
import { travels } from '../../../src/pipeline/batch/placement.ts';
import { seatedStretches, withoutSeat } from '../../../src/pipeline/travel/plan/seats.ts';
import { Action } from '../../components/action.tsx';

type Props = { s: Snapshot; legs: LegLine[]; mayWrite: boolean; typed: Typed };

function MoveSeat({
  mayChange,
  seated,
  typed,
  s,
  people,
  vehicles,
}: Pick<Props, 'typed' | 's'> & {
  mayChange: boolean;
  seated: number;
  people: Placement[];
  vehicles: LegLine[];
}) {
  const { t } = useReader();
  const w = t.seats;
  if (!(mayChange && seated > 0)) return null;
  return (
    <details open={Object.keys(typed.errors).length > 0}>
      <summary>{w.move}</summary>
      <form method="post" action={paths.seatMoves(s.id)}>
        <FormKey />
        <p class="sub">{w.moveWhy}</p>
        <Choice
          name="placementId"
          label={t.workers.name}
          typed={typed}
          options={people.map((p) => {
            const leg = vehicles.find(({ id }) => p.seats[id] !== undefined);
            return [
              p.id,
              leg ? `${p.name} · ${w.seat(leg.vehicle, p.seats[leg.id] ?? 0)}` : p.name,
            ] as const;
          })}
        />
        <div class="pair">
          <Choice
            name="legId"
            label={t.travel.vehicle}
            typed={typed}
            options={vehicles.map((leg) => [leg.id, leg.vehicle] as const)}
          />
          <Field name="no" label={w.no} typed={typed} inputmode="numeric" />
        </div>
        <button class="btn primary wide">{t.save}</button>
      </form>
    </details>
  );
}

/** Who has a seat in which vehicle, how many have none yet, and how somebody is moved. */
export function Seats({ s, legs, mayWrite, typed }: Props) {
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
