import { type Cell, textOf } from '../../sheets/cell.ts';

const pad = (text: string): string => text.padStart(2, '0');

/** Excel counts days from 1899-12-30 (its 1900 was a leap year, which the real one was not). */
const fromSerial = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);

const DIGIT: Record<string, string> = Object.fromEntries(
  [...'〇零○一二三四五六七八九'].map((sign, i) => [sign, String(Math.max(0, i - 2))]),
);
const NUMERAL = /[〇零○一二三四五六七八九十廿卅]+/g;

/** A number in Chinese numerals, said (二十一) or read digit by digit (一九八五). */
const inDigits = (numeral: string): string => {
  const said = numeral.replaceAll('廿', '二十').replaceAll('卅', '三十');
  if (!said.includes('十')) return [...said].map((sign) => DIGIT[sign] ?? '').join('');
  const [tens = '', ones = ''] = said.split('十');
  return String(Number(DIGIT[tens] ?? '1') * 10 + Number(DIGIT[ones] ?? '0'));
};

/** Signs between year, month and day, and words after them. */
const WRITTEN =
  /^(?:生于|公历|阳历)?(\d{2}|\d{4})(?:[年./\-\\\s]+(?:(\d{1,2})(?:[月./\-\\\s]+(\d{1,2})?)?)?)?[日号]?(?:出?生)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})?$/;
const LUNAR = /农历|阴历|旧历|闰|腊月|正月|冬月|初/;
/** Two digits of a year, of somebody old enough to be on a list of workers. */
const century = (year: string): string => (year.length === 4 ? year : Number(year) > 15 ? `19${year}` : `20${year}`);

const ofParts = (year: string, month: string | undefined, day: string | undefined): string | null => {
  const full = century(year);
  if (Number(full) < 1900 || Number(full) > 2099) return null;
  if (month === undefined) return full;
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return `${full}-${pad(month)}`;
  return Number(day) < 1 || Number(day) > 31 ? null : `${full}-${pad(month)}-${pad(day)}`;
};

const isYear = (number: number): boolean => number >= 1900 && number < 2100;

/** A year and a month that a spreadsheet took for a number: 1985.06, 1985.1 (January, or October without its zero), 1985. */
const ofNumber = (number: number): string[] => {
  if (number >= 100_000) return ofText(String(number));
  if (number > 2100 && number < 80_000) return [fromSerial(number)];
  if (!isYear(Math.floor(number))) return ofText(String(number));
  const [year = '', month] = String(Math.round(number * 10_000) / 10_000).split('.');
  if (month === undefined) return [year];
  if (month === '1') return [`${year}-01`, `${year}-10`];
  const [, months = '', days] = /^(\d\d?)(\d\d)?$/.exec(month.length === 3 ? `${month}0` : month) ?? [];
  const read = ofParts(year, months || undefined, days);
  return read === null ? [] : [read];
};

const ofText = (written: string): string[] => {
  if (LUNAR.test(written)) return [];
  const text = written
    .normalize('NFKC')
    .replace(/\s\d{1,2}:.*$/, '')
    .replaceAll(/[·•。、,]/g, '.')
    .replaceAll(NUMERAL, inDigits);
  if (/^\d{5}$/.test(text)) return [fromSerial(Number(text))];
  const [, ambiguous] = /^(\d{2}|\d{4})\.1$/.exec(text) ?? [];
  if (ambiguous) return [`${century(ambiguous)}-01`, `${century(ambiguous)}-10`];
  const parts =
    COMPACT.exec(text) ?? WRITTEN.exec(text.replaceAll(/\s*([年月./-])\s*/g, '$1').replaceAll(/[‐-―−]/g, '-'));
  if (!parts) return [];
  const read = ofParts(parts[1] ?? '', parts[2], parts[3]);
  return read === null ? [] : [read];
};

/**
 * What a date in a roster may mean: a real date, Excel's serial number, a year and month as a number, `1990.3.7`,
 * `90/3/7`, `1990年3月生`, `一九九〇年三月`, `19900307`. As `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; empty where it cannot be
 * read, as of a day by the lunar calendar.
 */
export const readDays = (cell: Cell): string[] => (typeof cell === 'number' ? ofNumber(cell) : ofText(textOf(cell)));
