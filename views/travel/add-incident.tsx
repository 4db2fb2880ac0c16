import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { paths } from '../../src/paths.ts';
import { Field, FormKey } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import type { IncidentProps } from './incident-view.ts';
import { Choice, options } from '../components/choice.tsx';
import { CostFields } from './cost-fields.tsx';
import { Concerned, Happened } from './happened.tsx';
import { INCIDENT_KINDS } from '../../src/pipeline/travel/incident-kind.ts';

export function AddIncident({
  mayWrite,
  s,
  typed,
  legs,
  people,
}: Pick<IncidentProps, 'mayWrite' | 's' | 'typed' | 'legs'> & { people: Placement[] }) {
  const { t } = useReader();
  const w = t.travel.incident;
  if (!(mayWrite && s.status === 'open')) return null;
  return (
    <details open={Object.keys(typed.errors).length > 0}>
      <summary>{w.add}</summary>
      <form method="post" action={paths.incidents(s.id)}>
        <FormKey />
        <Choice
          name="kind"
          scope="incident"
          label={w.kind}
          typed={typed}
          options={options(t.codes.incident, INCIDENT_KINDS)}
        />
        <Field
          name="at"
          scope="incident"
          label={w.at}
          typed={typed}
          type="datetime-local"
          value={`${s.departsOn}T12:00`}
        />
        {legs.length > 0 && (
          <Choice
            name="legId"
            label={w.leg}
            typed={typed}
            options={legs.map(
              (leg) => [leg.id, t.travel.legLine(leg.fromPlace, leg.toPlace)] as const,
            )}
            empty={w.noLeg}
          />
        )}
        <Happened typed={typed} />
        <CostFields typed={typed} />
        <Concerned typed={typed} people={people} />
        <button class="btn primary wide">{t.save}</button>
      </form>
    </details>
  );
}
