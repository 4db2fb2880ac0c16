import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { BEARERS } from '../../src/pipeline/ledger/budget.ts';
import { paths } from '../../src/paths.ts';
import { Choice, Field, FormKey, options, type Typed } from '../components/form.tsx';
import { named, useReader } from '../i18n/reader.ts';
import { INCIDENT_KINDS } from '../../src/pipeline/travel/travel-state.ts';
import { Tick } from '../components/tick.tsx';
import type { Props } from './incident-view.ts';

function Concerned({ typed, people }: { typed: Typed; people: Placement[] }) {
  const { t } = useReader();
  const w = t.travel.incident;
  return (
    <details open={typed.errors['people'] !== undefined}>
      <summary>{w.people}</summary>
      {typed.errors['people'] && (
        <p class="error" role="alert">
          {named(t.errors, typed.errors['people'])}
        </p>
      )}
      {people.map((p) => (
        <Tick name="people" value={p.id} label={p.name} />
      ))}
    </details>
  );
}

function CostFields({ typed }: { typed: Typed }) {
  const { t } = useReader();
  const w = t.travel.incident;
  return (
    <div class="pair">
      <Field
        name="cost"
        scope="incident"
        label={t.travel.costOf}
        typed={typed}
        inputmode="decimal"
        required={false}
      />
      <Choice
        name="answerable"
        scope="incident"
        label={w.answerable}
        typed={typed}
        options={options(t.codes.bearer, BEARERS)}
        value="nobody"
      />
    </div>
  );
}

function Happened({ typed }: Pick<Props, 'typed'>) {
  const { t } = useReader();
  const w = t.travel.incident;
  return (
    <>
      <Field name="note" scope="incident" label={w.note} typed={typed} required={false} />
      <Field
        name="called"
        scope="incident"
        label={w.called}
        hint={w.calledHint}
        typed={typed}
        required={false}
      />
      <Field name="policeReport" scope="incident" label={w.police} typed={typed} required={false} />
    </>
  );
}

export function AddIncident({
  mayWrite,
  s,
  typed,
  legs,
  people,
}: Pick<Props, 'mayWrite' | 's' | 'typed' | 'legs'> & { people: Placement[] }) {
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
