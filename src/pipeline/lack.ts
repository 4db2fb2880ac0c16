import type { Placement } from './batch/placement.ts';

export type LackCode =
  | 'reply'
  | 'places'
  | 'too_many'
  | 'consent'
  | 'legal'
  | 'medical'
  | 'medical_expiring'
  | 'papers'
  | 'custody'
  | 'manifest'
  | 'departure'
  | 'arrival'
  | 'handover'
  | 'equation'
  | 'stranded'
  | 'visits'
  | 'questions';

/** One thing that a gate still waits for: how many, and whose. */
export type Lack = { code: LackCode; count: number; people: Placement[] };

/** What is lacking of these people; nothing where there are none. */
export function lackOf(code: LackCode, people: Placement[]): Lack[] {
  return people.length > 0 ? [{ code, count: people.length, people }] : [];
}

/** What is lacking of the batch as a whole, so many times; nothing below one. */
export function lack(code: LackCode, count: number): Lack[] {
  return count > 0 ? [{ code, count, people: [] }] : [];
}
