import type { HistoryKind } from '../batch/history-kind.ts';
import { addDays, dayOf } from '../../clock.ts';
import type { Change, Decision } from '../batch/change.ts';
import { placementOf, type Snapshot } from '../batch/snapshot.ts';
import { activePlacement } from '../recruitment/placement.ts';
import type { Placement } from '../batch/placement.ts';
import type { Holder, Custody } from './custody-state.ts';
import type { PaperKind } from './paper-kind.ts';

export type Loan = {
  id: string;
  kind: PaperKind;
  holder: Holder;
  keeper: string;
  returnBy: string | null;
};

/** Lends an original for processing, for as many days as the station allows, or fewer. */
export function lend(s: Snapshot, id: string, loan: Loan, at: number): Decision {
  const found = activePlacement(s, id);
  if ('error' in found) return found;
  const { p } = found;
  if (p.lentElsewhere.includes(loan.kind) || p.custody.some((held) => held.kind === loan.kind))
    return { error: 'already_lent' };
  const latest = addDays(dayOf(at), s.figures.paperBack);
  const returnBy = loan.returnBy ?? latest;
  if (returnBy > latest || returnBy < dayOf(at))
    return { error: 'return_too_late', detail: { days: s.figures.paperBack } };
  return {
    placements: [{ id, set: { custody: [...p.custody, { ...loan, returnBy }] } }],
    entries: [
      { kind: 'paper_lent', placementId: id, detail: { paper: loan.kind, holder: loan.holder } },
    ],
  };
}

function lentTo(
  s: Snapshot,
  id: string,
  custodyId: string,
): { p: Placement; held: Custody } | null {
  const p = placementOf(s, id);
  const held = p?.custody.find((loan) => loan.id === custodyId);
  return p && held ? { p, held } : null;
}

/** The original is back in its owner's hands. Possible for whoever has left the batch, too. */
export function giveBack(s: Snapshot, id: string, custodyId: string): Decision {
  const found = lentTo(s, id, custodyId);
  if (!found) return { error: 'not_lent' };
  return {
    placements: [{ id, set: { custody: found.p.custody.filter((loan) => loan.id !== custodyId) } }],
    entries: [{ kind: 'paper_returned', placementId: id, detail: { paper: found.held.kind } }],
  };
}

function told(id: string, kind: HistoryKind, paper: PaperKind): Change {
  return {
    entries: [{ kind, placementId: id, detail: { paper } }],
  };
}

/** The owner's own word that an original was lent, as the receipt says. */
export function confirmLoan(s: Snapshot, id: string, custodyId: string): Decision {
  const found = lentTo(s, id, custodyId);
  return found ? told(id, 'loan_confirmed', found.held.kind) : { error: 'not_lent' };
}

/**
 * The owner's own word on an original that is said to be back: it is; or it is not, and then it
 * counts as lent again.
 */
export function answerReturn(s: Snapshot, id: string, loan: Custody, isBack: boolean): Decision {
  const p = placementOf(s, id);
  if (!p || p.custody.some((held) => held.id === loan.id)) return { error: 'wrong_state' };
  if (isBack) return told(id, 'return_confirmed', loan.kind);
  return {
    placements: [{ id, set: { custody: [...p.custody, loan] } }],
    entries: [{ kind: 'return_denied', placementId: id, detail: { paper: loan.kind } }],
  };
}
