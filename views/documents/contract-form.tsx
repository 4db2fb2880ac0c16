import { awaitsWorker } from '../../src/pipeline/documents/contract.ts';
import { INSURANCES, LODGINGS, WAGE_BASES } from '../../src/pipeline/recruitment/terms.ts';
import { paths } from '../../src/paths.ts';
import { Field, Form, useIsRefused } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import { Tick } from '../components/tick.tsx';
import { Choice, options } from '../components/choice.tsx';
import type { ContractProps } from './contract-view.ts';
import type { ContractState } from '../../src/pipeline/documents/contract-state.ts';

/** What stands in a contract that was signed. */
export function ContractForm({
  mayWrite,
  p,
  contract,
  terms,
}: Pick<ContractProps, 'mayWrite' | 'p' | 'terms'> & { contract: ContractState | null }) {
  const { t } = useReader();
  const w = t.contract;
  if (!mayWrite) return null;
  return (
    <details
      open={
        useIsRefused(paths.contract(p.id)) ||
        (contract !== null && awaitsWorker(contract) && contract.accepted === false)
      }
    >
      <summary>{contract ? w.again : w.enter}</summary>
      <p class="sub">{w.enterWhy}</p>
      <Form to={paths.contract(p.id)}>
        <Field name="employer" label={w.employer} value={terms.employer} />
        <Field name="site" label={t.terms.site} value={terms.site} />
        <Choice
          name="wageBasis"
          label={w.basis}
          options={options(t.codes.wageBasis, WAGE_BASES)}
          value={terms.wageBasis}
        />
        <Field name="wage" label={w.wage} inputmode="decimal" value={terms.wageLowFen / 100} />
        <Field name="payDay" label={w.payDay} inputmode="numeric" value={terms.payDay} />
        <Field name="hoursPerDay" label={w.hours} inputmode="numeric" value={terms.hoursPerDay} />
        <Field name="daysPerWeek" label={w.days} inputmode="numeric" value={terms.daysPerWeek} />
        <Field name="months" label={w.months} inputmode="numeric" value={terms.contractMonths} />
        <Choice
          name="lodging"
          label={w.lodging}
          options={options(t.codes.lodging, LODGINGS)}
          value={terms.lodging}
        />
        <Field name="meals" label={w.meals} inputmode="decimal" value={terms.mealsFen / 100} />
        <Choice
          name="insurance"
          label={t.terms.insurance}
          options={options(t.codes.insurance, INSURANCES)}
          value={terms.insurance}
        />
        <Field name="deductions" label={w.deductions} required={false} value={terms.deductions} />
        <Field name="signedOn" label={w.signedOn} type="date" />
        <Tick name="copyHeld" label={w.copyTick} checked={false} />
        <button class="btn primary wide">{t.save}</button>
      </Form>
    </details>
  );
}
