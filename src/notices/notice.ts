/**
 * History lines that the coordinator is told of when somebody else, or the workflow, wrote them.
 */
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

export type NewNotice = { id: string; kind: NoticeKind; detail: NoticeDetail };
