import type { Decision } from '../batch/change.ts';
import { type Placement, placementOf, type Snapshot } from '../batch/snapshot.ts';
import type { Bearer } from '../ledger/budget.ts';

/**
 * Where whoever was not taken by the employer went from there: home, to another post that the station found, or by a way of
 * their own choice.
 */
export const AFTER_REJECTION = ['home', 'rebooked', 'own_choice'] as const;
export type AfterRejection = (typeof AFTER_REJECTION)[number];

/** Of whom nobody has said yet where they went: the employer did not take them, and they are far from home. */
export const isStranded = (p: Placement): boolean => p.travel === 'rejected' && p.afterRejection === null;

/** What became of somebody whom the employer did not take, and who bears the cost. It can be said again; the newest word holds. */
export const settleRejection = (
  s: Snapshot,
  id: string,
  { next, bearer }: { next: AfterRejection; bearer: Bearer },
): Decision => {
  if (s.status !== 'open') return { error: 'batch_ended' };
  const p = placementOf(s, id);
  if (!p) return { error: 'unknown_placement' };
  if (p.travel !== 'rejected') return { error: 'wrong_state' };
  return {
    placements: [{ id, set: { afterRejection: next } }],
    entries: [{ kind: 'rejection_settled', placementId: id, detail: { next, bearer } }],
  };
};
