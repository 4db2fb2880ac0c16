import { perSnapshot } from './batch/per-snapshot.ts';
import type { Snapshot } from './batch/snapshot.ts';
import { COURSE } from './course.ts';
import type { Deadline } from './deadline.ts';

/**
 * All that falls due in a batch as it stands: a projection of its facts, so that no deadline can be
 * lost.
 */
export const deadlinesOf = perSnapshot((s: Snapshot): Deadline[] =>
  COURSE.flatMap(({ deadlines, outlasts }) => [
    ...(outlasts?.deadlines(s) ?? []),
    ...(s.status === 'open' ? (deadlines?.(s) ?? []) : []),
  ]),
);
