import type { Decision } from '../../batch/change.ts';
import { placementOf, type Snapshot } from '../../batch/snapshot.ts';
import { isOfTheRoad, type PlannedLeg, stretchesOf } from './plan.ts';
import { planChange } from './plan-change.ts';
import { travels } from '../../batch/placement.ts';
import { type Traveller, seatPlan } from './seat-plan.ts';

/**
 * The stretches on which seats are given out: those of the road, which lead to one place from
 * wherever they begin. A train's seats are on its tickets.
 */
export function seatedStretches<Leg extends PlannedLeg>(legs: readonly Leg[]): Leg[][] {
  return [
    ...Map.groupBy(stretchesOf(legs.filter(isOfTheRoad)).flat(), ({ toPlace }) => toPlace).values(),
  ];
}

/** How many travel without a seat on a stretch that has a plan, or could have one. */
export function withoutSeat(s: Snapshot, legs: readonly PlannedLeg[]): number {
  return s.placements.filter(
    (p) =>
      travels(p) &&
      seatedStretches(legs).some((stretch) => !stretch.some(({ id }) => p.seats[id] !== undefined)),
  ).length;
}

/**
 * Gives everybody a seat who has none. Escorts sit by the door: so many seats of each vehicle are
 * theirs.
 */
export function giveSeats(
  s: Snapshot,
  legs: readonly PlannedLeg[],
  people: readonly Omit<Traveller, 'seats' | 'captain' | 'id'>[],
): Decision {
  const stretches = seatedStretches(legs);
  if (stretches.length === 0) return { error: 'no_vehicle' };
  const cadres = s.escorts - s.placements.filter((p) => travels(p) && p.captain).length;
  const travellers = s.placements.filter(travels).flatMap((p): Traveller[] => {
    const person = people.find((each) => each.workerId === p.workerId);
    return person ? [{ ...person, id: p.id, captain: p.captain, seats: p.seats }] : [];
  });
  const seats = new Map<string, Record<string, number>>(travellers.map(({ id }) => [id, {}]));
  for (const stretch of stretches)
    for (const [id, { legId, no }] of seatPlan(
      stretch,
      travellers,
      Math.ceil(Math.max(0, cadres) / stretch.length),
    ))
      seats.set(id, { ...seats.get(id), [legId]: no });
  const changed = travellers.filter(
    (p) => JSON.stringify(p.seats) !== JSON.stringify(seats.get(p.id)),
  );
  if (changed.length === 0) return { error: 'already_recorded' };
  const decision = planChange(s, { kind: 'seats_given', detail: { people: changed.length } });
  if ('error' in decision) return decision;
  return {
    ...decision,
    placements: changed.map(({ id }) => ({ id, set: { seats: seats.get(id)! } })),
  };
}

/** Somebody sits elsewhere; whoever sat there takes their seat. */
export function moveSeat(
  s: Snapshot,
  legs: readonly PlannedLeg[],
  { placementId, legId, no }: { placementId: string; legId: string; no: number },
): Decision {
  const p = placementOf(s, placementId);
  const stretch = seatedStretches(legs).find((each) => each.some(({ id }) => id === legId));
  const vehicle = stretch?.find(({ id }) => id === legId);
  if (!p || !travels(p)) return { error: 'not_on_manifest' };
  if (!stretch || !vehicle) return { error: 'no_vehicle' };
  if (no < 1 || no > vehicle.seats)
    return { error: 'no_such_seat', detail: { seats: vehicle.seats } };
  const here = stretch.find(({ id }) => p.seats[id] !== undefined);
  const other = s.placements.find(
    (each) => travels(each) && each.id !== p.id && each.seats[legId] === no,
  );
  const elsewhere = (of: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(of).filter(([id]) => !stretch.some((leg) => leg.id === id)));
  const decision = planChange(s, { kind: 'seat_moved', placementId, detail: { no } });
  if ('error' in decision) return decision;
  return {
    ...decision,
    placements: [
      { id: p.id, set: { seats: { ...elsewhere(p.seats), [legId]: no } } },
      ...(other
        ? [
            {
              id: other.id,
              set: {
                seats: {
                  ...elsewhere(other.seats),
                  ...(here ? { [here.id]: p.seats[here.id]! } : {}),
                },
              },
            },
          ]
        : []),
    ],
  };
}
