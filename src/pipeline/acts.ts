import type { Snapshot } from './batch/snapshot.ts';
import { COURSE } from './course.ts';
import type { Act } from './slice.ts';

/** What the workflow has to do now, the earliest slice first; null when nothing. */
export function nextAct(s: Snapshot, at: number): Act | null {
  return firstOf(({ acts }) => acts?.(s, at) ?? null);
}

/** The same, once everybody was told that the time is over. */
export function nextLapse(s: Snapshot, at: number): Act | null {
  return firstOf(({ lapses }) => lapses?.(s, at) ?? null);
}

function firstOf(ask: (slice: (typeof COURSE)[number]) => Act | null): Act | null {
  for (const slice of COURSE) {
    const act = ask(slice);
    if (act !== null) return act;
  }
  return null;
}
