import { FieldError } from '../components/problems.tsx';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { Field, type Typed } from '../components/form.tsx';
import { named, useReader } from '../i18n/reader.ts';
import { Tick } from '../components/tick.tsx';
import type { IncidentProps } from './incident-view.ts';

export function Concerned({ typed, people }: { typed: Typed; people: Placement[] }) {
  const { t } = useReader();
  const w = t.travel.incident;
  return (
    <details open={typed.errors['people'] !== undefined}>
      <summary>{w.people}</summary>
      {typed.errors['people'] && (
        <FieldError
          id="incident-people"
          label={w.people}
          text={named(t.errors, typed.errors['people'])}
        />
      )}
      {people.map((p) => (
        <Tick name="people" value={p.id} label={p.name} />
      ))}
    </details>
  );
}

export function Happened({ typed }: Pick<IncidentProps, 'typed'>) {
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
