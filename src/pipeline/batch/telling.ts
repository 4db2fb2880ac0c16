import type { Change, HistoryEntry } from './change.ts';
import type { Snapshot } from './snapshot.ts';
import type { Deadline } from '../deadline.ts';
import { type NewNotice, NOTABLE } from '../../notices/notice.ts';

/**
 * What the coordinator is to be told of a change: its notable lines, each with the batch's code and
 * the person's name.
 */
export function noticesOf(
  before: Snapshot,
  after: Snapshot,
  entries: Change['entries'],
): NewNotice[] {
  return entries.flatMap((entry: HistoryEntry, i) => {
    if (!isNotable(entry.kind)) return [];
    const name = after.placements.find((p) => p.id === entry.placementId)?.name;
    const detail = { code: after.code, ...entry.detail, ...(name ? { name } : {}) };
    return [{ id: `${after.id}:${before.seq + 1 + i}`, kind: entry.kind, detail }];
  });
}

/**
 * The reminder of a deadline. Its id is made of the deadline's, so that it is sent once however
 * often it is tried.
 */
export function reminderOf(s: Snapshot, deadline: Deadline, level: number): NewNotice {
  const name = s.placements.find((p) => p.id === deadline.placementId)?.name;
  return {
    id: `${deadline.id}#${level}`,
    kind: 'deadline',
    detail: {
      code: s.code,
      deadline: deadline.kind,
      dueAt: deadline.dueAt,
      ...(name ? { name } : {}),
      ...(deadline.paper ? { paper: deadline.paper } : {}),
    },
  };
}

function isNotable(kind: string): kind is (typeof NOTABLE)[number] {
  return (NOTABLE as readonly string[]).includes(kind);
}
