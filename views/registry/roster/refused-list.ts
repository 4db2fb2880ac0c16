import type { Heading, RosterColumn } from '../../../src/registry/roster/heading.ts';
import { type Cell, textOf } from '../../../src/sheets/cell.ts';
import type { List } from '../../../src/sheets/write.ts';
import { named } from '../../i18n/reader.ts';
import type { Words } from '../../i18n/words.ts';
import type { RowError } from '../../../src/registry/roster/row-outcome.ts';

/** How wide the columns are that hold more than a word, in characters. */
const WIDTHS: Partial<Record<RosterColumn, number>> = { idNumber: 22, remark: 26, address: 26 };

type Refused = { row: number; column: RosterColumn; error: RowError; cells: Cell[] };

/**
 * Refused rows with the file's own headings, so that they can be mended and imported again, and the
 * reason last.
 */
export function refusedList(
  t: Words,
  headings: Heading[],
  rows: Refused[],
  villageOf: (row: number) => string,
): List<Refused> {
  return {
    name: t.import.refusedTitle,
    columns: [
      ...headings.map(({ text, column }, i) => ({
        heading: text,
        width: (column && WIDTHS[column]) ?? 14,
        text: ({ cells }: Refused) => textOf(cells[i]),
      })),
      ...(headings.some(({ column }) => column === 'village')
        ? []
        : [
            {
              heading: t.import.column.village,
              width: 14,
              text: ({ row }: Refused) => villageOf(row),
            },
          ]),
      {
        heading: t.import.reason,
        width: 48,
        text: ({ column, error }) => `${t.import.column[column]}: ${named(t.errors, error)}`,
      },
    ],
    rows,
    landscape: true,
  };
}
