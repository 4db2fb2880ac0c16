/** One cell of a sheet as a file holds it: a number stays a number, so that whoever reads it can tell lost digits. */
export type Cell = string | number | boolean | Date | null;

/** One sheet: rows of cells, merged cells repeated in each place that they cover. */
export type Table = { name: string; rows: Cell[][] };

/** What a cell says, as a person reads it: full-width forms made plain (NFKC), without spaces around it. Dates as `YYYY-MM-DD`. */
export const textOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  // An apostrophe is how people make Excel keep a number as text; some writers leave it in the cell.
  return String(cell).normalize('NFKC').trim().replace(/^'/, '').trim();
};
