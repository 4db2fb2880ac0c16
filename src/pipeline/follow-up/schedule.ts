import { dayOf } from '../../clock.ts';
import { apply, type Change } from '../batch/change.ts';
import type { Fact } from '../batch/fact.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import type { VisitKind } from './visit-state.ts';
import { scheduleVisits } from './visit-schedule.ts';

/**
 * The visits that a change makes due: to everybody who is accepted by it, counted from the day of
 * arrival.
 */
export function visitsDue(before: Snapshot, change: Change, at: number): Fact[] {
  const accepted = (change.placements ?? []).filter(({ set }) => set.travel === 'accepted');
  if (accepted.length === 0) return [];
  const { arrivedAt, order } = apply(before, change);
  const planned = scheduleVisits(dayOf(arrivedAt ?? at), order.payDay, order.contractMonths);
  const isAnswered = (id: string, kind: VisitKind): boolean =>
    change.visited?.placementId === id && change.visited.kinds.includes(kind);
  return accepted.flatMap(({ id }) =>
    planned
      .filter(({ kind }) => !isAnswered(id, kind))
      .map((visit): Fact => ({ kind: 'visit_due', placementId: id, visit })),
  );
}
