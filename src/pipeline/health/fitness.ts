import { addDays } from '../../clock.ts';
import type { Decision } from '../batch/change.ts';
import { isHereAgain, type Placement, placementOf, type Snapshot } from '../batch/snapshot.ts';
import { activePlacement } from '../recruitment/placement.ts';

export const CONCLUSIONS = ['fit', 'fit_restricted', 'recheck', 'unfit', 'no_show'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];
export type HealthState = 'none' | 'booked' | Conclusion;

export const RESTRICTIONS = ['no_heights', 'no_nights', 'no_heavy_lifting', 'no_dust', 'no_noise'] as const;
export type Restriction = (typeof RESTRICTIONS)[number];

export type ConclusionGiven = {
  conclusion: Conclusion;
  restriction: Restriction | null;
  recheckBy: string | null;
  concludedOn: string;
};

/** The last day on which a conclusion holds; null where it lets nobody go. `days`: how long a general medical holds. */
export const holdsUntil = ({ conclusion, concludedOn }: ConclusionGiven, days: number): string | null =>
  conclusion === 'fit' || conclusion === 'fit_restricted' ? addDays(concludedOn, days) : null;

/** Books people who are still in the batch for an examination day. */
export const book = (s: Snapshot, ids: string[], heldOn: string): Decision => {
  if (s.status !== 'open') return { error: 'batch_ended' };
  const wanted = s.placements.filter((p) => ids.includes(p.id) && p.exit === null && p.health !== 'unfit');
  if (wanted.length === 0) return { error: 'nothing_chosen' };
  return {
    placements: wanted.map((p) => ({ id: p.id, set: { health: 'booked', recheckBy: null } })),
    entries: [{ kind: 'exam_booked', detail: { heldOn, people: wanted.length } }],
  };
};

/**
 * A clinic's conclusion. `unfit` ends the placement: the history says only that the person left, and why is for the
 * station to see. A later conclusion replaces an earlier one; the earlier stays in `examination`.
 */
export const conclude = (s: Snapshot, id: string, given: ConclusionGiven): Decision => {
  const before = placementOf(s, id);
  const corrected = before?.exit === 'unfit' && s.departedAt === null && given.conclusion !== 'unfit';
  const found = corrected ? null : activePlacement(s, id);
  if (found && 'error' in found) return found;
  if (corrected && isHereAgain(s, before)) return { error: 'already_in_batch' };
  if (given.conclusion === 'fit_restricted' && !given.restriction) return { error: 'restriction_missing' };
  if (given.conclusion === 'recheck' && !given.recheckBy) return { error: 'recheck_date_missing' };
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
};

/** A wrong `unfit` is taken back: into their place, or, where somebody has taken it, to the end of the reserve list. */
const comeBack = (s: Snapshot, p: Placement): Partial<Placement> => {
  const taken = p.heldPlace && s.placements.some((other) => other.replaces === p.id);
  if (!taken) return { exit: null, active: true };
  const rank = Math.max(0, ...s.placements.map((other) => other.rank ?? 0)) + 1;
  return { exit: null, active: true, heldPlace: false, recruitment: 'reserve', rank };
};

/** Whether somebody's medical still holds on the day of departure. */
export const coversDeparture = (healthUntil: string | null, departsOn: string): boolean =>
  healthUntil !== null && healthUntil >= departsOn;
