import { atHour, DAY } from '../clock.ts';
import type { Placement } from './batch/placement.ts';
import type { Snapshot } from './batch/snapshot.ts';
import { type Deadline, deadlineOf } from './deadline.ts';
import { type Todo, todoFor, type TodoKind } from './todo.ts';
import type { PaperKind } from './documents/paper-kind.ts';

/**
 * Something of one person that ends too soon, and when somebody is told: early enough to repeat it,
 * and once more.
 */
export type Expiry = {
  kind: 'medical_expiry' | 'paper_expiry' | 'contract';
  p: Placement;
  /** What it is about, so that a renewed paper is another one. */
  subject: string;
  /** Which paper, where it is one. */
  paper?: PaperKind;
  dueAt: number;
  reminders: number[];
};

/**
 * Days before the end at which somebody is told: to have a medical repeated, to have a paper
 * renewed.
 */
export const REPEAT = [7, 0];
export const RENEW = [30, 7];
/** Whatever is to be repeated before departure has to be so some days earlier. */
export const BEFORE_DEPARTURE = 3;
const EVENING = 18;

/**
 * @param what distinguishes it from others of the same person
 * @param on its last day; it is due in the evening
 * @param days before it at which somebody is told
 */
export function expiry(
  kind: Expiry['kind'],
  p: Placement,
  what: string,
  on: string,
  days: readonly number[],
): Expiry {
  const dueAt = atHour(on, EVENING);
  const reminders = days.map((each) => dueAt - each * DAY);
  return { kind, p, subject: `${p.id}:${what}`, dueAt, reminders };
}

export function earlier(a: string, b: string): string {
  return a < b ? a : b;
}

export function expiryDeadlines(s: Snapshot, expiries: readonly Expiry[]): Deadline[] {
  return expiries.map(({ p, ...each }) => deadlineOf(s, { ...each, placementId: p.id }));
}

const TODO = {
  medical_expiry: 'repeat_medical',
  paper_expiry: 'renew_paper',
  contract: 'sign_contract',
} as const satisfies Record<Expiry['kind'], TodoKind>;

/** What ends too soon is to be done from the day on which somebody is first told. */
export function expiryTodos(expiries: readonly Expiry[]): Todo[] {
  return expiries.map(({ kind, p, dueAt, reminders }) => {
    const until = reminders[0] ?? dueAt;
    return todoFor(TODO[kind], p, { dueAt, waits: { for: 'day', until } });
  });
}
