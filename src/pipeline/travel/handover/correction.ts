import type { Decision } from '../../batch/change.ts';
import { isHereAgain, placementOf, type Snapshot } from '../../batch/snapshot.ts';
import { hear } from '../roll-call/word.ts';
import type { Placement } from '../../batch/placement.ts';
import type { ArrivalOutcome } from '../roll-call/roll-state.ts';
import type { Rejection, RejectionReason } from './handover-state.ts';
import type { VisitKind } from '../../follow-up/visit-state.ts';
import { nextWord } from '../roll-call/check-in.ts';
import { STATION } from '../roll-call/call-anew.ts';

/**
 * What somebody who had been signed for turns out to have been: taken, not taken, or not there at
 * all.
 */
export const CORRECTED = ['accepted', 'rejected', 'missing', 'left_en_route'] as const;
export type Corrected = (typeof CORRECTED)[number];

/** Somebody who had been signed for and was not there. */
export type Absence = { placementId: string; outcome: 'missing' | 'left_en_route' };

/**
 * One version of a signature: for whom, whom of them the employer did not take, and who turned out
 * not to be there.
 */
export type Version = {
  people: readonly string[];
  rejected: readonly Rejection[];
  absent: readonly Absence[];
};

/** `reason` is the employer's, for not taking somebody. */
export type Correction = {
  placementId: string;
  outcome: Corrected;
  reason: RejectionReason | null;
};

/** What a version says of somebody; null where it says nothing. */
export function saidOf({ people, rejected, absent }: Version, id: string): Corrected | null {
  const absence = absent.find((each) => each.placementId === id);
  if (absence) return absence.outcome;
  if (rejected.some((each) => each.placementId === id)) return 'rejected';
  return people.includes(id) ? 'accepted' : null;
}

/** Everybody of whom a version says something. */
export function namedIn({ people, absent }: Version): string[] {
  return [...people, ...absent.map(({ placementId }) => placementId)];
}

/** How many the employer took by this version. */
export function takenBy({ people, rejected }: Version): number {
  return people.length - rejected.length;
}

/** The versions that hold: those that no later one corrects. */
export function standing<Row extends { id: string; corrects: string | null }>(
  rows: readonly Row[],
): Row[] {
  return rows.filter((row) => !rows.some((later) => later.corrects === row.id));
}

/** The next version: somebody turns out to have been something else. */
export function corrected(version: Version, { placementId, outcome, reason }: Correction): Version {
  const isOther = (each: { placementId: string }): boolean => each.placementId !== placementId;
  const isHere = outcome === 'accepted' || outcome === 'rejected';
  const people = version.people.filter((id) => id !== placementId);
  const rejected = version.rejected.filter(isOther);
  const absent = version.absent.filter(isOther);
  return {
    people: isHere ? [...people, placementId] : people,
    rejected:
      outcome === 'rejected' ? [...rejected, { placementId, reason: reason ?? 'other' }] : rejected,
    absent: isHere ? absent : [...absent, { placementId, outcome }],
  };
}

const SET: Record<Corrected, Partial<Placement>> = {
  accepted: { travel: 'accepted', followUp: 'away', active: true, onward: null },
  rejected: { travel: 'rejected', followUp: 'none', active: false, onward: null },
  // Whoever is looked for is still of this batch.
  missing: { travel: 'missing', followUp: 'none', active: true, onward: null },
  left_en_route: { travel: 'left_en_route', followUp: 'none', active: false, onward: null },
};

/** What the roll call says of them: whoever was there had arrived, taken or not. */
const AT_THE_END: Record<Corrected, ArrivalOutcome> = {
  accepted: 'arrived',
  rejected: 'arrived',
  missing: 'missing',
  left_en_route: 'left_en_route',
};

/** The word by which a correction stands in the roll call. */
export function saidBy({ outcome }: Correction): ArrivalOutcome {
  return AT_THE_END[outcome];
}

/**
 * What was signed turns out to have been otherwise. The version that was signed stays; the next one
 * says who, and why. Only whom a signature named can be corrected in it, and nobody of whom
 * something else is known since.
 * @param due how many visits are due to them, which end where they are not at the post
 * @param answered kinds of visit that they answered already, which are not due once more
 */
export function correctHandover(
  s: Snapshot,
  version: Version,
  { placementId, outcome, reason }: Correction,
  { due, answered }: { due: number; answered: readonly VisitKind[] },
): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  const p = placementOf(s, placementId);
  const said = saidOf(version, placementId);
  if (!p || said === null) return { error: 'unknown_placement' };
  if (said === outcome) return { error: 'already_recorded' };
  // They came home, or were found and signed for anew.
  if (p.travel !== said || p.followUp === 'home') return { error: 'moved_on' };
  if (outcome === 'rejected' && reason === null) return { error: 'reason_required' };
  if (!p.active && SET[outcome].active === true && isHereAgain(s, p))
    return { error: 'already_in_batch' };
  if (outcome === 'accepted' && p.consentedHash !== s.order.termsHash)
    return { error: 'terms_not_agreed' };
  // It is said in the roll call as well: a phone that has not heard of it disagrees, and does not
  // overrule it.
  const word = nextWord(s, placementId, STATION, AT_THE_END[outcome]);
  const roll = { ...p.roll, arrival: hear(p.roll.arrival ?? [], word) };
  return {
    batch: {
      phones: { ...s.phones, [STATION]: word.no },
      ...(said === 'accepted' ? { openVisits: Math.max(0, s.openVisits - due) } : {}),
    },
    placements: [{ id: placementId, set: { ...SET[outcome], roll } }],
    visited: { placementId, kinds: answered },
    entries: [
      {
        kind: 'handover_corrected',
        placementId,
        detail: { was: said, outcome, ...(reason === null ? {} : { reason }) },
      },
    ],
  };
}
