import type { Table } from '../../sheets/cell.ts';
import { findHeading, type Heading, type RosterColumn } from './heading.ts';
import { rowNumber } from './import.ts';
import { holdsNobody } from './nobody.ts';
import type { Line } from './line.ts';

/** A file as a roster: the headings that its sheets share, and its lines. */
export type Roster = { headings: Heading[]; sheets: string[]; lines: Line[] };

function signature(headings: Heading[]): string {
  return headings.map(({ text }) => text).join('|');
}

type Found = Table & { heading: NonNullable<ReturnType<typeof findHeading>> };

/** The lines of a sheet on which somebody may stand. */
function linesOf(
  { rows, numbers, hidden, heading: { at, lines, headings } }: Found,
  sheet: number,
): Line[] {
  const name = headings.findIndex(({ column }) => column === 'name');
  return rows
    .map((cells, i): Line => {
      const number = numbers[i] ?? i + 1;
      return {
        row: rowNumber(sheet, number),
        cells,
        ...(hidden.has(number) ? { hidden: true } : {}),
      };
    })
    .slice(at + lines)
    .filter(({ cells }) => !holdsNobody(cells, name));
}

/** People that one sheet may list. */
const MOST_PEOPLE = 30_000;

/** Headings of columns that nobody sees say so: what is in them is read, and told. */
function markHidden(headings: Heading[], hidden: ReadonlySet<number>): Heading[] {
  return headings.map((heading, i) =>
    hidden.has(i) && heading.text !== '' ? { ...heading, hidden: true } : heading,
  );
}

/**
 * The roster in a workbook. Where several sheets have the same headings (one for each village) they
 * are read as one; otherwise the one with the most rows is.
 */
export function findRoster(
  tables: Table[],
  remembered: ReadonlyMap<string, RosterColumn>,
): Roster | { error: 'file_headings' | 'file_too_many_rows' } {
  const found = tables
    .flatMap((table): Found[] => {
      const heading = findHeading(table.rows, remembered);
      return heading ? [{ ...table, heading }] : [];
    })
    .map((table) => ({ table, lines: linesOf(table, 0).length }))
    .sort((a, b) => b.lines - a.lines);
  const [first] = found;
  if (!first) return { error: 'file_headings' };
  const { headings } = first.table.heading;
  const alike = found.filter(
    ({ table }) => signature(table.heading.headings) === signature(headings),
  );
  if (alike.some(({ lines }) => lines > MOST_PEOPLE)) return { error: 'file_too_many_rows' };
  const inOrder = tables.flatMap(
    ({ rows }) => alike.find(({ table }) => table.rows === rows)?.table ?? [],
  );
  return {
    headings: markHidden(headings, first.table.hiddenColumns),
    sheets: inOrder.map(({ name }) => name),
    lines: inOrder.flatMap((table, sheet) => linesOf(table, sheet)),
  };
}
