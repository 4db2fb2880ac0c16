import type { Decision } from '../batch/change.ts';
import { openPlaces } from '../batch/equation.ts';
import { placementOf, type Snapshot } from '../batch/snapshot.ts';
import { activePlacement, select } from './placement.ts';
import { openOffers, isOffered } from './reserve.ts';

/**
 * The reserve's yes. A late one counts as long as a place is open that is not being offered to
 * somebody else; when there is none, nothing is lost: they stay on the list with their rank.
 */
export function takePlace(s: Snapshot, id: string): Decision {
  const found = activePlacement(s, id);
  if ('error' in found) return found;
  const { p } = found;
  if (p.recruitment !== 'reserve' || p.placeOffer === null) return { error: 'not_reserve' };
  // Where the offers were stopped, places are given by hand, and an answer that comes late takes
  // none.
  if (s.reserveStopped) return { error: 'place_gone' };
  const promised = openOffers(s).filter((other) => other.id !== id).length;
  if (openPlaces(s) - promised <= 0) return { error: 'place_gone' };
  return select(s, id);
}

/**
 * The reserve's no to this place. They stay on the list, and are not asked again unless somebody
 * does by hand.
 */
export function refusePlace(s: Snapshot, id: string): Decision {
  const found = activePlacement(s, id);
  if ('error' in found) return found;
  if (!isOffered(found.p)) return { error: 'not_reserve' };
  return {
    placements: [{ id, set: { placeOffer: 'refused' } }],
    entries: [{ kind: 'place_refused', placementId: id }],
  };
}

/**
 * Asks somebody again whose offer lapsed or who refused: they are next once more, by their rank.
 */
export function askAgain(s: Snapshot, id: string): Decision {
  const p = placementOf(s, id);
  if (
    p?.recruitment !== 'reserve' ||
    p.exit !== null ||
    p.placeOffer === null ||
    p.placeOffer === 'open'
  )
    return { error: 'not_reserve' };
  return {
    placements: [{ id, set: { placeOffer: null, placeOfferUntil: null } }],
    entries: [{ kind: 'place_asked_again', placementId: id }],
  };
}
