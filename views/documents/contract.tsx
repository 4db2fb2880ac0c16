import type { ContractState } from '../../src/pipeline/documents/paper-state.ts';
import { awaitsWorker } from '../../src/pipeline/documents/contract.ts';
import {
  INSURANCES,
  LODGINGS,
  type Terms,
  WAGE_BASES,
} from '../../src/pipeline/recruitment/terms.ts';
import { paths } from '../../src/paths.ts';
import { Choice, Field, Form, options, useIsRefused } from '../components/form.tsx';
import { Card, Notice } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { Tick } from '../components/tick.tsx';

/** What a worker said of a contract that is other than agreed; null while it is awaited. */
const ANSWERS = {
  true: { look: 'ok', word: 'accepted' },
  false: { look: 'bad', word: 'refused' },
  null: { look: 'wait', word: 'awaited' },
} as const;

type Props = {
  p: Placement;
  terms: Terms;
  mayWrite: boolean;
};

/** What stands in a contract that was signed. */
function ContractForm({
  mayWrite,
  p,
  contract,
  terms,
}: Pick<Props, 'mayWrite' | 'p' | 'terms'> & { contract: ContractState | null }) {
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

/**
 * The labour contract as it stands: signed when, whether as agreed, whether the worker has a copy;
 * and the form for it.
 */
export function ContractCard({ p, terms, mayWrite }: Props) {
  const { t, day } = useReader();
  const w = t.contract;
  const { contract } = p;
  if (!contract && !mayWrite) return null;
  const answer = ANSWERS[`${contract?.accepted ?? null}`];
  return (
    <Card title={w.title}>
      {contract && (
        <>
          <p>{w.signed(day(contract.signedOn))}</p>
          {contract.differences.length > 0 && (
            <Notice look={answer.look}>
              {w.differs(
                contract.differences
                  .map((each) => t.codes.contractDifference[each])
                  .join(t.nameComma),
              )}{' '}
              {w[answer.word]}
            </Notice>
          )}
          <p class="sub">{contract.copyHeld ? w.copyNoted : w.copyNotNoted}</p>
          {contract.copyConfirmed !== null && (
            <p class="sub">{contract.copyConfirmed ? w.copyConfirmed : w.copyDenied}</p>
          )}
        </>
      )}
      <ContractForm mayWrite={mayWrite} p={p} contract={contract} terms={terms} />
    </Card>
  );
}
