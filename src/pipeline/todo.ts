export const TODO_KINDS = [
  'send_order',
  'chase_reply',
  'answer_counter',
  'send_again',
  'propose',
  'offer',
  'chase_offer',
  'select',
  'promote',
  'place_offer',
  'release',
  'reconsent',
  'book_exam',
  'conclude',
  'recheck',
  'barred',
  'papers',
  'return_paper',
  'repeat_medical',
  'renew_paper',
  'sign_contract',
  'not_fit_today',
  'plan_travel',
  'lock',
  'board',
  'depart',
  'settle_call',
  'arrive',
  'record_arrival',
  'hand_over',
  'find_missing',
  'help_onward',
  'visit',
] as const;
export type TodoKind = (typeof TODO_KINDS)[number];

/**
 * One thing to do: whom it concerns, by when, and how many share it. The view gives each kind its
 * sentence and button.
 */
export type Todo = {
  kind: TodoKind;
  placementId: string | null;
  name: string;
  count: number;
  dueAt: number | null;
  ref?: string;
  /** Somebody is lost or left alone: it comes before all that has no day. */
  isUrgent?: true;
};

/** What is to be done for so many; nothing below one. */
export function todo(kind: TodoKind, count: number, dueAt: number | null = null): Todo[] {
  return count > 0 ? [{ kind, placementId: null, name: '', count, dueAt }] : [];
}

type Person = { id: string; name: string };
type Also = Partial<Pick<Todo, 'dueAt' | 'ref' | 'isUrgent'>>;

/** What is to be done for one person. */
export function todoFor(kind: TodoKind, { id, name }: Person, also: Also = {}): Todo {
  return { kind, placementId: id, name, count: 1, dueAt: null, ...also };
}
