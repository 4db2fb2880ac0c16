import { addDays, dayOf } from '../../clock.ts';
import { TRADES, type TradeCode } from '../../registry/trade.ts';
import type { Decision } from '../batch/change.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { activePlacement } from '../recruitment/placement.ts';

export const PAPER_KINDS = [
  'id_card',
  'contract',
  'insurance',
  'photo',
  'bank_account',
  'health_certificate',
  'trade_certificate',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export const PAPER_STATES = ['missing', 'submitted', 'verified', 'rejected', 'expired', 'not_needed'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

export const REJECT_REASONS = ['unreadable', 'wrong_person', 'expired', 'incomplete'] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

/** Who may hold an original for processing. Neither the employer nor an agency can (Labour Contract Law art. 9, 84). */
export const HOLDERS = ['station', 'police_station', 'government_hall'] as const;
export type Holder = (typeof HOLDERS)[number];

/** An original that has not come back yet. */
export type Custody = { id: string; kind: PaperKind; holder: Holder; returnBy: string };

/** The papers an order of this trade needs by default; the coordinator edits the list. */
export const requirementsFor = (trade: TradeCode, certificateRequired: boolean): PaperKind[] => [
  'id_card',
  'contract',
  'insurance',
  ...(trade === 'catering' || trade === 'domestic' ? (['health_certificate'] as const) : []),
  ...(certificateRequired || TRADES[trade].licensed ? (['trade_certificate'] as const) : []),
];

const MOVES: Record<PaperState, PaperState[]> = {
  missing: ['submitted', 'verified', 'not_needed'],
  submitted: ['verified', 'rejected', 'missing'],
  verified: ['rejected', 'expired'],
  rejected: ['submitted', 'verified'],
  expired: ['submitted', 'verified'],
  not_needed: ['missing', 'submitted'],
};

export type PaperStep = { kind: PaperKind; state: PaperState; reason: RejectReason | null; expiresOn: string | null };

/** Moves one paper of one person on. A paper that is out of date today, or will be on the day of departure, cannot be verified. */
export const recordPaper = (s: Snapshot, id: string, step: PaperStep, at: number): Decision => {
  const found = activePlacement(s, id);
  if ('error' in found) return found;
  const from = found.p.papers[step.kind] ?? 'missing';
  if (!MOVES[from].includes(step.state)) return { error: 'wrong_state' };
  if (step.state === 'verified' && step.expiresOn !== null) {
    if (step.expiresOn < dayOf(at)) return { error: 'paper_expired' };
    if (step.expiresOn < s.departsOn) return { error: 'paper_expires_early' };
  }
  return {
    placements: [{ id, set: { papers: { ...found.p.papers, [step.kind]: step.state } } }],
    entries: [{ kind: 'paper', placementId: id, detail: { paper: step.kind, state: step.state } }],
  };
};

/** Verifies one kind of paper for everybody who still lacks it. */
export const verifyForAll = (s: Snapshot, ids: string[], kind: PaperKind): Decision => {
  const lacking = s.placements.filter(
    (p) => ids.includes(p.id) && p.exit === null && p.papers[kind] !== 'verified' && p.papers[kind] !== 'not_needed',
  );
  if (lacking.length === 0) return { error: 'nothing_chosen' };
  return {
    placements: lacking.map((p) => ({ id: p.id, set: { papers: { ...p.papers, [kind]: 'verified' } } })),
    entries: lacking.map((p) => ({ kind: 'paper', placementId: p.id, detail: { paper: kind, state: 'verified' } })),
  };
};

/** Lends an original for processing, for as many days as the station allows. */
export const lend = (
  s: Snapshot,
  id: string,
  loan: { id: string; kind: PaperKind; holder: Holder },
  at: number,
): Decision => {
  const found = activePlacement(s, id);
  if ('error' in found) return found;
  const { p } = found;
  if (p.custody.some((held) => held.kind === loan.kind)) return { error: 'already_lent' };
  const held: Custody = { ...loan, returnBy: addDays(dayOf(at), s.figures.paperBack) };
  return {
    placements: [{ id, set: { custody: [...p.custody, held] } }],
    entries: [{ kind: 'paper_lent', placementId: id, detail: { paper: loan.kind, holder: loan.holder } }],
  };
};

/** The original is back in its owner's hands. Possible for whoever has left the batch, too. */
export const giveBack = (s: Snapshot, id: string, custodyId: string): Decision => {
  const p = s.placements.find((other) => other.id === id);
  const held = p?.custody.find((loan) => loan.id === custodyId);
  if (!p || !held) return { error: 'not_lent' };
  return {
    placements: [{ id, set: { custody: p.custody.filter((loan) => loan.id !== custodyId) } }],
    entries: [{ kind: 'paper_returned', placementId: id, detail: { paper: held.kind } }],
  };
};
