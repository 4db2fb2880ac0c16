import { dayOf } from '../../clock.ts';
import { type Change, type Decision, refused } from '../batch/change.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { type PlannedVisit, scheduleVisits } from './visit.ts';

/** The visits that a handover makes due: for everybody who was accepted, counted from the day of arrival. */
export const visitsAfter = (
  s: Snapshot,
  change: Change,
  at: number,
): { placementId: string; visit: PlannedVisit }[] => {
  const accepted = (change.placements ?? []).filter(({ set }) => set.travel === 'accepted');
  if (accepted.length === 0) return [];
  const planned = scheduleVisits(dayOf(s.arrivedAt ?? at), s.order.payDay, s.order.contractMonths);
  return accepted.flatMap(({ id }) => planned.map((visit) => ({ placementId: id, visit })));
};

/** A handover together with the number of visits it makes due. */
export const withVisits = (s: Snapshot, decision: Decision, at: number): Decision => {
  if (refused(decision)) return decision;
  const due = visitsAfter(s, decision, at).length;
  return due === 0 ? decision : { ...decision, batch: { ...decision.batch, openVisits: s.openVisits + due } };
};
