import { addDays, dayOf, MINUTE } from '../../clock.ts';
import type { Decision } from '../batch/change.ts';
import { departureDay, isHereAgain, placementOf, type Snapshot } from '../batch/snapshot.ts';
import { activePlacement } from '../recruitment/placement.ts';
import { hasPassed, type Conclusion, type Restriction, type TravelFit } from './health-state.ts';
import type { Placement } from '../batch/placement.ts';

/** How long a clinic can take a conclusion back that was a slip of the thumb. */
export const TAKE_BACK_MINUTES = 10;

export type ConclusionGiven = {
  conclusion: Conclusion;
  restriction: Restriction | null;
  recheckBy: string | null;
  concludedOn: string;
};

/**
 * The last day on which a conclusion holds; null where it lets nobody go. `days`: how long a
 * general medical holds.
 */
export function holdsUntil(
  { conclusion, concludedOn }: ConclusionGiven,
  days: number,
): string | null {
  return conclusion === 'fit' || conclusion === 'fit_restricted'
    ? addDays(concludedOn, days)
    : null;
}

/**
 * Whether somebody who agreed to go still has to be examined: never was, did not come, is to come
 * again, or too long ago.
 */
export function needsExam(s: Snapshot, p: Placement): boolean {
  return (
    p.exit === null &&
    p.consentedHash !== null &&
    (p.health === 'none' ||
      p.health === 'no_show' ||
      p.health === 'recheck' ||
      (hasPassed(p) && !coversDeparture(p.healthUntil, s.departsOn)))
  );
}

/**
 * Books people who still have to be examined for a day; whoever is booked for another one is moved
 * to it.
 */
export function book(s: Snapshot, ids: string[], heldOn: string): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  const wanted = s.placements.filter(
    (p) => ids.includes(p.id) && p.exit === null && (p.health === 'booked' || needsExam(s, p)),
  );
  if (wanted.length === 0) return { error: 'nothing_chosen' };
  return {
    placements: wanted.map((p) => ({ id: p.id, set: { health: 'booked' } })),
    entries: [{ kind: 'exam_booked', detail: { heldOn, people: wanted.length } }],
  };
}

/**
 * A clinic's conclusion. `unfit` ends the placement: the history says only that the person left,
 * and why is for the station to see. A later conclusion replaces an earlier one; the earlier stays
 * in `examination`.
 */
export function recordConclusion(s: Snapshot, id: string, given: ConclusionGiven): Decision {
  const before = placementOf(s, id);
  const corrected =
    before?.exit === 'unfit' && s.departedAt === null && given.conclusion !== 'unfit';
  const found = corrected ? null : activePlacement(s, id);
  if (found && 'error' in found) return found;
  if (corrected && isHereAgain(s, before)) return { error: 'already_in_batch' };
  if (given.conclusion === 'fit_restricted' && !given.restriction)
    return { error: 'restriction_missing' };
  if (given.conclusion === 'recheck' && !given.recheckBy) return { error: 'recheck_date_missing' };
  if (given.conclusion === 'recheck' && (given.recheckBy ?? '') <= given.concludedOn)
    return { error: 'recheck_too_early' };
  const leaves = given.conclusion === 'unfit' && s.departedAt === null;
  return {
    placements: [
      {
        id,
        set: {
          health: given.conclusion,
          restriction: given.conclusion === 'fit_restricted' ? given.restriction : null,
          recheckBy: given.conclusion === 'recheck' ? given.recheckBy : null,
          healthUntil: holdsUntil(given, s.figures.medicalHolds),
          ...(leaves ? { exit: 'unfit' as const, active: false } : {}),
          ...(corrected ? comeBack(s, before) : {}),
        },
      },
    ],
    entries: [{ kind: leaves ? 'left_after_exam' : 'examined', placementId: id }],
  };
}

/** What a booking leaves as it was: an earlier conclusion that still counts for something. */
export type Standing = Pick<Placement, 'restriction' | 'recheckBy' | 'healthUntil'>;

/**
 * A clinic takes its own conclusion back: the person is booked again, as if nothing had been said,
 * and what was concluded of them earlier stands as it stood.
 */
export function takeBack(
  s: Snapshot,
  id: string,
  said: { at: number; before: Standing | null },
  at: number,
): Decision {
  if (at - said.at > TAKE_BACK_MINUTES * MINUTE) return { error: 'take_back_over' };
  const p = placementOf(s, id);
  if (!p || s.status !== 'open') return { error: 'batch_ended' };
  const corrected = p.exit === 'unfit' && s.departedAt === null;
  if (p.exit !== null && !corrected) return { error: 'already_left' };
  if (corrected && isHereAgain(s, p)) return { error: 'already_in_batch' };
  const stood = said.before ?? { restriction: null, recheckBy: null, healthUntil: null };
  const set = { health: 'booked' as const, ...stood };
  return {
    placements: [{ id, set: { ...set, ...(corrected ? comeBack(s, p) : {}) } }],
    entries: [{ kind: 'exam_taken_back', placementId: id }],
  };
}

/**
 * Asked on the day, answered by the worker: a no is respected, and the coordinator and the escort
 * see it.
 */
export function sayTravelFit(s: Snapshot, id: string, word: TravelFit, at: number): Decision {
  const found = activePlacement(s, id);
  if ('error' in found) return found;
  if (s.departedAt !== null) return { error: 'already_departed' };
  if (s.lockedAt === null) return { error: 'manifest_open' };
  if (dayOf(at) < departureDay(s)) return { error: 'wrong_state' };
  return {
    placements: [{ id, set: { travelFit: word } }],
    entries: [{ kind: word === 'yes' ? 'fit_today' : 'not_fit_today', placementId: id }],
  };
}

/**
 * A wrong `unfit` is taken back: into their place, or, where somebody has taken it, to the end of
 * the reserve list.
 */
function comeBack(s: Snapshot, p: Placement): Partial<Placement> {
  const taken = p.heldPlace && s.placements.some((other) => other.replaces === p.id);
  if (!taken) return { exit: null, active: true };
  const rank = Math.max(0, ...s.placements.map((other) => other.rank ?? 0)) + 1;
  return { exit: null, active: true, heldPlace: false, recruitment: 'reserve', rank };
}

/** Whether somebody's medical still holds on the day of departure. */
export function coversDeparture(healthUntil: string | null, departsOn: string): boolean {
  return healthUntil !== null && healthUntil >= departsOn;
}
