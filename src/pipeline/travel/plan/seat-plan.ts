import type { PlannedLeg } from './plan.ts';

/**
 * Whoever is to sit with whom: the people they want to travel with, and the phone that is called
 * for them in need.
 */
export type Traveller = {
  id: string;
  workerId: string;
  villageId: string;
  phone: string;
  kinPhone: string;
  companions: readonly string[];
  captain: boolean;
  seats: Readonly<Record<string, number>>;
};

type Vehicle = Pick<PlannedLeg, 'id' | 'seats'>;
export type Seats = ReadonlyMap<string, { legId: string; no: number }>;

/**
 * Those who want to sit together: whoever names the other as company, is the other's next of kin,
 * or shares one.
 */
export function groupsOf(people: readonly Traveller[]): Traveller[][] {
  const group = new Map(people.map((p) => [p, [p]]));
  const join = (a: Traveller, b: Traveller): void => {
    const [one, other] = [group.get(a)!, group.get(b)!];
    if (one === other) return;
    one.push(...other);
    for (const p of other) group.set(p, one);
  };
  const isKin = (a: Traveller, b: Traveller) =>
    a.kinPhone !== '' && (a.kinPhone === b.kinPhone || a.kinPhone === b.phone);
  people.forEach((a, i) => {
    for (const b of people.slice(i + 1))
      if (
        isKin(a, b) ||
        isKin(b, a) ||
        a.companions.includes(b.workerId) ||
        b.companions.includes(a.workerId)
      )
        join(a, b);
  });
  return [...new Set(group.values())];
}

/**
 * Seats for everybody in the vehicles of one stretch. Groups stay in one vehicle, side by side, as
 * long as one has room for them; captains are spread, one vehicle after the other; neighbours
 * follow each other. Whoever has a seat keeps it.
 * @param front seats by the door of each vehicle that are kept for its escorts
 * @returns a seat for everybody for whom there is one
 */
export function seatPlan(
  vehicles: readonly Vehicle[],
  people: readonly Traveller[],
  front: number,
): Seats {
  const found = new Map<string, { legId: string; no: number }>();
  const free = new Map(
    vehicles.map(({ id, seats }) => [
      id,
      Array.from({ length: Math.max(0, seats - front) }, (_, i) => front + 1 + i),
    ]),
  );
  const take = (p: Traveller, legId: string, no: number): void => {
    found.set(p.id, { legId, no });
    free.set(
      legId,
      (free.get(legId) ?? []).filter((each) => each !== no),
    );
  };
  for (const p of people)
    for (const { id, seats: vehicleSeats } of vehicles) {
      const no = p.seats[id];
      const isFree = ![...found.values()].some((seat) => seat.legId === id && seat.no === no);
      if (no !== undefined && isFree && no <= vehicleSeats) take(p, id, no);
    }
  const room = (id: string): number => free.get(id)?.length ?? 0;
  const captainsIn = (id: string): number =>
    people.filter((p) => p.captain && found.get(p.id)?.legId === id).length;
  const seat = (group: readonly Traveller[]): void => {
    const hasCaptain = group.some((p) => p.captain);
    const beside = (id: string): number =>
      group.filter((p) => found.get(p.id)?.legId === id).length;
    const waiting = group.filter((p) => !found.has(p.id));
    if (waiting.length === 0) return;
    const [best] = vehicles
      .filter(({ id }) => room(id) > 0)
      .toSorted(
        (a, b) =>
          Number(room(b.id) >= waiting.length) - Number(room(a.id) >= waiting.length) ||
          beside(b.id) - beside(a.id) ||
          (hasCaptain ? captainsIn(a.id) - captainsIn(b.id) : 0) ||
          room(b.id) - room(a.id),
      );
    if (!best) return;
    const some = waiting.slice(0, room(best.id));
    for (const p of some) take(p, best.id, free.get(best.id)![0]!);
    // A group for which no vehicle has room goes on in the next one.
    seat(waiting.slice(some.length));
  };
  const rank = (group: Traveller[]): string =>
    `${group.some((p) => p.captain) ? 0 : 1}${String(999 - group.length).padStart(3, '0')}` +
    group[0]!.villageId;
  for (const group of groupsOf(people).toSorted((a, b) =>
    rank(a) < rank(b) ? -1 : Number(rank(a) > rank(b)),
  ))
    seat(group);
  return found;
}
