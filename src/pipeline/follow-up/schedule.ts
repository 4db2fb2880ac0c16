import { dayOf } from '../../clock.ts';
import { type Change, type Decision, refused } from '../batch/change.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { type PlannedVisit, scheduleVisits, type VisitKind } from './visit.ts';

/** The visits that a handover makes due: for everybody who was accepted, counted from the day of arrival. */
export const visitsAfter = (
  s: Snapshot,
  change: Change,
  at: number,
  made: ReadonlySet<VisitKind> = new Set(),
): { placementId: string; visit: PlannedVisit }[] => {
  const accepted = (change.placements ?? []).filter(({ set }) => set.travel === 'accepted');
  if (accepted.length === 0) return [];
  const planned = scheduleVisits(dayOf(s.arrivedAt ?? at), s.order.payDay, s.order.contractMonths).filter(
    ({ kind }) => !made.has(kind),
  );
  return accepted.flatMap(({ id }) => planned.map((visit) => ({ placementId: id, visit })));
};

/** A handover together with the number of visits it makes due. */
export const withVisits = (
  s: Snapshot,
  decision: Decision,
  at: number,
  made: ReadonlySet<VisitKind> = new Set(),
): Decision => {
  if (refused(decision)) return decision;
  const due = visitsAfter(s, decision, at, made).length;
  const open = decision.batch?.openVisits ?? s.openVisits;
  return due === 0 ? decision : { ...decision, batch: { ...decision.batch, openVisits: open + due } };
};
