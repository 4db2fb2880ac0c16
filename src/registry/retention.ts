import { addMonths, DAY, dayOf } from '../clock.ts';

/**
 * What is deleted by itself, after how many days from when, and why. Our defaults, but where a
 * source is named.
 */
export const RETENTION = [
  { what: 'roster_text', days: 30, source: 'PIPL art. 19: no longer than the purpose needs' },
  {
    what: 'paper_photos',
    days: 90,
    source: 'PIPL art. 19: until the papers of the batch are long in order',
  },
  { what: 'links', days: 180, source: 'PIPL art. 19' },
  { what: 'read_notices', days: 365, source: 'PIPL art. 19' },
  { what: 'wishes', days: 3 * 365, source: 'PIPL art. 19' },
  { what: 'person_changes', days: 5 * 365, source: 'PIPL art. 19' },
] as const satisfies readonly { what: string; days: number; source: string }[];
export type Retained = (typeof RETENTION)[number]['what'];

/** Days for which something is kept. */
export function retentionDays(what: Retained): number {
  return RETENTION.find((row) => row.what === what)?.days ?? 0;
}

/** The instant before which something has to be gone. */
export function limitOf(what: Retained, now: number): number {
  return now - retentionDays(what) * DAY;
}

/**
 * Months for which it has to stay on record whom the station placed where: a service ledger is kept
 * two years (State Council Decree 700 of 2018, on the ledgers of labour market services); PIPL art.
 * 47 lets such records outlast a wish to be forgotten.
 */
export const LEDGER_MONTHS = 24;

export type ErasureError = 'erasure_active' | 'erasure_paper' | 'erasure_case' | 'erasure_done';

/** What of a person decides whether, and how much of them, can be erased now. */
export type Standing = {
  erasedAt: number | null;
  /**
   * Whether they are in an open batch, have an original with somebody, or a rights case that is not
   * closed.
   */
  active: boolean;
  paperLent: boolean;
  caseOpen: boolean;
  /**
   * When the newest batch they were placed in came to its end; null where they never were in one.
   */
  placedUntil: number | null;
};

/**
 * What an erasure does: everything at once, or name and ID number only once the ledger's time is
 * over.
 */
export type Erasure = { whole: true } | { whole: false; nameUntil: string };

/**
 * How a person is erased now; or why they cannot be while something is under way that would be lost
 * to them.
 */
export function erasureOf(person: Standing, now: number): Erasure | { error: ErasureError } {
  if (person.erasedAt !== null) return { error: 'erasure_done' };
  if (person.active) return { error: 'erasure_active' };
  if (person.paperLent) return { error: 'erasure_paper' };
  if (person.caseOpen) return { error: 'erasure_case' };
  if (person.placedUntil === null) return { whole: true };
  const nameUntil = addMonths(dayOf(person.placedUntil), LEDGER_MONTHS);
  return nameUntil <= dayOf(now) ? { whole: true } : { whole: false, nameUntil };
}
