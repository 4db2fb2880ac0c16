import type { Decision } from '../../batch/change.ts';
import { isAskedOnTheRoad } from '../../recruitment/consent.ts';
import type { Snapshot } from '../../batch/snapshot.ts';
import type { Placement } from '../../batch/placement.ts';
import { isDisputed } from '../roll-call/whereabouts.ts';
import type { Signature } from './handover-state.ts';

/**
 * Whether two ride in one vehicle, on whichever leg: then neither has arrived while the other is on
 * the road.
 */
function rideTogether(a: Placement, b: Placement): boolean {
  return Object.keys(a.seats).some((legId) => legId in b.seats);
}

/**
 * For whom an employer may sign now: everybody who has arrived, or while others are on the road
 * those of a vehicle that is complete.
 */
export function signable(s: Snapshot): Placement[] {
  // An employer who has not said yes to them sees no names, and signs for nobody.
  if (s.order.state !== 'confirmed') return [];
  const arrived = s.placements.filter((p) => p.travel === 'arrived' && !isDisputed(p));
  if (s.arrivedAt !== null) return arrived;
  const onTheRoad = s.placements.filter((p) => p.travel === 'boarded' || isDisputed(p));
  const hasSeat = (p: Placement): boolean => Object.keys(p.seats).length > 0;
  return arrived.filter(
    (p) => hasSeat(p) && onTheRoad.every((other) => hasSeat(other) && !rideTogether(p, other)),
  );
}

/**
 * Whether an employer's signature is what comes next: somebody waits for it, or nobody is left and
 * it has not been given.
 */
export function awaitsSignature(s: Snapshot): boolean {
  return (
    signable(s).length > 0 ||
    (s.order.state === 'confirmed' && s.arrivedAt !== null && s.handedOverAt === null)
  );
}

/**
 * The employer's signature for people who arrived: all of them, those of one vehicle, or somebody
 * who was found later. Their count must equal the number of people less whoever they reject by name
 * and reason; anything else is refused, so that no difference is left without a name. The batch is
 * handed over with the last signature.
 */
export function handOver(
  s: Snapshot,
  { count, people, rejected: rejections }: Signature,
  at: number,
): Decision {
  if (s.status !== 'open' || s.departedAt === null) return { error: 'wrong_state' };
  const named = s.placements.filter((p) => people.includes(p.id));
  const rejected = new Map(rejections.map((r) => [r.placementId, r.reason]));
  if (named.length !== people.length || [...rejected.keys()].some((id) => !people.includes(id)))
    return { error: 'unknown_placement' };
  const names = (some: readonly Placement[]) => ({ names: some.map((p) => p.name) });
  const signed = named.filter((p) => p.travel === 'accepted' || p.travel === 'rejected');
  if (signed.length > 0) return { error: 'already_handed_over', detail: names(signed) };
  const disputed = named.filter(isDisputed);
  if (disputed.length > 0) return { error: 'roll_call_disputed', detail: names(disputed) };
  const travelling = named.filter((p) => p.travel === 'boarded');
  if (travelling.length > 0) return { error: 'arrival_open', detail: names(travelling) };
  const elsewhere = named.filter((p) => p.travel !== 'arrived');
  if (elsewhere.length > 0) return { error: 'not_on_board', detail: names(elsewhere) };
  if (s.order.state !== 'confirmed' && named.length > rejected.size)
    return { error: 'demand_open' };
  const unasked = named.filter((p) => !rejected.has(p.id) && isAskedOnTheRoad(s, p));
  if (unasked.length > 0) return { error: 'terms_not_agreed', detail: names(unasked) };
  const accepted = named.length - rejected.size;
  if (count !== accepted)
    return { error: 'count_differs', detail: { escort: accepted, employer: count } };
  const rest = s.placements.filter(
    (p) => (p.travel === 'boarded' || p.travel === 'arrived') && !people.includes(p.id),
  );
  const isLast = s.handedOverAt === null && s.arrivedAt !== null && rest.length === 0;
  // Nobody is nobody's signature, unless nobody else is left either.
  if (named.length === 0 && !isLast)
    return { error: s.handedOverAt === null ? 'nothing_chosen' : 'already_handed_over' };
  const open = isLast ? s.placements.filter(isDisputed) : [];
  if (open.length > 0) return { error: 'roll_call_disputed', detail: names(open) };
  return {
    ...(isLast ? { batch: { handedOverAt: at } } : {}),
    placements: named.map((p) => ({
      id: p.id,
      set: rejected.has(p.id)
        ? { travel: 'rejected', active: false, onward: null }
        : { travel: 'accepted', followUp: 'away' },
    })),
    entries: [
      { kind: 'handed_over', detail: { accepted, rejected: rejected.size } },
      ...rejections.map((r) => ({
        kind: 'rejected' as const,
        placementId: r.placementId,
        detail: { reason: r.reason },
      })),
    ],
  };
}
