import { newPlacement } from '../new-placement.ts';
import { type Change, type Decision, each, type Entry } from '../batch/change.ts';
import { openPlaces, placeHolders } from '../batch/equation.ts';
import { isHereAgain, placementOf, type Snapshot } from '../batch/snapshot.ts';
import type { RecruitmentState, ReleaseReason } from './recruitment-state.ts';
import { isAbsent, type Placement } from '../batch/placement.ts';
import { isReady } from '../readiness.ts';

/** Why a command on a placement is refused. The views have a sentence for each. */
export type PlacementError =
  | 'unknown_placement'
  | 'batch_ended'
  | 'already_departed'
  | 'already_left'
  | 'already_in_batch'
  | 'not_offered'
  | 'no_consent'
  | 'terms_changed'
  | 'full'
  | 'not_reserve'
  | 'demand_open'
  | 'wrong_state';

type Found = { p: Placement } | { error: PlacementError };

/** The placement of an open batch, still in it; or why there is none to work on. */
export function activePlacement(s: Snapshot, id: string): Found {
  if (s.status !== 'open') return { error: 'batch_ended' };
  const p = placementOf(s, id);
  if (!p) return { error: 'unknown_placement' };
  return p.exit === null && p.active ? { p } : { error: 'already_left' };
}

/** The same, of somebody who has not departed yet. */
export function beforeDeparture(s: Snapshot, id: string): Found {
  return s.departedAt === null ? activePlacement(s, id) : { error: 'already_departed' };
}

/** A change of one placement, and the line that tells of it. */
export function one(
  p: Placement,
  set: Partial<Placement>,
  kind: string,
  detail?: Entry['detail'],
): Change {
  return {
    placements: [{ id: p.id, set }],
    entries: [{ kind, placementId: p.id, ...(detail ? { detail } : {}) }],
  };
}

/**
 * `against` are the codes of what spoke against the person, `word` why they are on the list all the
 * same.
 */
type Registration = {
  id: string;
  workerId: string;
  name: string;
  against?: string[];
  word?: string;
  /** Papers that they bring along and that still hold. */
  brought?: Pick<Placement, 'papers' | 'paperUntil'>;
};

/** Puts people on the batch's list. Whoever is on it already is left as they are. */
export function register(s: Snapshot, people: Registration[]): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  if (s.departedAt !== null) return { error: 'already_departed' };
  const here = new Set(s.placements.filter((p) => p.active).map((p) => p.workerId));
  const fresh = people.filter((person) => !here.has(person.workerId));
  if (fresh.length === 0) return { error: 'already_in_batch' };
  return {
    added: fresh.map(({ id, workerId, name, brought }) => ({
      ...newPlacement(id, workerId, name),
      ...brought,
    })),
    entries: fresh.map(({ id, against = [], word }) => ({
      kind: 'registered',
      placementId: id,
      ...(against.length > 0 ? { detail: { against, word } } : {}),
    })),
  };
}

/**
 * Shows the terms to people who have not been asked yet. Those who were asked keep their answer.
 */
export function offer(s: Snapshot, ids: string[], until: number): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  if (s.order.state !== 'confirmed') return { error: 'demand_open' };
  if (s.departedAt !== null) return { error: 'already_departed' };
  const asked = s.placements.filter(
    (p) => ids.includes(p.id) && p.exit === null && p.recruitment === 'registered',
  );
  if (asked.length === 0) return { error: 'wrong_state' };
  return {
    placements: asked.map((p) => ({
      id: p.id,
      set: { recruitment: 'offered', offerUntil: until },
    })),
    entries: asked.map((p) => ({ kind: 'offered', placementId: p.id })),
  };
}

function consented(s: Snapshot, p: Placement): PlacementError | null {
  if (p.consentedHash === null) return 'no_consent';
  return p.consentedHash === s.order.termsHash ? null : 'terms_changed';
}

/** Gives a place to someone who consented to the current terms, while there is one. */
export function select(s: Snapshot, id: string): Decision {
  const found = beforeDeparture(s, id);
  if ('error' in found) return found;
  const { p } = found;
  if (p.recruitment === 'selected' || p.recruitment === 'reoffered')
    return { error: 'wrong_state' };
  if (s.order.state !== 'confirmed') return { error: 'demand_open' };
  const lacking = consented(s, p);
  if (lacking) return { error: lacking };
  const [limit] = p.obstacles;
  if (limit) return { error: limit };
  if (openPlaces(s) <= 0) return { error: 'full' };
  // The manifest is fixed for those who are ready; only somebody who is ready as well may join it.
  if (s.lockedAt !== null && !isReady(s, { ...p, recruitment: 'selected' }))
    return { error: 'person_not_ready' };
  const vacated = p.heldPlace ? undefined : vacatedPlace(s);
  return one(
    p,
    {
      recruitment: 'selected',
      rank: null,
      placeOffer: null,
      placeOfferUntil: null,
      heldPlace: true,
      replaces: vacated?.id ?? null,
    },
    p.recruitment === 'reserve' ? 'promoted' : 'selected',
    vacated ? { replaces: vacated.id } : {},
  );
}

/** The longest-standing place that somebody left and nobody took over. */
export function vacatedPlace(s: Snapshot): Placement | undefined {
  const holders = placeHolders(s);
  return holders.length >= s.headcount
    ? holders.find((p) => p.exit !== null || isAbsent(p))
    : undefined;
}

/** Puts someone who consented at the end of the reserve list. */
export function putOnReserve(s: Snapshot, id: string): Decision {
  const found = beforeDeparture(s, id);
  if ('error' in found) return found;
  const { p } = found;
  const lacking = consented(s, p);
  if (lacking) return { error: lacking };
  if (p.recruitment !== 'consented') return { error: 'wrong_state' };
  const rank = Math.max(0, ...s.placements.map((other) => other.rank ?? 0)) + 1;
  return one(p, { recruitment: 'reserve', rank }, 'reserved', { rank });
}

/**
 * Gives a vacant place to someone on the reserve list. Order is advice to the coordinator, who
 * decides by hand.
 */
export function promote(s: Snapshot, id: string): Decision {
  const found = activePlacement(s, id);
  if ('error' in found) return found;
  return found.p.recruitment === 'reserve' ? select(s, id) : { error: 'not_reserve' };
}

/** Fills the open places with those who consented, in the order given. */
export function selectAll(s: Snapshot, ids: string[]): Decision {
  return each(s, ids, select);
}

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
