import type { Decision } from '../../batch/change.ts';
import { placementOf, type Snapshot } from '../../batch/snapshot.ts';
import type { Bearer } from '../../ledger/budget.ts';
import type { Placement } from '../../batch/placement.ts';
import type { Onward } from './handover-state.ts';

/**
 * Whether somebody is far from home without a post. Nobody asks them why they left; what is asked
 * is whether they need help.
 */
export function isOnTheirOwn(p: Placement): boolean {
  return p.travel === 'rejected' || p.travel === 'left_en_route';
}

/** And nobody has said yet where they went. */
export function isStranded(p: Placement): boolean {
  return isOnTheirOwn(p) && p.onward === null;
}

/** Where they went, and who bears the cost. It can be said again; the newest word holds. */
export function goOnward(
  s: Snapshot,
  id: string,
  { next, bearer }: { next: Onward; bearer: Bearer },
): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  const p = placementOf(s, id);
  if (!p) return { error: 'unknown_placement' };
  if (!isOnTheirOwn(p)) return { error: 'wrong_state' };
  return {
    placements: [{ id, set: { onward: next } }],
    entries: [{ kind: 'went_onward', placementId: id, detail: { next, bearer } }],
  };
}
