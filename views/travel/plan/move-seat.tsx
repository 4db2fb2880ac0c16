import type { Placement } from '../../../src/pipeline/batch/placement.ts';
import { paths } from '../../../src/paths.ts';
import { Field, FormKey } from '../../components/form.tsx';
import { useReader } from '../../i18n/reader.ts';
import type { LegLine } from './legs.tsx';
import { Choice } from '../../components/choice.tsx';
import type { SeatsProps } from './seats-view.ts';

export function MoveSeat({
  mayChange,
  seated,
  typed,
  s,
  people,
  vehicles,
}: Pick<SeatsProps, 'typed' | 's'> & {
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
