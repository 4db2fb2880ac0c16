import type { Change, Decision, HistoryEntry } from '../batch/change.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { passesFor } from '../health/restriction.ts';
import { activePlacement, one } from './placement.ts';
import { holdsPlace, type Placement } from '../batch/placement.ts';
import { mayReturn } from './contradiction.ts';

/**
 * Whether somebody on the way has other terms to agree to than those they left for: the batch was
 * redirected.
 */
export function isAskedOnTheRoad(s: Snapshot, p: Placement): boolean {
  return (
    s.departedAt !== null &&
    p.exit === null &&
    (p.travel === 'boarded' || p.travel === 'arrived') &&
    p.consentedHash !== s.order.termsHash
  );
}

/** Whether somebody has terms before them to which they have said neither yes nor no. */
export function isAsked(s: Snapshot, p: Placement): boolean {
  return (
    p.exit === null &&
    (s.departedAt === null
      ? p.recruitment === 'offered' || p.recruitment === 'reoffered'
      : // On the way nobody is asked before the other employer has said yes.
        isAskedOnTheRoad(s, p) && s.order.state === 'confirmed')
  );
}

/**
 * The worker's yes to exactly the terms that were shown. Someone asked again keeps the place they
 * hold.
 */
export function consent(
  s: Snapshot,
  id: string,
  shownHash: string,
  detail: HistoryEntry['detail'] = {},
): Decision {
  const found = activePlacement(s, id);
  if ('error' in found) return found;
  const { p } = found;
  if (s.departedAt !== null && !isAskedOnTheRoad(s, p)) return { error: 'already_departed' };
  if (s.order.state !== 'confirmed') return { error: 'demand_open' };
  if (shownHash !== s.order.termsHash) return { error: 'terms_changed' };
  if (p.recruitment === 'registered') return { error: 'not_offered' };
  if (p.consentedHash === shownHash) return { error: 'wrong_state' };
  const [limit] = p.obstacles;
  if (limit) return { error: limit };
  if (s.departedAt !== null && !passesFor(s.order.trade, p)) return { error: 'person_not_ready' };
  const hasPlace = p.recruitment === 'reoffered' || p.recruitment === 'selected';
  const waiting = p.rank === null ? 'consented' : 'reserve';
  const recruitment = hasPlace ? 'selected' : waiting;
  return one(p, { recruitment, consentedHash: shownHash, offerUntil: null }, 'consented', detail);
}

/**
 * New terms void every consent given to the old ones. Places are kept; the holders are asked again.
 */
export function voidConsents(s: Snapshot): NonNullable<Change['placements']> {
  // Whoever has not answered knows the old terms; the new ones they have to be told.
  const informed = s.placements.filter(
    (p) => p.recruitment === 'offered' && p.exit === null && p.toldAt !== null,
  );
  const untold = informed.map(({ id }) => ({ id, set: { toldAt: null } }));
  const voided = s.placements
    .filter((p) => ((p.exit === null && p.active) || mayReturn(p)) && p.consentedHash !== null)
    .map((p): NonNullable<Change['placements']>[number] => ({
      id: p.id,
      set: {
        recruitment: holdsPlace(p) || mayReturn(p) ? 'reoffered' : 'offered',
        consentedHash: null,
        toldAt: null,
        placeOffer: null,
        placeOfferUntil: null,
        // A contract was compared with the old terms; it has to be looked at again.
        ...(p.contract === null
          ? {}
          : { contract: null, papers: { ...p.papers, contract: 'submitted' as const } }),
      },
    }));
  return [...voided, ...untold];
}
