import type { Act } from '../slice.ts';
import type { Change, Decision } from '../batch/change.ts';
import { openPlaces } from '../batch/equation.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { reached } from '../stages.ts';
import { isAsked } from './consent.ts';
import type { Placement } from '../batch/placement.ts';
import { isReady } from '../readiness.ts';
import { busLeaves, offerUntil, canMakeIt } from './offer-time.ts';

export function isOffered(p: Placement): boolean {
  return p.exit === null && p.recruitment === 'reserve' && p.placeOffer === 'open';
}

/** Reserves who hold an open offer, in the order in which it lapses. */
export function openOffers(s: Snapshot): Placement[] {
  return s.placements
    .filter(isOffered)
    .sort((a, b) => (a.placeOfferUntil ?? 0) - (b.placeOfferUntil ?? 0));
}

/**
 * Whether vacated places are offered at all: once recruitment has closed, until departure, unless
 * somebody stopped it.
 */
function isOffering(s: Snapshot, at: number): boolean {
  return (
    s.status === 'open' &&
    s.order.state === 'confirmed' &&
    s.departedAt === null &&
    at < (busLeaves(s) ?? Infinity) &&
    !s.reserveStopped &&
    reached(s.stage, 'health')
  );
}

/**
 * Whoever is next on the reserve list: in order, consented to the current terms, not asked before,
 * ready once the manifest is locked, and near enough to be there before the bus leaves.
 */
export function nextReserves(s: Snapshot, at: number): Placement[] {
  return s.placements
    .filter(
      (p) =>
        p.exit === null &&
        p.recruitment === 'reserve' &&
        p.placeOffer === null &&
        p.consentedHash === s.order.termsHash &&
        canMakeIt(s, p, at) &&
        (s.lockedAt === null || isReady(s, { ...p, recruitment: 'selected' })),
    )
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
}

function vacant(s: Snapshot): number {
  return Math.max(0, openPlaces(s) - s.unfilledAccepted);
}

/** Offers each vacated place to the next who fits. */
function offerPlaces(at: number) {
  return (s: Snapshot): Decision => {
    const free = vacant(s) - openOffers(s).length;
    const next = isOffering(s, at) ? nextReserves(s, at).slice(0, Math.max(0, free)) : [];
    if (next.length === 0) return { error: 'wrong_state' };
    const offers = next.map((p) => ({ id: p.id, until: offerUntil(s, p, at) }));
    return {
      placements: offers.map(({ id, until }) => ({
        id,
        set: { placeOffer: 'open', placeOfferUntil: until },
      })),
      entries: offers.map(({ id, until }) => ({
        kind: 'place_offered',
        placementId: id,
        detail: { until },
      })),
    };
  };
}

/**
 * Ends the offers whose time is over. Whoever is late keeps their rank, and may still say yes while
 * a place is open.
 */
function lapseOffers(at: number) {
  return (s: Snapshot): Decision => {
    const late = openOffers(s).filter((p) => (p.placeOfferUntil ?? 0) <= at);
    if (late.length === 0) return { error: 'wrong_state' };
    return {
      placements: late.map(({ id }) => ({ id, set: { placeOffer: 'lapsed' } })),
      entries: late.map(({ id }) => ({ kind: 'place_offer_lapsed', placementId: id })),
    };
  };
}

/**
 * Takes back the newest offers for which there is no place any more: it was filled by hand, or the
 * headcount was cut.
 */
function recallOffers(s: Snapshot): Decision {
  const surplus = openOffers(s)
    .toReversed()
    .slice(0, Math.max(0, openOffers(s).length - vacant(s)));
  if (surplus.length === 0) return { error: 'wrong_state' };
  return recall(surplus);
}

function recall(some: Placement[]): Change {
  return {
    placements: some.map(({ id }) => ({ id, set: { placeOffer: null, placeOfferUntil: null } })),
    entries: some.map(({ id }) => ({ kind: 'place_offer_recalled', placementId: id })),
  };
}

/** What the workflow has to do for the reserve list now; null when nothing. */
export function reserveStep(s: Snapshot, at: number): Act | null {
  if (s.status !== 'open') return null;
  const offers = openOffers(s);
  if (offers.some((p) => (p.placeOfferUntil ?? 0) <= at))
    return { action: 'reserve.lapse', decide: lapseOffers(at) };
  if (offers.length > vacant(s)) return { action: 'reserve.recall', decide: recallOffers };
  if (isOffering(s, at) && vacant(s) > offers.length && nextReserves(s, at).length > 0)
    return { action: 'reserve.offer', decide: offerPlaces(at) };
  return null;
}

/**
 * Stops the offers, or lets them go on. Those that are open are taken back; places are then given
 * by hand.
 */
export function stopOffers(s: Snapshot, stopped: boolean): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  if (s.reserveStopped === stopped) return { error: 'wrong_state' };
  const { placements = [], entries } = stopped ? recall(openOffers(s)) : { entries: [] };
  return {
    batch: { reserveStopped: stopped },
    placements,
    entries: [...entries, { kind: stopped ? 'offers_stopped' : 'offers_resumed' }],
  };
}

/**
 * Changes the order of the reserve list: somebody to a rank, the others as they were, with the
 * reason.
 */
export function rerank(s: Snapshot, id: string, rank: number, reason: string): Decision {
  const list = s.placements
    .filter((p) => p.exit === null && p.recruitment === 'reserve')
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const moved = list.find((p) => p.id === id);
  if (!moved) return { error: 'not_reserve' };
  const rest = list.filter((p) => p.id !== id);
  const to = Math.min(Math.max(1, rank), list.length);
  const ordered = [...rest.slice(0, to - 1), moved, ...rest.slice(to - 1)];
  return {
    placements: ordered.flatMap((p, i) =>
      p.rank === i + 1 ? [] : [{ id: p.id, set: { rank: i + 1 } }],
    ),
    entries: [{ kind: 'reranked', placementId: id, detail: { rank: to, reason } }],
  };
}

/**
 * Whoever has to answer something: whether to go, whether to go on under new terms, whether to take
 * a vacated place.
 */
export function awaited(s: Snapshot): Placement[] {
  return s.placements.filter((p) => isAsked(s, p) || isOffered(p));
}
