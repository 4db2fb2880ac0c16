import { FormKey } from '../components/form.tsx';
import { useReader, type Reader } from '../i18n/reader.ts';
import type { ContractDifference } from '../../src/pipeline/documents/paper-state.ts';
import type { OwnContract } from './own-contract.tsx';

type YesNoProps = { to: string; yes: string; no?: string; primary?: boolean };

/** One question, answered by one tap. */
export function YesNo({ to, yes, no, primary = true }: YesNoProps) {
  if (useReader().readsOnly) return null;
  return (
    <form class="row" method="post" action={to}>
      <FormKey />
      <button class={primary ? 'btn primary' : 'btn'} name="answer" value="yes">
        {yes}
      </button>
      {no !== undefined && (
        <button class="btn" name="answer" value="no">
          {no}
        </button>
      )}
    </form>
  );
}

export function said(
  difference: ContractDifference,
  of: NonNullable<OwnContract>,
  { t, money }: Reader,
): string {
  switch (difference) {
    case 'employer':
      return of.employer;
    case 'site':
      return of.site;
    case 'wage':
      return `${money(of.wageFen)} / ${t.codes.wageBasis[of.wageBasis]}`;
    case 'pay_day':
      return t.contract.payDayOf(of.payDay);
    case 'hours':
      return t.contract.hoursOf(of.hoursPerDay);
    case 'days':
      return t.contract.daysOf(of.daysPerWeek);
    case 'months':
      return t.terms.months(of.months);
    case 'lodging':
      return of.lodging ? t.codes.lodging[of.lodging] : t.terms.none;
    case 'meals':
      return money(of.mealsFen ?? 0);
    case 'insurance':
      return of.insurance ? t.codes.insurance[of.insurance] : t.terms.none;
    case 'deductions':
      return of.deductions || t.terms.none;
  }
}
