import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { awaitsWorker } from '../../src/pipeline/documents/contract.ts';
import type { Insurance, Lodging, Terms, WageBasis } from '../../src/pipeline/recruitment/terms.ts';
import { paths } from '../../src/paths.ts';
import { FormKey } from '../components/form.tsx';
import { Card, Facts } from '../components/parts.tsx';
import { type Reader, useReader } from '../i18n/reader.ts';
import type {
  PaperKind,
  Holder,
  ContractDifference,
} from '../../src/pipeline/documents/paper-state.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';

export type OwnLoan = {
  id: string;
  kind: PaperKind;
  holder: Holder;
  keeper: string;
  returnBy: string;
  returnedAt: number | null;
  lentConfirmedAt: number | null;
  returnConfirmedAt: number | null;
};
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

type YesNoProps = { to: string; yes: string; no?: string; primary?: boolean };

/** One question, answered by one tap. */
function YesNo({ to, yes, no, primary = true }: YesNoProps) {
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

/**
 * Originals of theirs: which was lent to whom, and their own word on it; which is said to be back,
 * and whether it is.
 */
export function OwnLoans({ link, loans }: { link: string; loans: OwnLoan[] }) {
  const { t, day } = useReader();
  const w = t.ownPapers;
  const shown = loans.filter((loan) => loan.returnedAt === null || loan.returnConfirmedAt === null);
  if (shown.length === 0) return null;
  return (
    <Card title={w.loans}>
      {shown.map((loan) => {
        const paper = t.codes.paper[loan.kind];
        const holder = [t.codes.holder[loan.holder], loan.keeper].filter(Boolean).join(' ');
        const to = paths.workerCustody(link, loan.id);
        if (loan.returnedAt !== null)
          return (
            <>
              <p class="big">{w.isBack(paper)}</p>
              <YesNo to={to} yes={w.yesBack} no={w.notBack} />
            </>
          );
        return (
          <>
            <p class="big">{t.workerLink.lent(paper, holder, day(loan.returnBy))}</p>
            {loan.lentConfirmedAt === null ? (
              <YesNo to={to} yes={w.yesLent} />
            ) : (
              <p class="sub">{w.lentConfirmed}</p>
            )}
          </>
        );
      })}
      <p class="sub">{w.law}</p>
    </Card>
  );
}

function said(
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

type FitProps = { link: string; s: Snapshot; p: Placement; isDay: boolean };

/** On the day: whether they feel able to travel. A no is respected and costs them nothing. */
export function FitToday({ link, s, p, isDay }: FitProps) {
  const { t } = useReader();
  const w = t.ownPapers;
  if (
    !isDay ||
    s.lockedAt === null ||
    s.departedAt !== null ||
    p.exit !== null ||
    p.recruitment !== 'selected'
  )
    return null;
  return (
    <Card title={w.fitTitle}>
      <p class="sub">{w.fitWhy}</p>
      <YesNo
        to={paths.workerFitness(link)}
        yes={w.fitYes}
        no={w.fitNo}
        primary={p.travelFit === null}
      />
      {p.travelFit !== null && (
        <p class="notice ok">{p.travelFit === 'yes' ? w.saidFit : w.saidUnfit}</p>
      )}
    </Card>
  );
}
