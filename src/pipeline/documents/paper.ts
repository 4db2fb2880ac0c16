import { dayOf } from '../../clock.ts';
import type { Decision } from '../batch/change.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { activePlacement } from '../recruitment/placement.ts';
import { asAgreed, awaitsWorker } from './contract.ts';
import { validityOf } from './validity.ts';
import type { PaperState, RejectReason } from './paper-state.ts';
import type { Placement } from '../batch/placement.ts';
import type { PaperKind } from './paper-kind.ts';

const MOVES: Record<PaperState, PaperState[]> = {
  missing: ['submitted', 'verified', 'not_needed'],
  submitted: ['verified', 'rejected', 'missing'],
  // Verified anew when it was renewed: the day until which it holds is another one.
  verified: ['verified', 'rejected', 'expired'],
  rejected: ['submitted', 'verified'],
  expired: ['submitted', 'verified'],
  not_needed: ['missing', 'submitted'],
};

/**
 * What was done with a paper. `until` is its last day; null where it holds for good, or where that
 * is known already.
 */
export type PaperStep = {
  kind: PaperKind;
  state: PaperState;
  reason: RejectReason | null;
  until: string | null;
};

export type PaperError =
  | 'paper_expired'
  | 'paper_expires_early'
  | 'expiry_required'
  | 'contract_differs'
  | 'consent_first'
  | 'reject_reason_missing';

function untilOf(p: Placement, { kind, until }: PaperStep): string | null {
  return until ?? p.paperUntil[kind] ?? null;
}

/**
 * Why a paper cannot be verified: out of date now or on the day of departure, no last day where the
 * law sets one, or a contract that differs.
 */
function unfit(s: Snapshot, p: Placement, step: PaperStep, today: string): PaperError | null {
  const { kind } = step;
  const until = untilOf(p, step);
  if (kind === 'contract' && awaitsWorker(p.contract)) return 'contract_differs';
  if (kind === 'contract' && p.consentedHash !== s.order.termsHash) return 'consent_first';
  if (until === null) return validityOf(kind, s.order.trade) ? 'expiry_required' : null;
  if (until < today) return 'paper_expired';
  return until < s.departsOn ? 'paper_expires_early' : null;
}

/**
 * A contract that is ticked off without its text is one that was signed as agreed: that is what the
 * tick says.
 */
export function isSignedAsAgreed(
  p: Placement,
  { kind, state }: Pick<PaperStep, 'kind' | 'state'>,
): boolean {
  return kind === 'contract' && state === 'verified' && p.contract === null;
}

function placed(p: Placement, step: PaperStep, today: string): Partial<Placement> {
  const { kind, state, reason } = step;
  const { [kind]: _, ...others } = p.paperUntil;
  const { [kind]: _why, ...otherReasons } = p.paperWhy;
  const until = untilOf(p, step);
  const isDated = (state === 'verified' || state === 'submitted') && until !== null;
  return {
    papers: { ...p.papers, [kind]: state },
    paperWhy: state === 'rejected' && reason ? { ...otherReasons, [kind]: reason } : otherReasons,
    paperUntil: isDated ? { ...others, [kind]: until } : others,
    ...(isSignedAsAgreed(p, step) ? { contract: asAgreed(today) } : {}),
  };
}

/** Moves one paper of one person on. */
export function recordPaper(s: Snapshot, id: string, step: PaperStep, at: number): Decision {
  const found = activePlacement(s, id);
  if ('error' in found) return found;
  const from = found.p.papers[step.kind] ?? 'missing';
  if (!MOVES[from].includes(step.state)) return { error: 'wrong_state' };
  if (step.state === 'rejected' && step.reason === null) return { error: 'reject_reason_missing' };
  const error = step.state === 'verified' ? unfit(s, found.p, step, dayOf(at)) : null;
  if (error) return { error };
  return {
    placements: [{ id, set: placed(found.p, step, dayOf(at)) }],
    entries: [{ kind: 'paper', placementId: id, detail: { paper: step.kind, state: step.state } }],
  };
}

/**
 * Whether a paper is taken along when all of its kind are verified at once: not handed in yet, or
 * still to be looked at.
 */
export function isInRound(p: Placement, kind: PaperKind): boolean {
  return p.exit === null && ['missing', 'submitted'].includes(p.papers[kind] ?? 'missing');
}

/**
 * Verifies one kind of paper, with the same last day, for everybody who has not handed it in or
 * whose is to be looked at; what was sent back or has expired is looked at one by one.
 */
export function verifyForAll(
  s: Snapshot,
  ids: string[],
  kind: PaperKind,
  until: string | null,
  at: number,
): Decision {
  const lacking = s.placements.filter((p) => ids.includes(p.id) && isInRound(p, kind));
  const step: PaperStep = { kind, state: 'verified', reason: null, until };
  const errors = lacking.map((p) => unfit(s, p, step, dayOf(at)));
  const ready = lacking.filter((_, i) => errors[i] === null);
  if (ready.length === 0) return { error: errors[0] ?? 'nothing_chosen' };
  return {
    placements: ready.map((p) => ({ id: p.id, set: placed(p, step, dayOf(at)) })),
    entries: ready.map((p) => ({
      kind: 'paper',
      placementId: p.id,
      detail: { paper: kind, state: 'verified' },
    })),
  };
}
