import { type Cell, textOf } from '../../sheets/cell.ts';

const pad = (text: string): string => text.padStart(2, '0');

/** Excel counts days from 1899-12-30 (its 1900 was a leap year, which the real one was not). */
const fromSerial = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);

/**
 * A date as rosters write it: a real date, Excel's serial number, `1990.3.7`, `1990-03-07`, `1990/3/7`, the same with
 * the Chinese words for year, month and day, or `19900307`. Of year and month alone, `YYYY-MM`. Null when it is none.
 */
export const readDay = (cell: Cell): string | null => {
  if (typeof cell === 'number' && cell > 1 && cell < 80_000) return fromSerial(cell);
  const text = textOf(cell).replace(/\s\d{1,2}:.*$/, '');
  if (/^\d{5}$/.test(text)) return fromSerial(Number(text));
  const parts = /^(\d{4})(\d{2})(\d{2})?$/.exec(text) ?? /^(\d{4})\D{1,2}(\d{1,2})(?:\D{1,2}(\d{1,2}))?\D?$/.exec(text);
  if (!parts) return null;
  const [, year = '', month = '', day] = parts;
  if (Number(month) < 1 || Number(month) > 12 || (day !== undefined && (Number(day) < 1 || Number(day) > 31)))
    return null;
  return day === undefined ? `${year}-${pad(month)}` : `${year}-${pad(month)}-${pad(day)}`;
};
