import { paths } from '../../src/paths.ts';
import { Field, Form, useIsRefused } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Person } from './person-view.ts';

export function IdNumber({
  person,
  idNumber,
  mayReveal,
}: {
  person: Person;
  idNumber: string | undefined;
  mayReveal: boolean;
}) {
  const { t } = useReader();
  if (idNumber) return <p class="notice wait">{t.workers.idNumberShown(idNumber)}</p>;
  if (!mayReveal) return null;
  return (
    <details open={useIsRefused(paths.reveal(person.worker.id))}>
      <summary>{t.workers.reveal}</summary>
      <Form to={paths.reveal(person.worker.id)}>
        <Field name="reason" label={t.workers.revealReason} hint={t.workers.revealHint} />
        <button class="btn wide">{t.workers.revealButton}</button>
      </Form>
    </details>
  );
}
