import { type Cell, textOf } from '../../sheets/cell.ts';
import { HEADING_MEANINGS } from './roster.lexicon.ts';

/**
 * What a column of a roster can mean. `ignored` is read by nobody; `address` only names a village
 * where no column does.
 */
export const ROSTER_COLUMNS = [
  'name',
  'idNumber',
  'phone',
  'village',
  'group',
  'trade',
  'sex',
  'bornOn',
  'availability',
  'kinName',
  'kinRelation',
  'kinPhone',
  'remark',
  'address',
  'ignored',
] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];

/**
 * One column of the file: its heading as written, what it means (null where nobody has said yet),
 * and whether nobody sees it on the sheet.
 */
export type Heading = { text: string; column: RosterColumn | null; hidden?: true };

/** Where a roster's heading is, how many lines it takes, and what it says. */
export type HeadingRow = { at: number; lines: 1 | 2; headings: Heading[] };

/**
 * A heading without what differs between files: spaces, stars, brackets and what stands in them.
 */
export function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[(（[【].*?[)）\]】]/g, '')
    .replace(/[\s*:：、,，。.·_/-]/g, '')
    .toLowerCase();
}

/** What a heading means, as the station said earlier or as its words tell. */
export function meaningOf(
  text: string,
  remembered: ReadonlyMap<string, RosterColumn>,
): RosterColumn | null {
  const plain = plainHeading(text);
  if (plain === '') return null;
  return (
    remembered.get(plain) ??
    HEADING_MEANINGS.find(([, pattern]) => pattern.test(plain))?.[0] ??
    null
  );
}

function headingsOf(texts: string[], remembered: ReadonlyMap<string, RosterColumn>): Heading[] {
  const taken = new Set<RosterColumn>();
  return texts.map((text) => {
    const column = meaningOf(text, remembered);
    if (column === null || column === 'ignored') return { text, column };
    // Of two columns that mean the same, the first counts; a second phone is not asked about.
    if (taken.has(column)) return { text, column: 'ignored' };
    taken.add(column);
    return { text, column };
  });
}

function known(headings: Heading[]): number {
  return headings.filter(({ column }) => column !== null && column !== 'ignored').length;
}
/**
 * Of two readings the one that names more columns is better, then the one that leaves fewer open.
 */
function worth(headings: Heading[]): number {
  return known(headings) * 100 - unsaid(headings).length;
}
function isHeading(headings: Heading[]): boolean {
  return (
    known(headings) >= 2 &&
    headings.some(({ column }) => column === 'name' || column === 'idNumber')
  );
}

/**
 * A heading of two lines: "contact" over "own phone | family's phone". Merged cells repeat the
 * upper one.
 */
function joined(upper: string[], lower: string[]): string[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => {
    const [above = '', below = ''] = [upper[i], lower[i]];
    return above === below ? above : `${above}${below}`;
  });
}

const LOOKED_AT = 30;

/**
 * The heading row of a sheet: the one among its first lines that names the most; null where none
 * does.
 */
export function findHeading(
  rows: Cell[][],
  remembered: ReadonlyMap<string, RosterColumn>,
): HeadingRow | null {
  let best: HeadingRow | null = null;
  const texts = rows.slice(0, LOOKED_AT + 1).map((row) => Array.from(row, textOf));
  texts.slice(0, LOOKED_AT).forEach((row, at) => {
    const offer = (lines: 1 | 2, headings: Heading[]) => {
      if (isHeading(headings) && (!best || worth(headings) > worth(best.headings)))
        best = { at, lines, headings };
    };
    offer(1, headingsOf(row, remembered));
    const next = texts[at + 1];
    // A line with figures in it is somebody's row, not the second half of a heading.
    if (next && !next.some((text) => /\d{6,}/.test(text)))
      offer(2, headingsOf(joined(row, next), remembered));
  });
  return best;
}

/** What still has to be said of a roster's columns before it can be read. */
export function unsaid(headings: Heading[]): Heading[] {
  return headings.filter(({ text, column }) => column === null && text !== '');
}
export function lacksEssentials(headings: Heading[]): RosterColumn[] {
  return (['name', 'idNumber'] as const).filter(
    (wanted) => !headings.some(({ column }) => column === wanted),
  );
}
