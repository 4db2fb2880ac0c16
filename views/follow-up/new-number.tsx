import { paths } from '../../src/paths.ts';
import { Field, FormKey } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import type { VisitProps } from './visit-view.ts';

/** Where the number is not theirs, another one is asked for before anything else. */
export function NewNumber({
  visit,
  person,
  typed,
}: Pick<VisitProps, 'visit' | 'person' | 'typed'>) {
  const { t } = useReader();
  return (
    <form method="post" action={paths.visitNumber(visit.id)} class="card">
      <h2>{t.visits.newNumber}</h2>
      <p class="sub">
        {person.phone === '' ? t.visits.noNumber : t.visits.newNumberWhy(person.phone)}
      </p>
      <FormKey />
      <Field
        name="phone"
        label={t.workers.phone}
        typed={typed}
        type="tel"
        inputmode="tel"
        autocomplete="off"
      />
      <button class="btn primary wide">{t.save}</button>
      {person.phone !== '' && <p class="hint">{t.visits.sameNumber}</p>}
    </form>
  );
}
