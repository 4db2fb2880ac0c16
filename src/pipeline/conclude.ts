import { type Change, merge } from './batch/change.ts';
import type { Snapshot } from './batch/snapshot.ts';
import { COURSE } from './course.ts';

/**
 * A decision together with all that follows from it, slice by slice in their order: a departure
 * that had waited, the handover that was the last, the visits that an arrival makes due. Whoever
 * decides needs to know none of them.
 * @param at when it happened, by the server's clock
 */
export function conclude(before: Snapshot, decision: Change, at: number): Change {
  return COURSE.reduce((change, { follows }) => {
    const more = follows?.(before, change, at) ?? null;
    return more === null ? change : merge(change, more);
  }, decision);
}
