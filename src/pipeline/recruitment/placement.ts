import type { HistoryKind } from '../batch/history-kind.ts';
import { type Change, type Decision, each, type HistoryEntry } from '../batch/change.ts';
import { openPlaces, placeHolders } from '../batch/equation.ts';
import { placementOf, type Snapshot } from '../batch/snapshot.ts';
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
  kind: HistoryKind,
  detail?: HistoryEntry['detail'],
): Change {
  return {
    placements: [{ id: p.id, set }],
    entries: [{ kind, placementId: p.id, ...(detail ? { detail } : {}) }],
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
