import { placementOf, type Snapshot } from '../batch/snapshot.ts';
import { type PlannedLeg, stretchesOf } from '../travel/plan/plan.ts';
import { travels } from '../batch/placement.ts';
import type { RejectionReason } from '../travel/handover/handover-state.ts';

type SignedRow = {
  people: string[];
  employerCount: number;
  rejected: { placementId: string; reason: RejectionReason }[];
  absent: { placementId: string }[];
  signedBy: string;
  signedAt: number;
  id: string;
  corrects: string | null;
};

/** A signature as the employer reads it again: who signed when, and for whom. */
export type SignedRecord = {
  by: string;
  at: number;
  count: number;
  accepted: string[];
  rejected: { name: string; reason: RejectionReason }[];
};

/** What was signed, each signature in its newest version. */
export function signedRecords(s: Snapshot, rows: readonly SignedRow[]): SignedRecord[] {
  const corrected = new Set(rows.map(({ corrects }) => corrects));
  const nameOf = (id: string): string => placementOf(s, id)?.name ?? '';
  return rows
    .filter(({ id }) => !corrected.has(id))
    .map(({ people, employerCount, rejected, absent, signedBy, signedAt }) => {
      const others = new Set([...rejected, ...absent].map(({ placementId }) => placementId));
      return {
        by: signedBy,
        at: signedAt,
        count: employerCount,
        accepted: people.filter((id) => !others.has(id)).map(nameOf),
        rejected: rejected.map(({ placementId, reason }) => ({
          name: nameOf(placementId),
          reason,
        })),
      };
    });
}

export type Coming<Leg> = {
  names: string[];
  arrivesAt: number | null;
  toPlace: string;
  vehicles: Leg[];
};

/** Who comes, when and by what, once the list is fixed and until it is signed for. Names only. */
export function comingTo<Leg extends PlannedLeg>(
  s: Snapshot,
  legs: readonly Leg[],
): Coming<Leg> | null {
  if (s.order.state !== 'confirmed' || s.lockedAt === null || s.arrivedAt !== null) return null;
  const vehicles = stretchesOf(legs).at(-1) ?? [];
  return {
    names: s.placements.filter(travels).map(({ name }) => name),
    arrivesAt: vehicles.length === 0 ? null : Math.max(...vehicles.map((leg) => leg.arrivesAt)),
    toPlace: vehicles[0]?.toPlace ?? '',
    vehicles,
  };
}
