import { isAnswered } from '../../src/pipeline/follow-up/visit.ts';
import { paths } from '../../src/paths.ts';
import { Field, FormKey, type Typed } from '../components/form.tsx';
import { Card, Facts } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Visit, Props } from './visit-view.ts';

function YesNo({ name, label, typed }: { name: string; label: string; typed: Typed }) {
  const { t } = useReader();
  return (
    <fieldset class="yesno">
      <legend>{label}</legend>
      {(['yes', 'no'] as const).map((value) => (
        <label>
          <input type="radio" name={name} value={value} checked={typed.values[name] === value} />
          <span>{t[value]}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function Answers({ visit }: { visit: Visit }) {
  const { t, money } = useReader();
  const yesOrNo = (answer: boolean) => (answer ? t.yes : t.no);
  const said = (answer: boolean | null) => (answer === null ? '—' : yesOrNo(answer));
  return (
    <Card
      title={
        visit.outcome && isAnswered(visit.outcome)
          ? t.codes.visitOutcome[visit.outcome]
          : t.visits.closed
      }
    >
      <Facts
        rows={[
          [t.visits.working, said(visit.working)],
          [t.visits.paidAmount, visit.paidFen === null ? '—' : money(visit.paidFen)],
          [t.visits.contractHeld, said(visit.contractHeld)],
          [t.visits.papersHeld, said(visit.papersHeld)],
          [t.visits.wantsHome, said(visit.wantsHome)],
        ]}
      />
    </Card>
  );
}

/** What somebody says who was reached. */
export function Reached({
  visit,
  typed,
  today,
}: Pick<Props, 'visit' | 'typed'> & { today: string }) {
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
