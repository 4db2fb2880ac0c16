import type { Change, Decision, HistoryEntry } from '../../batch/change.ts';
import { placementOf, type Snapshot } from '../../batch/snapshot.ts';
import { type Placement, travels } from '../../batch/placement.ts';

/**
 * What a change of the plan does besides: once the manifest is locked it is a new version, which
 * every phone has to see.
 */
function raised(s: Snapshot): Pick<Change, 'batch'> {
  return s.lockedAt === null ? {} : { batch: { planVersion: s.planVersion + 1 } };
}

/** The plan changes, before departure or on the way; not once everybody has been handed over. */
export function planChange(s: Snapshot, entry: HistoryEntry): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  if (s.handedOverAt !== null) return { error: 'already_handed_over' };
  return { ...raised(s), entries: [entry] };
}

type Leg = { fromPlace: string; toPlace: string; vehicle: string; departsAt: number };

function toldOf({ fromPlace, toPlace, vehicle }: Leg) {
  return { from: fromPlace, to: toPlace, vehicle };
}

/** What is offered already may not hold beyond a bus that leaves sooner. */
function offersUntil(s: Snapshot, leavesAt: number): NonNullable<Change['placements']> {
  return s.placements
    .filter((p) => p.placeOffer === 'open' && (p.placeOfferUntil ?? 0) > leavesAt)
    .map(({ id }) => ({ id, set: { placeOfferUntil: leavesAt } }));
}

/** Another leg. The first one to leave says until when somebody can still join. */
export function addLeg(s: Snapshot, leg: Leg): Decision {
  const decision = planChange(s, { kind: 'leg_added', detail: toldOf(leg) });
  if ('error' in decision) return decision;
  const leavesAt = Math.min(s.leavesAt ?? leg.departsAt, leg.departsAt);
  return {
    ...decision,
    batch: { ...decision.batch, leavesAt },
    placements: offersUntil(s, leavesAt),
  };
}

/** A leg struck from the plan, of which the rest stays. */
export function strikeLeg(s: Snapshot, gone: Leg, rest: readonly Leg[]): Decision {
  const decision = planChange(s, { kind: 'leg_removed', detail: toldOf(gone) });
  if ('error' in decision) return decision;
  const leavesAt = rest.length === 0 ? null : Math.min(...rest.map(({ departsAt }) => departsAt));
  return { ...decision, batch: { ...decision.batch, leavesAt } };
}

/**
 * Another vehicle in the place of one, or the same at other times. Whoever has a seat keeps its
 * number in the new one, as far as it has so many; the roster stays as it is.
 */
export function replaceLeg(
  s: Snapshot,
  gone: Leg & { id: string },
  next: Leg & { id: string; seats: number; hasSeatPlan: boolean },
  rest: readonly Leg[],
): Decision {
  const decision = planChange(s, {
    kind: 'leg_replaced',
    detail: { ...toldOf(next), was: gone.vehicle },
  });
  if ('error' in decision) return decision;
  const seated = s.placements.flatMap((p) => {
    const { [gone.id]: no, ...seats } = p.seats;
    const { [gone.id]: ticket, ...tickets } = p.tickets;
    if (no === undefined && ticket === undefined) return [];
    const keepsSeat = no !== undefined && next.hasSeatPlan && no <= next.seats;
    // A ticket is for its train: another one has other tickets.
    const keepsTicket = ticket !== undefined && next.vehicle === gone.vehicle;
    const set = {
      seats: keepsSeat ? { ...seats, [next.id]: no } : seats,
      tickets: keepsTicket ? { ...tickets, [next.id]: ticket } : tickets,
    };
    return [{ id: p.id, set }];
  });
  const leavesAt = Math.min(next.departsAt, ...rest.map(({ departsAt }) => departsAt));
  const placements = [...seated, ...(s.departedAt === null ? offersUntil(s, leavesAt) : [])];
  return { ...decision, batch: { ...decision.batch, leavesAt }, placements };
}

/**
 * Who is on board of a leg: those who have a seat there, or everybody on board where no seats were
 * given out for it.
 */
export function ridersOf(s: Snapshot, legId: string): Placement[] {
  const onBoard = s.placements.filter((p) => p.exit === null && p.travel === 'boarded');
  const seated = onBoard.filter((p) => legId in p.seats);
  return seated.length > 0 ? seated : onBoard;
}

/** Somebody else rides along in the place of an escort. */
export function replaceEscort(
  s: Snapshot,
  gone: { name: string; placementId: string | null },
  by: { name: string },
  why: string,
): Decision {
  const decision = planChange(s, {
    kind: 'escort_replaced',
    detail: { escort: gone.name, by: by.name, why },
  });
  if ('error' in decision || gone.placementId === null) return decision;
  return { ...decision, placements: [{ id: gone.placementId, set: { captain: false } }] };
}

/** Somebody who travels agreed to be a captain. */
export function appointCaptain(s: Snapshot, placementId: string): Decision {
  const p = placementOf(s, placementId);
  if (!p || !travels(p)) return { error: 'not_on_manifest' };
  if (p.captain) return { error: 'already_recorded' };
  const decision = planChange(s, { kind: 'captain_agreed', placementId });
  if ('error' in decision) return decision;
  return { ...decision, placements: [{ id: placementId, set: { captain: true } }] };
}
