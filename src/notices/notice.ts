import type { Change, Entry } from '../pipeline/batch/change.ts';
import type { Snapshot } from '../pipeline/batch/snapshot.ts';
import type { Deadline } from '../pipeline/deadline.ts';

/** History lines that the coordinator is told of when somebody else, or the workflow, wrote them. */
export const NOTABLE = [
  'order_confirmed',
  'order_countered',
  'order_declined',
  'order_expired',
  'withdrew',
  'declined',
  'left_after_exam',
  'place_offered',
  'promoted',
  'place_refused',
  'place_offer_lapsed',
  'contradicted',
  'rejected',
  'handed_over',
  'stage_closed',
  'batch_closed',
  'problem_reported',
  'question_asked',
  'contract_refused',
  'copy_missing',
  'return_denied',
  'not_fit_today',
  'exam_day_finished',
] as const;
export type NoticeKind = (typeof NOTABLE)[number] | 'deadline' | 'audit_head';
/** `code` is what the line begins with: the batch's, or the day of a notice that is of no batch. */
export type NoticeDetail = { code: string; name?: string; [fact: string]: unknown };

const isNotable = (kind: string): kind is (typeof NOTABLE)[number] => (NOTABLE as readonly string[]).includes(kind);

export type NewNotice = { id: string; kind: NoticeKind; detail: NoticeDetail };

/** What the coordinator is to be told of a change: its notable lines, each with the batch's code and the person's name. */
export const noticesOf = (before: Snapshot, after: Snapshot, entries: Change['entries']): NewNotice[] =>
  entries.flatMap((entry: Entry, i) => {
    if (!isNotable(entry.kind)) return [];
    const name = after.placements.find((p) => p.id === entry.placementId)?.name;
    const detail = { code: after.code, ...entry.detail, ...(name ? { name } : {}) };
    return [{ id: `${after.id}:${before.seq + 1 + i}`, kind: entry.kind, detail }];
  });

/** The reminder of a deadline. Its id is made of the deadline's, so that it is sent once however often it is tried. */
export const reminderOf = (s: Snapshot, deadline: Deadline, level: number): NewNotice => {
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
};
