import { type Cell, type Table, textOf } from './cell.ts';

export const MAX_COLUMNS = 80;

type Merge = { startRow: number; startCol: number; endRow: number; endCol: number };

/**
 * A sheet as it was read: only rows that say anything, by their place from 0. How far its borders
 * reach does not matter.
 */
export type Sheet = {
  name: string;
  said: Map<number, Cell[]>;
  merges: Merge[];
  hidden: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
};

/**
 * Digits in a row that no cell lacks which can be an ID number or a phone, whatever stands between
 * them.
 */
const LONG_NUMBER = /(\d[\s.-]*){8}/;
/**
 * As many rows without such a cell as a column that was drawn down is believed to be; below them it
 * is passed over.
 */
const DRAWN_DOWN = 2000;

/**
 * Takes the rows of a sheet one by one and keeps those that say anything. A column drawn down to
 * the sheet's end (numbers, a village, a sex) says nothing of anybody: after many rows without one
 * long number, no more of them are kept.
 */
export function rowKeeper() {
  const said = new Map<number, Cell[]>();
  let short = 0;
  const take = (at: number, values: readonly (Cell | undefined)[]): void => {
    const cells = Array.from(values.slice(0, MAX_COLUMNS), (value) => value ?? null);
    const texts = cells.map(textOf).filter(Boolean);
    if (texts.length === 0) return;
    short = texts.some((text) => LONG_NUMBER.test(text)) ? 0 : short + 1;
    if (short > DRAWN_DOWN) return;
    said.set(at, cells);
  };
  return { said, take };
}

type Read = {
  name: string;
  rows: readonly (readonly (Cell | undefined)[] | undefined)[];
  merges?: Merge[];
};

/** What a sheet says that was read whole. */
export function keepSaying({ name, rows, merges = [] }: Read): Sheet {
  const { said, take } = rowKeeper();
  rows.forEach((row, at) => {
    if (row) take(at, row);
  });
  return { name, said, merges, hidden: new Set(), hiddenColumns: new Set() };
}

/**
 * The rows of a merge that say anything: its own, or all rows where it reaches further than they
 * do.
 */
function coveredBy({ startRow, endRow }: Merge, said: Sheet['said']): number[] {
  return endRow - startRow > said.size
    ? [...said.keys()].filter((at) => at >= startRow && at <= endRow)
    : Array.from({ length: endRow - startRow + 1 }, (_, i) => startRow + i);
}

/**
 * Writes a merged cell's value into every place that it covers: a village merged over twenty rows
 * is said of each.
 */
function fillMerges({ said, merges }: Sheet): void {
  for (const merge of merges) {
    const { startRow, startCol } = merge;
    const value = said.get(startRow)?.[startCol] ?? null;
    const endCol = Math.min(merge.endCol, MAX_COLUMNS - 1);
    if (value === null || endCol < startCol) continue;
    for (const at of coveredBy(merge, said)) {
      const row = said.get(at);
      if (row) for (let c = startCol; c <= endCol; c++) row[c] = value;
    }
  }
}

/** A sheet as the rest of the house sees it. */
export function tableOf(sheet: Sheet): Table {
  fillMerges(sheet);
  const { name, said, hidden, hiddenColumns } = sheet;
  const places = [...said.keys()].sort((a, b) => a - b);
  return {
    name,
    rows: places.map((at) => Array.from(said.get(at) ?? [], (cell) => cell ?? null)),
    numbers: places.map((at) => at + 1),
    hidden: new Set(places.filter((at) => hidden.has(at)).map((at) => at + 1)),
    hiddenColumns,
  };
}
