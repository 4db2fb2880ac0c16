import { z } from 'zod';
import { addMonths, dayOf } from '../clock.ts';

/**
 * Today by the station's clock, which a demo can move ahead, while a form is read; null where none
 * is.
 */
let stationDay: string | null = null;

/**
 * Reads a form with this day as today. Reading never waits, so no other request's day can come
 * between.
 */
export function readingOn<T>(today: string, read: () => T): T {
  stationDay = today;
  try {
    return read();
  } finally {
    stationDay = null;
  }
}

/** Today, for a field that is being read. */
export function readingDay(): string {
  return stationDay ?? dayOf(Date.now());
}

function years(day: string, count: number): string {
  return addMonths(day, 12 * count);
}

type Range = { first: (today: string) => string; last: (today: string) => string; error: string };

/**
 * What a day may be. A slip of the year is what these find; what has to come before what, the rules
 * of each step say.
 */
const RANGES = {
  /** Something that is planned, done or agreed: five years either way. */
  work: {
    first: (today) => years(today, -5),
    last: (today) => years(today, 5),
    error: 'day_of_work',
  },
  /** A paper that somebody holds was issued in their lifetime, and not tomorrow. */
  issue: { first: (today) => years(today, -100), last: (today) => today, error: 'day_of_issue' },
  /**
   * Papers hold for 20 years at the most, or for good (Resident Identity Card Law, art. 5): then no
   * day is given.
   */
  expiry: {
    first: (today) => years(today, -50),
    last: (today) => years(today, 50),
    error: 'day_of_expiry',
  },
} as const satisfies Record<string, Range>;

function isRealDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    dayOf(Date.parse(text)) === text
  );
}

/** What is wrong with a day, `YYYY-MM-DD`; null where nothing is. */
function dayError(text: string, { first, last, error }: Range): string | null {
  if (!isRealDay(text)) return 'bad_date';
  const today = readingDay();
  return text < first(today) || text > last(today) ? error : null;
}

function day(range: Range) {
  return z.string({ error: 'required' }).superRefine((text, ctx) => {
    const message = dayError(text, range);
    if (message !== null) ctx.addIssue({ code: 'custom', message });
  });
}

/** A day on which something is to be done, or was. */
export function calendarDay() {
  return day(RANGES.work);
}

/** The day on which a paper was issued. */
export function issueDay() {
  return day(RANGES.issue);
}

/** The last day on which a paper or a licence holds. */
export function expiryDay() {
  return day(RANGES.expiry);
}

const CLOCK_TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d$/;

/** `YYYY-MM-DDTHH:MM` as a phone's picker gives it, in China Standard Time, as an instant. */
export function chinaTime() {
  return z.string({ error: 'required' }).transform((text, ctx) => {
    const [, on = ''] = CLOCK_TIME.exec(text) ?? [];
    const message = dayError(on, RANGES.work);
    if (message !== null) ctx.addIssue({ code: 'custom', message });
    return Date.parse(`${text}:00+08:00`);
  });
}
