import { printedDigits } from '../../../access/printed.ts';
import type { Snapshot } from '../../batch/snapshot.ts';
import type { BatchReading } from '../../batch-reading.requests.ts';
import type { PhoneRoster, RosterPerson } from './phone-roster.ts';
import type { PlannedLeg } from '../plan/plan.ts';
import { newestPortraits, type PortraitRow } from './portraits.requests.ts';
import { stopsOf } from './stops.ts';
import type { Placement } from '../../batch/placement.ts';
import { seatedStretches } from '../plan/seats.ts';

type Leg = PlannedLeg & { vehicle: string };

/** Whom the roster of a phone lists: those on the manifest, and whoever has been called. */
export function listedIn(s: Snapshot): Placement[] {
  return s.placements.filter(
    (p) => (p.recruitment === 'selected' && p.exit === null) || p.travel !== 'expected',
  );
}

/**
 * The roster for an escort's phone: those on the manifest and those who were on board.
 * @param told the legs in the words of whoever reads them
 */
export async function phoneRoster(
  secret: string,
  { s, workers, villages }: BatchReading,
  legs: readonly Leg[],
  told: PhoneRoster['plan']['legs'],
  portraits: readonly PortraitRow[],
): Promise<PhoneRoster> {
  const workerOf = new Map(workers.map((w) => [w.id, w]));
  const villageOf = new Map(villages.map((v) => [v.id, v.name]));
  const { seq, code, lockedAt, departedAt, arrivedAt, handedOverAt, phones } = s;
  const withSeats = seatedStretches(legs).filter((stretch) =>
    s.placements.some((p) => stretch.some(({ id }) => p.seats[id] !== undefined)),
  );
  // People board the first vehicles and arrive in the last.
  const seated = withSeats.at(departedAt === null ? 0 : -1);
  const seatOf = (seats: Readonly<Record<string, number>>): RosterPerson['seat'] => {
    const leg = seated?.find(({ id }) => seats[id] !== undefined);
    return leg ? { vehicle: leg.id, no: seats[leg.id] ?? 0 } : null;
  };
  const listed = listedIn(s);
  const pictured = newestPortraits(portraits, listed);
  return {
    seq,
    code,
    lockedAt,
    departedAt,
    arrivedAt,
    handedOverAt,
    phones,
    plan: { version: s.planVersion, legs: told },
    stops: stopsOf(legs),
    vehicles: (seated ?? []).map(({ id, vehicle }) => ({ id, name: vehicle })),
    held: s.heldEntries.map(({ deed }) => deed.kind),
    signed: s.heldEntries.flatMap(({ deed }) => (deed.kind === 'handover' ? deed.people : [])),
    people: await Promise.all(
      listed.map(async (p) => {
        const worker = workerOf.get(p.workerId);
        return {
          id: p.id,
          name: p.name,
          village: villageOf.get(worker?.villageId ?? '') ?? '',
          phone: worker?.phone ?? '',
          kin: worker?.kin ? { name: worker.kin.name, phone: worker.kin.phone } : null,
          code: await printedDigits(secret, 'card', p.id),
          captain: p.captain,
          portrait: pictured.get(p.id)?.id ?? null,
          seat: seatOf(p.seats),
          tickets: legs
            .flatMap(({ id, vehicle }) => (p.tickets[id] ? [`${vehicle} ${p.tickets[id]}`] : []))
            .join(' · '),
          hasLeft: p.exit !== null,
          askFirst: p.travelFit === 'no',
          travel: p.travel,
          roll: p.roll,
        };
      }),
    ),
  };
}
