import { paths } from '../../src/paths.ts';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { YesNo } from './yes-no.tsx';
import type { Holder } from '../../src/pipeline/documents/custody-state.ts';
import type { PaperKind } from '../../src/pipeline/documents/paper-kind.ts';

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
