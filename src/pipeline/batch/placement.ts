import type { Documented } from '../documents/paper-state.ts';
import type { FollowedUp } from '../follow-up/follow-up-state.ts';
import type { Examined } from '../health/health-state.ts';
import type { Recruited } from '../recruitment/recruitment-state.ts';
import type { Travelling } from '../travel/travel-state.ts';

export type Identity = {
  id: string;
  workerId: string;
  name: string;
  /** False once the person has left the batch or come home: they may join another one. */
  active: boolean;
};

/**
 * Someone's place in a batch, and how far each of the stages has come for them: a part of each
 * slice.
 */
export type Placement = Identity & Recruited & Examined & Documented & Travelling & FollowedUp;

export function isSelected(p: Placement): boolean {
  return p.recruitment === 'selected' && p.exit === null;
}

/** Did not board: the place is free again until departure, and another who is ready may take it. */
export function isAbsent(p: Placement): boolean {
  return p.travel === 'no_show' || p.travel === 'refused' || p.travel === 'unfit';
}

/**
 * Whoever travels, or is to: on the manifest, or on board, whether or not they are asked anew on
 * the way.
 */
export function travels(p: Placement): boolean {
  return p.exit === null && !isAbsent(p) && (isSelected(p) || p.travel !== 'expected');
}

/**
 * Whoever holds a confirmed place now: selected, or selected earlier and asked again because the
 * terms changed.
 */
export function holdsPlace(p: Placement): boolean {
  return p.heldPlace && p.exit === null && !isAbsent(p);
}

/**
 * Whose papers are got: everybody who holds a place, and the reserves, who can only follow when
 * theirs are in order.
 */
export function needsPapers(p: Placement): boolean {
  return holdsPlace(p) || (p.exit === null && p.recruitment === 'reserve');
}

/** Whether any original of theirs is not in their own hands. */
export function hasLent(p: Placement): boolean {
  return p.custody.length > 0 || p.lentElsewhere.length > 0;
}
