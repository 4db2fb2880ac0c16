/** Days are Chinese calendar days: China Standard Time is UTC+8 all year. */
const CST = 8 * 3_600_000;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The calendar day (`YYYY-MM-DD`) in China at an instant. */
export function dayOf(instant: number): string {
  return new Date(instant + CST).toISOString().slice(0, 10);
}

/** The instant at which a Chinese calendar day reaches `hour` o'clock. */
export function atHour(day: string, hour: number): number {
  return Date.parse(`${day}T00:00:00Z`) - CST + hour * HOUR;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/**
 * The same day of a later month, or that month's last day when it is shorter (Civil Code, art.
 * 202).
 */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}

/**
 * Full years of age on a day. Someone born on 29 February turns older on 1 March of a common year.
 */
export function ageOn(bornOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years;
}
