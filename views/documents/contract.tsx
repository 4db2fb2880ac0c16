import { Card, Notice } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { ContractForm } from './contract-form.tsx';
import type { ContractProps } from './contract-view.ts';

/** What a worker said of a contract that is other than agreed; null while it is awaited. */
const ANSWERS = {
  true: { look: 'ok', word: 'accepted' },
  false: { look: 'bad', word: 'refused' },
  null: { look: 'wait', word: 'awaited' },
} as const;

/**
 * The labour contract as it stands: signed when, whether as agreed, whether the worker has a copy;
 * and the form for it.
 */
export function ContractCard({ p, terms, mayWrite }: ContractProps) {
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
