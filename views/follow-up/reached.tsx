import { paths } from '../../src/paths.ts';
import { Field, FormKey } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import type { VisitProps } from './visit-view.ts';
import { YesNo } from './visit-answers.tsx';

/** What somebody says who was reached. */
export function Reached({
  visit,
  typed,
  today,
}: Pick<VisitProps, 'visit' | 'typed'> & { today: string }) {
  const { t } = useReader();
  return (
    <form method="post" action={paths.visitOutcome(visit.id)} class="card">
      <h2>{t.visits.reached}</h2>
      <FormKey />
      <YesNo name="working" label={t.visits.working} typed={typed} />
      <Field
        name="paid"
        label={t.visits.paidAmount}
        hint={t.visits.paidHint}
        typed={typed}
        inputmode="decimal"
        required={false}
      />
      <YesNo name="contractHeld" label={t.visits.contractHeld} typed={typed} />
      <YesNo name="papersHeld" label={t.visits.papersHeld} typed={typed} />
      <YesNo name="wantsHome" label={t.visits.wantsHome} typed={typed} />
      <Field
        name="madeOn"
        label={t.visits.madeOn}
        typed={typed}
        type="date"
        value={today}
        max={today}
      />
      <button class="btn primary wide" name="outcome" value="done">
        {t.save}
      </button>
    </form>
  );
}
