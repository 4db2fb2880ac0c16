import { dayOf } from '../clock.ts';
import type { Snapshot } from './batch/snapshot.ts';
import { COURSE } from './course.ts';
import { deadlinesOf } from './deadlines.ts';
import { gateHolds } from './gates.ts';
import type { Now } from './slice.ts';
import type { Todo } from './todo.ts';

/** What a coordinator can do for a batch now, the most urgent first. */
export function whatToDo(s: Snapshot, at: number): Todo[] {
  const now = nowOf(s, at);
  const todos = COURSE.flatMap((slice) => [
    ...(slice.outlasts?.todos(s, now) ?? []),
    ...(s.status === 'open' ? (slice.todos?.(s, now) ?? []) : []),
  ]);
  return todos.sort((a, b) => urgency(a, at) - urgency(b, at) || (a.dueAt ?? 0) - (b.dueAt ?? 0));
}

function nowOf(s: Snapshot, at: number): Now {
  const due = new Map(deadlinesOf(s).map((d) => [`${d.kind}:${d.placementId ?? ''}`, d.dueAt]));
  return {
    at,
    due: (kind, placementId = '') => due.get(`${kind}:${placementId}`) ?? null,
    isClosed: (stage) => gateHolds(s, stage),
  };
}

/** What is due today or late, then what cannot wait, what has no day, and what has time. */
function urgency({ dueAt, isUrgent }: Todo, at: number): number {
  if (dueAt !== null && dayOf(dueAt) <= dayOf(at)) return 0;
  if (isUrgent) return 1;
  return dueAt === null ? 2 : 3;
}
