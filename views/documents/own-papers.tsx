import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { paths } from '../../src/paths.ts';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { PaperKind, Holder } from '../../src/pipeline/documents/paper-state.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { YesNo } from './yes-no.tsx';

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
