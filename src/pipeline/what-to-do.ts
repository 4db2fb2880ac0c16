import { dayOf } from '../clock.ts';
import { perSnapshot } from './batch/per-snapshot.ts';
import type { Snapshot } from './batch/snapshot.ts';
import { COURSE } from './course.ts';
import { deadlinesOf } from './deadlines.ts';
import { gateHolds } from './gates.ts';
import type { Now } from './slice.ts';
import type { Todo } from './todo.ts';

/**
 * All that a batch needs next as it stands, whatever the time: what is to be done, and what is
 * waited for. The only source of it, for the page of the batch, for Today and for the lists.
 */
export const stepsOf = perSnapshot((s: Snapshot): Todo[] => {
  const now = nowOf(s);
  return COURSE.flatMap((slice) => [
    ...(slice.outlasts?.todos(s, now) ?? []),
    ...(s.status === 'open' ? (slice.todos?.(s, now) ?? []) : []),
  ]);
});

function nowOf(s: Snapshot): Now {
  const due = new Map(deadlinesOf(s).map((d) => [`${d.kind}:${d.placementId ?? ''}`, d.dueAt]));
  return {
    due: (kind, placementId = '') => due.get(`${kind}:${placementId}`) ?? null,
    isClosed: (stage) => gateHolds(s, stage),
  };
}

/** What can be done of these steps at a time, the most urgent first. */
export function toDo<T extends Todo>(steps: readonly T[], at: number): T[] {
  return steps
    .filter((step) => !isAwaited(step, at))
    .toSorted((a, b) => urgency(a, at) - urgency(b, at) || (a.dueAt ?? 0) - (b.dueAt ?? 0));
}

/** What is waited for of these steps at a time, what ends first on top. */
export function awaitedOf<T extends Todo>(steps: readonly T[], at: number): T[] {
  return steps.filter((step) => isAwaited(step, at)).toSorted((a, b) => endOf(a) - endOf(b));
}

/** What a coordinator can do for a batch now, the most urgent first. */
export function whatToDo(s: Snapshot, at: number): Todo[] {
  return toDo(stepsOf(s), at);
}

function isAwaited({ waits }: Todo, at: number): boolean {
  return waits !== undefined && at < waits.until;
}

function endOf({ waits }: Todo): number {
  return waits?.until ?? 0;
}

/** What is due today or late, then what cannot wait, what has no day, and what has time. */
function urgency({ dueAt, isUrgent }: Todo, at: number): number {
  if (dueAt !== null && dayOf(dueAt) <= dayOf(at)) return 0;
  if (isUrgent) return 1;
  return dueAt === null ? 2 : 3;
}

/** More people than this share one line. */
const FEW = 3;

/**
 * The steps as a list of many batches shows them: what more than a few have before them, until the
 * same time, is one line, due when the first of them is.
 */
export function inShort(steps: readonly Todo[]): Todo[] {
  const groups = Map.groupBy(steps, (step) => `${step.kind} ${endOf(step)}`);
  return [...groups.values()].flatMap((alike) => (alike.length > FEW ? [asOne(alike)] : alike));
}

function asOne(alike: readonly Todo[]): Todo {
  const [first] = alike.toSorted((a, b) => dueOf(a) - dueOf(b));
  const { kind, isUrgent, waits } = first!;
  const dueAt = Math.min(...alike.map(dueOf));
  return {
    kind,
    placementId: null,
    name: '',
    count: alike.reduce((sum, { count }) => sum + count, 0),
    dueAt: dueAt === Infinity ? null : dueAt,
    ...(isUrgent ? { isUrgent } : {}),
    ...(waits ? { waits } : {}),
  };
}

function dueOf({ dueAt }: Todo): number {
  return dueAt ?? Infinity;
}
