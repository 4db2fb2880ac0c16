import type { Decision } from '../batch/change.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import type { Conclusion, HealthState } from './health-state.ts';
import type { Placement } from '../batch/placement.ts';

/**
 * Who pays for an examination: the station, or the employer where the post is hazardous (Law on
 * Occupational Diseases art. 35). Never the worker.
 */
export const PAYERS = ['station', 'employer'] as const;
export type Payer = (typeof PAYERS)[number];

type Waiting = { id: string; villageId: string };

/**
 * Whom a day of this capacity takes, whole villages first, so that one bus can bring them: the
 * largest village that still fits, then the next, and the rest of the places from the next village
 * in its order.
 */
export function fillByVillage(waiting: Waiting[], capacity: number): string[] {
  const villages = Map.groupBy(waiting, ({ villageId }) => villageId);
  const groups = [...villages.values()].sort(
    (a, b) => b.length - a.length || (a[0]!.villageId < b[0]!.villageId ? -1 : 1),
  );
  const taken: Waiting[] = [];
  const left: Waiting[][] = [];
  for (const group of groups)
    if (taken.length + group.length <= capacity) taken.push(...group);
    else left.push(group);
  for (const group of left) taken.push(...group.slice(0, capacity - taken.length));
  return taken.map(({ id }) => id);
}

/** Whether somebody was there and was examined, so that the examination is paid. */
export function wasExamined(conclusion: Conclusion | 'taken_back' | null): boolean {
  return conclusion !== null && conclusion !== 'no_show' && conclusion !== 'taken_back';
}

/** The day is put off to another one. Whoever is booked for it stays booked. */
export function moveDay(s: Snapshot, heldOn: string): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  return { entries: [{ kind: 'exam_moved', detail: { heldOn } }] };
}

/** How somebody stood before they were booked, which the booking left as it was. */
function before({ recheckBy, healthUntil, restriction }: Placement): HealthState {
  if (recheckBy !== null) return 'recheck';
  if (healthUntil === null) return 'none';
  return restriction === null ? 'fit' : 'fit_restricted';
}

/**
 * The day is called off: whoever was booked for it and not examined stands where they stood before.
 */
export function cancelDay(s: Snapshot, booked: string[], heldOn: string): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  return {
    placements: s.placements
      .filter((p) => booked.includes(p.id) && p.health === 'booked')
      .map((p) => ({ id: p.id, set: { health: before(p) } })),
    entries: [{ kind: 'exam_cancelled', detail: { heldOn } }],
  };
}
