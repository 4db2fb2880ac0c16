import type { Decision } from '../batch/change.ts';
import { openPlaces, placeHolders } from '../batch/equation.ts';
import { isHereAgain, placementOf, type Snapshot } from '../batch/snapshot.ts';
import type { RecruitmentState, ReleaseReason } from './recruitment-state.ts';
import type { Placement } from '../batch/placement.ts';
import { isReady } from '../readiness.ts';
import { activePlacement, one, beforeDeparture } from './placement.ts';

/**
 * The worker's own decision not to go, or not to go on. Open at every stage, without a reason and
 * without anybody's approval. On the road it means leaving en route; at the post it means coming
 * home.
 */
export function withdraw(s: Snapshot, id: string): Decision {
  const found = activePlacement(s, id);
  if ('error' in found) return found;
  const { p } = found;
  if (p.travel === 'accepted')
    return one(p, { followUp: 'home', active: false }, 'came_home', { reason: 'own_choice' });
  if (p.travel === 'boarded' || p.travel === 'arrived')
    return one(
      p,
      { exit: 'withdrawn', active: false, travel: 'left_en_route', onward: null },
      'withdrew',
    );
  return one(p, { exit: 'withdrawn', active: false }, 'withdrew');
}

/** The worker's no to an offer. Not a withdrawal: nothing had been agreed. */
export function decline(s: Snapshot, id: string): Decision {
  const found = beforeDeparture(s, id);
  if ('error' in found) return found;
  if (found.p.heldPlace) return withdraw(s, id);
  return one(found.p, { recruitment: 'declined', exit: 'declined', active: false }, 'declined');
}

/**
 * A misplaced no: puts a worker who declined or withdrew back where they were, by their own tap,
 * until departure. Only while their place is free and promised to no reserve, and while they are in
 * no batch again. Terms that changed meanwhile are asked about anew.
 */
export function takeBack(s: Snapshot, id: string): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  const p = placementOf(s, id);
  if (!p) return { error: 'unknown_placement' };
  if (s.departedAt !== null) return { error: 'already_departed' };
  if ((p.exit !== 'declined' && p.exit !== 'withdrawn') || p.travel !== 'expected')
    return { error: 'wrong_state' };
  if (isHereAgain(s, p)) return { error: 'already_in_batch' };
  const [limit] = p.obstacles;
  if (limit) return { error: limit };
  const hadPlace = p.recruitment === 'selected' || p.recruitment === 'reoffered';
  if (hadPlace && !isPlaceFree(s, p)) return { error: 'place_taken' };
  const recruitment = restored(s, p);
  const back: Placement = { ...p, exit: null, active: true, recruitment };
  if (recruitment === 'selected' && s.lockedAt !== null && !isReady(s, back))
    return { error: 'person_not_ready' };
  const rank = recruitment === 'reserve' ? freeRank(s, p) : null;
  const consentedHash = p.consentedHash === s.order.termsHash ? p.consentedHash : null;
  const offers = { placeOffer: null, placeOfferUntil: null };
  const set = {
    exit: null,
    active: true,
    recruitment,
    rank,
    consentedHash,
    seats: freeSeats(s, p),
    ...offers,
  };
  return one(p, set, 'took_back');
}

/**
 * Whether nobody took over the place that they left, and no reserve is being asked whether they
 * want it.
 */
function isPlaceFree(s: Snapshot, p: Placement): boolean {
  const promised = s.placements.filter(
    (other) => other.exit === null && other.placeOffer === 'open',
  ).length;
  return (
    p.heldPlace &&
    openPlaces(s) > promised &&
    !s.placements.some((other) => other.replaces === p.id)
  );
}

/** What they were before their no, by what they agreed to and what is valid now. */
function restored(s: Snapshot, p: Placement): RecruitmentState {
  const hasAgreed = p.consentedHash !== null && p.consentedHash === s.order.termsHash;
  if (p.recruitment === 'selected' || p.recruitment === 'reoffered')
    return hasAgreed ? 'selected' : 'reoffered';
  if (!hasAgreed) return p.recruitment === 'registered' ? 'registered' : 'offered';
  return p.rank === null ? 'consented' : 'reserve';
}

/** Their rank on the reserve list, or the end of it where somebody else has theirs by now. */
function freeRank(s: Snapshot, p: Placement): number | null {
  const others = s.placements.filter((other) => other.id !== p.id);
  const isTaken = others.some((other) => other.exit === null && other.rank === p.rank);
  return isTaken ? Math.max(0, ...others.map((other) => other.rank ?? 0)) + 1 : p.rank;
}

/** Their seats, less those in which somebody else sits by now. */
function freeSeats(s: Snapshot, p: Placement): Placement['seats'] {
  const isTaken = (legId: string, no: number) =>
    s.placements.some(
      (other) => other.id !== p.id && other.exit === null && other.seats[legId] === no,
    );
  return Object.fromEntries(Object.entries(p.seats).filter(([legId, no]) => !isTaken(legId, no)));
}

/**
 * The station lets someone go: the headcount was cut, papers did not come, no answer. The reason is
 * recorded.
 */
export function release(s: Snapshot, id: string, reason: ReleaseReason): Decision {
  const found = beforeDeparture(s, id);
  if ('error' in found) return found;
  // After a headcount cut the place itself is gone, so it must not go on being counted.
  const heldPlace = found.p.heldPlace && placeHolders(s).length <= s.headcount;
  return one(found.p, { exit: 'released', active: false, heldPlace }, 'released', { reason });
}
