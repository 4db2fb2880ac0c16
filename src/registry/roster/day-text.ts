import { type Cell, textOf } from '../../sheets/cell.ts';
import { DASHES } from '../../text/plain-text.ts';
import {
  AROUND_SIGNS,
  DIGITS,
  LUNAR,
  NUMERAL,
  TEN,
  TENS,
  WRITTEN,
  ZEROS,
} from './day-text.lexicon.ts';

function pad(text: string): string {
  return text.padStart(2, '0');
}

/** Excel counts days from 1899-12-30 (its 1900 was a leap year, which the real one was not). */
function fromSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000)
    .toISOString()
    .slice(0, 10);
}

const DIGIT = new Map([...DIGITS].map((sign, i) => [sign, String(Math.max(0, i + 1 - ZEROS))]));

/** A number in Chinese numerals, said with tens or read digit by digit. */
function inDigits(numeral: string): string {
  const said = TENS.reduce((text, [short, long]) => text.replaceAll(short, long), numeral);
  if (!said.includes(TEN)) return [...said].map((sign) => DIGIT.get(sign) ?? '').join('');
  const [tens = '', ones = ''] = said.split(TEN);
  return String(Number(DIGIT.get(tens) ?? '1') * 10 + Number(DIGIT.get(ones) ?? '0'));
}

const COMPACT = /^(\d{4})(\d{2})(\d{2})?$/;
/** Two digits of a year, of somebody old enough to be on a list of workers. */
function century(year: string): string {
  if (year.length === 4) return year;
  return Number(year) > 15 ? `19${year}` : `20${year}`;
}

function ofParts(year: string, month: string | undefined, day: string | undefined): string | null {
  const full = century(year);
  if (Number(full) < 1900 || Number(full) > 2099) return null;
  if (month === undefined) return full;
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return `${full}-${pad(month)}`;
  return Number(day) < 1 || Number(day) > 31 ? null : `${full}-${pad(month)}-${pad(day)}`;
}

function isYear(number: number): boolean {
  return number >= 1900 && number < 2100;
}

/** Two digits of a year and two of a month. */
function monthOf(digits: string): string[] {
  const month = ofParts(digits.slice(0, 2), digits.slice(2), undefined);
  return month === null ? [] : [month];
}

/**
 * A year and a month that a spreadsheet took for a number: 1985.06, 1985.1 (January, or October
 * without its zero), 1985.
 */
function ofNumber(number: number): string[] {
  if (number >= 100_000) return ofText(String(number));
  // 8506: nobody on a list was born in 1923, and a year and a month may have lost their point.
  if (number > 2100 && number < 10_000) return [...monthOf(String(number)), fromSerial(number)];
  if (number >= 10_000 && number < 80_000) return [fromSerial(number)];
  if (!isYear(Math.floor(number))) return ofText(String(number));
  const [year = '', month] = String(Math.round(number * 10_000) / 10_000).split('.');
  if (month === undefined) return [year];
  if (month === '1') return [`${year}-01`, `${year}-10`];
  const [, months = '', days] =
    /^(\d\d?)(\d\d)?$/.exec(month.length === 3 ? `${month}0` : month) ?? [];
  const read = ofParts(year, months || undefined, days);
  return read === null ? [] : [read];
}

function ofText(written: string): string[] {
  if (LUNAR.test(written)) return [];
  const text = written
    .normalize('NFKC')
    .replace(/\s\d{1,2}:.*$/, '')
    .replaceAll(/[·•。、,]/g, '.')
    .replaceAll(DASHES, '-')
    .replaceAll(NUMERAL, inDigits);
  if (/^\d{5}$/.test(text)) return [fromSerial(Number(text))];
  const [, ambiguous] = /^(\d{2}|\d{4})\.1$/.exec(text) ?? [];
  if (ambiguous) return [`${century(ambiguous)}-01`, `${century(ambiguous)}-10`];
  const parts = COMPACT.exec(text) ?? WRITTEN.exec(text.replaceAll(AROUND_SIGNS, '$1'));
  if (!parts) return [];
  const read = ofParts(parts[1] ?? '', parts[2], parts[3]);
  return read === null ? [] : [read];
}

/**
 * What a date in a roster may mean: a real date, Excel's serial number, a year and month as a
 * number, `1990.3.7`, `90/3/7`, `19900307`, the same with Chinese words and numerals. As
 * `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; empty where it cannot be read, as of a day by the lunar
 * calendar.
 */
export function readDays(cell: Cell): string[] {
  return typeof cell === 'number' ? ofNumber(cell) : ofText(textOf(cell));
}
