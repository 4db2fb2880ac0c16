import type { Decision } from '../batch/change.ts';
import { isDisputed } from './roll-call.ts';
import type { Snapshot } from '../batch/snapshot.ts';

export const REJECTION_REASONS = ['post_filled', 'skill_differs', 'papers_differ', 'own_wish', 'other'] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

export type Rejection = { placementId: string; reason: RejectionReason };

/**
 * The employer's signature for those who arrived. Their count must equal the escort's less whoever they reject by
 * name and reason; anything else is refused, so that no difference is left without a name.
 */
export const handOver = (s: Snapshot, employerCount: number, rejections: Rejection[], at: number): Decision => {
  if (s.status !== 'open' || s.handedOverAt !== null) return { error: 'wrong_state' };
  if (s.arrivedAt === null) return { error: 'arrival_open' };
  if (s.placements.some((p) => p.travel === 'boarded')) return { error: 'arrival_open' };
  const disputed = s.placements.filter(isDisputed);
  if (disputed.length > 0) return { error: 'roll_call_disputed', detail: { names: disputed.map((p) => p.name) } };
  const arrived = s.placements.filter((p) => p.travel === 'arrived');
  const rejected = new Map(rejections.map((r) => [r.placementId, r.reason]));
  if ([...rejected.keys()].some((id) => !arrived.some((p) => p.id === id))) return { error: 'unknown_placement' };
  const accepted = arrived.length - rejected.size;
  if (employerCount !== accepted)
    return { error: 'count_differs', detail: { escort: accepted, employer: employerCount } };
  return {
    batch: { handedOverAt: at },
    placements: arrived.map((p) => ({
      id: p.id,
      set: rejected.has(p.id) ? { travel: 'rejected', active: false } : { travel: 'accepted', followUp: 'away' },
    })),
    entries: [
      { kind: 'handed_over', detail: { accepted, rejected: rejected.size } },
      ...rejections.map((r) => ({ kind: 'rejected', placementId: r.placementId, detail: { reason: r.reason } })),
    ],
  };
};
