import { plainLines } from '../text/plain-text.ts';

/**
 * One cell of a sheet as a file holds it: a number stays a number, so that whoever reads it can
 * tell lost digits.
 */
export type Cell = string | number | boolean | Date | null;

/**
 * One sheet: its rows that say anything, merged cells repeated in each place that they cover.
 * `numbers` has the number of each as the sheet shows it, `hidden` the numbers of those that nobody
 * sees there, `hiddenColumns` such columns.
 */
export type Table = {
  name: string;
  rows: Cell[][];
  numbers: number[];
  hidden: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
};

/**
 * What a cell says, as a person reads it: nothing invisible, full-width forms made plain. Dates as
 * `YYYY-MM-DD`.
 */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  // An apostrophe is how people make Excel keep a number as text; some writers leave it in the
  // cell.
  return plainLines(String(cell)).replace(/^'/, '').trim();
}
