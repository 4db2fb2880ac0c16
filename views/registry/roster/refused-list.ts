import type { Heading, RosterColumn } from '../../../src/registry/roster/heading.ts';
import { type Cell, textOf } from '../../../src/sheets/cell.ts';
import type { List } from '../../../src/sheets/write.ts';
import { named } from '../../i18n/reader.ts';
import type { Words } from '../../i18n/words.ts';
import type { RowError } from '../../../src/registry/roster/row-outcome.ts';

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
        width: column === 'idNumber' ? 22 : column === 'remark' || column === 'address' ? 26 : 14,
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
