import { awaitsWorker } from '../../src/pipeline/documents/contract.ts';
import type { Insurance, Lodging, Terms, WageBasis } from '../../src/pipeline/recruitment/terms.ts';
import { paths } from '../../src/paths.ts';
import { Card, Facts } from '../components/parts.tsx';
import { useReader, type Reader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { YesNo } from './yes-no.tsx';
import type { ContractDifference } from '../../src/pipeline/documents/contract-state.ts';

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
