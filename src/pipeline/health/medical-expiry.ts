import { addDays } from '../../clock.ts';
import { holdsPlace } from '../batch/placement.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { BEFORE_DEPARTURE, earlier, type Expiry, expiry, REPEAT } from '../expiry.ts';
import { coversDeparture } from './fitness.ts';
import { hasPassed } from './health-state.ts';

/** Before departure: medicals that will no longer hold on the day. */
export function medicalExpiries(s: Snapshot): Expiry[] {
  if (s.departedAt !== null) return [];
  const latest = addDays(s.departsOn, -BEFORE_DEPARTURE);
  return s.placements.flatMap((p) => {
    const { healthUntil } = p;
    if (!p.active || !holdsPlace(p) || !hasPassed(p) || healthUntil === null) return [];
    if (coversDeparture(healthUntil, s.departsOn)) return [];
    const what = `${healthUntil}:${s.departsOn}`;
    return [expiry('medical_expiry', p, what, earlier(healthUntil, latest), REPEAT)];
  });
}
