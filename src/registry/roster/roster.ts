import { type Cell, type Table, textOf } from '../../sheets/cell.ts';
import { findHeading, type Heading, type RosterColumn } from './heading.ts';
import { rowNumber } from './import.ts';

/** A file as a roster: the headings that its sheets share, and its lines. */
export type Roster = { headings: Heading[]; sheets: string[]; lines: { row: number; cells: Cell[] }[] };

const signature = (headings: Heading[]): string => headings.map(({ text }) => text).join('|');
const isEmpty = (cells: Cell[]): boolean => cells.every((cell) => textOf(cell) === '');

/**
 * The roster in a workbook. Where several sheets have the same headings (one for each village) they are read as one;
 * otherwise the one with the most rows is.
 */
export const findRoster = (
  tables: Table[],
  remembered: ReadonlyMap<string, RosterColumn>,
): Roster | { error: 'file_headings' } => {
  const found = tables
    .flatMap(({ name, rows }) => {
      const heading = findHeading(rows, remembered);
      return heading ? [{ name, rows, heading }] : [];
    })
    .sort((a, b) => b.rows.length - a.rows.length);
  const [first] = found;
  if (!first) return { error: 'file_headings' };
  const alike = found.filter(({ heading }) => signature(heading.headings) === signature(first.heading.headings));
  const inOrder = tables.flatMap((table) => alike.find(({ rows }) => rows === table.rows) ?? []);
  return {
    headings: first.heading.headings,
    sheets: inOrder.map(({ name }) => name),
    lines: inOrder.flatMap(({ rows, heading: { at, lines } }, sheet) =>
      rows
        .map((cells, i) => ({ row: rowNumber(sheet, i + 1), cells: Array.from(cells, (cell) => cell ?? null) }))
        .slice(at + lines)
        .filter(({ cells }) => !isEmpty(cells)),
    ),
  };
};
