import { awaitsWorker } from '../../src/pipeline/documents/contract.ts';
import type { Insurance, Lodging, Terms, WageBasis } from '../../src/pipeline/recruitment/terms.ts';
import { paths } from '../../src/paths.ts';
import { Card, Facts } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { YesNo, said } from './yes-no.tsx';

export type OwnContract = {
  employer: string;
  site: string;
  wageBasis: WageBasis;
  wageFen: number;
  payDay: number;
  hoursPerDay: number;
  daysPerWeek: number;
  months: number;
  lodging: Lodging | null;
  mealsFen: number | null;
  insurance: Insurance | null;
  deductions: string | null;
} | null;

type ContractProps = { link: string; p: Placement; contract: OwnContract; terms: Terms };

/**
 * The contract: where it is other than agreed, both stand side by side and the worker decides; and
 * whether they have a copy.
 */
export function OwnContractCard({ link, p, contract, terms }: ContractProps) {
  const reader = useReader();
  const { t, day } = reader;
  const w = t.ownPapers;
  if (!p.contract || !contract) return null;
  const agreed = { ...terms, wageFen: terms.wageLowFen, months: terms.contractMonths };
  return (
    <Card title={t.contract.title}>
      <p>{t.contract.signed(day(p.contract.signedOn))}</p>
      {p.contract.differences.length > 0 && (
        <>
          <p class="big">{w.differs}</p>
          <Facts
            rows={p.contract.differences.map((each) => [
              t.codes.contractDifference[each],
              <>
                <del>{said(each, agreed, reader)}</del> → <ins>{said(each, contract, reader)}</ins>
              </>,
            ])}
          />
        </>
      )}
      {awaitsWorker(p.contract) && p.contract.accepted === null && (
        <YesNo to={paths.workerContract(link)} yes={w.accept} no={w.refuse} />
      )}
      {p.contract.accepted === false && <p class="sub">{w.refused}</p>}
      {p.contract.copyConfirmed === null ? (
        <>
          <p>{w.copy}</p>
          <YesNo to={paths.workerCopy(link)} yes={w.copyYes} no={w.copyNo} primary={false} />
        </>
      ) : (
        <p class="sub">
          {p.contract.copyConfirmed ? t.contract.copyConfirmed : t.contract.copyDenied}
        </p>
      )}
    </Card>
  );
}
