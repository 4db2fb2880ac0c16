import { isAnswered } from '../../src/pipeline/follow-up/visit.ts';
import type { Typed } from '../components/form.tsx';
import { Card, Facts } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Visit } from './visit-view.ts';

export function YesNo({ name, label, typed }: { name: string; label: string; typed: Typed }) {
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
