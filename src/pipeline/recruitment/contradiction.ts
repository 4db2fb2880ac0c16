import type { Decision } from '../batch/change.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { activePlacement, one } from './placement.ts';
import { holdsPlace, type Placement } from '../batch/placement.ts';

/** Whether a consent can still be contradicted: until they are handed over on it. */
export function mayContradict(s: Snapshot, p: Placement): boolean {
  return s.departedAt === null || p.travel === 'boarded' || p.travel === 'arrived';
}

/**
 * The worker's word that they never gave the consent that somebody noted for them. It is void at
 * once; a place they hold is kept while they are asked. Only what an officer witnessed can be
 * contradicted: their own tap they can take back.
 */
export function contradict(s: Snapshot, id: string): Decision {
  const found = activePlacement(s, id);
  if ('error' in found) return found;
  const { p } = found;
  if (!mayContradict(s, p)) return { error: 'already_departed' };
  if (p.consentedHash === null) return { error: 'not_consented' };
  const recruitment = holdsPlace(p) ? 'reoffered' : 'offered';
  const set = {
    recruitment,
    consentedHash: null,
    placeOffer: null,
    placeOfferUntil: null,
  } as const;
  return one(p, set, 'contradicted');
}

/**
 * Whoever left on the way can still turn up again in a roll call, and must not then be held to
 * terms that are no more.
 */
export function mayReturn(p: Placement): boolean {
  return p.heldPlace && p.travel === 'left_en_route';
}
