import { Field } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import { Choice } from '../components/choice.tsx';
import type { WorkerFormProps } from './worker-form-view.ts';

export function WrongIdNumber({ id, typed }: Pick<WorkerFormProps, 'id' | 'typed'>) {
  const { t } = useReader();
  const w = t.workers;
  if (!(id !== null)) return null;
  return (
    <details open={'idNumber' in typed.errors}>
      <summary>{w.wrongIdNumber}</summary>
      <Field
        name="idNumber"
        label={w.rightIdNumber}
        hint={w.wrongIdNumberHint}
        typed={typed}
        required={false}
        autocomplete="off"
      />
    </details>
  );
}

/** Somebody who can be called for them. */
export function KinFields({ typed }: Pick<WorkerFormProps, 'typed'>) {
  const { t } = useReader();
  const w = t.workers;
  return (
    <>
      <h2>{w.kin}</h2>
      <Field name="kinName" label={w.name} typed={typed} required={false} autocomplete="off" />
      <Field name="kinRelation" label={w.kinRelation} typed={typed} required={false} />
      <Field
        name="kinPhone"
        label={w.phone}
        typed={typed}
        type="tel"
        inputmode="tel"
        required={false}
        autocomplete="off"
      />
    </>
  );
}

export function PhoneAndVillage({ typed, villages }: Pick<WorkerFormProps, 'typed' | 'villages'>) {
  const { t } = useReader();
  const w = t.workers;
  return (
    <>
      <Field
        name="phone"
        label={w.phone}
        typed={typed}
        type="tel"
        inputmode="tel"
        autocomplete="off"
      />
      <Choice
        name="villageId"
        label={w.village}
        typed={typed}
        options={villages.map((v) => [v.id, v.name] as const)}
      />
    </>
  );
}
