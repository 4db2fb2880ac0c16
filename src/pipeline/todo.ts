export const TODO_KINDS = [
  'send_order',
  'chase_reply',
  'answer_counter',
  'send_again',
  'propose',
  'offer',
  'tell',
  'chase_offer',
  'select',
  'settle_places',
  'barred_by_law',
  'promote',
  'place_offer',
  'release',
  'reconsent',
  'answer_question',
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
/** What tells of somebody's health, if only that something is to be repeated. */
export const OF_HEALTH: ReadonlySet<string> = new Set([
  'recheck',
  'barred',
  'repeat_medical',
  'not_fit_today',
]);

export type TodoKind = (typeof TODO_KINDS)[number];

/** Whose turn it is before something is to be done by us; `day`: nobody's, its day has to come. */
export type Awaited = 'employer' | 'people' | 'day';

/**
 * One step that a batch needs next: whom it concerns, by when, and how many share it. The view
 * gives each kind its sentence and button.
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
  /** Until then it is waited for, and by whom; from then on it is to be done. */
  waits?: { for: Awaited; until: number };
};

/** What is to be done for so many; nothing below one. */
export function todo(kind: TodoKind, count: number, dueAt: number | null = null): Todo[] {
  return count > 0 ? [{ kind, placementId: null, name: '', count, dueAt }] : [];
}

/** The same from a time on; until then it is waited for. */
export function todoFrom(until: number, whom: Awaited, todos: Todo[]): Todo[] {
  return todos.map((each) => ({ ...each, waits: { for: whom, until } }));
}

type Person = { id: string; name: string };
type Also = Partial<Pick<Todo, 'dueAt' | 'ref' | 'isUrgent' | 'waits'>>;

/** What is to be done for one person. */
export function todoFor(kind: TodoKind, { id, name }: Person, also: Also = {}): Todo {
  return { kind, placementId: id, name, count: 1, dueAt: null, ...also };
}
