/** Lists as Excel and CSV files. The only module that knows the library that writes them. */
import { type CellStyle, writeCsv, writeXlsx } from 'hucre';

export type Column<Row> = {
  heading: string;
  /** Width in characters; a Chinese character is two. */
  width: number;
  /** Always text: an ID number or a phone that became a number has lost its digits. */
  text: (row: Row) => string;
};

export type List<Row> = {
  name: string;
  title?: string;
  columns: Column<Row>[];
  rows: Row[];
  landscape?: boolean;
};

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv; charset=utf-8';

/**
 * CSV has no types, so Excel guesses: a quote keeps text that begins like a formula from being run
 * (OWASP, CSV injection), a tab keeps the digits of a long number. Both are taken off again by
 * `textOf`.
 */
function guarded(text: string): string {
  if (/^[=+\-@\t\r]/.test(text)) return `'${text}`;
  return /^\d{12,}X?$/.test(text) ? `\t${text}` : text;
}

const HEADING: CellStyle = {
  font: { bold: true },
  alignment: { vertical: 'center', wrapText: true },
};
const TITLE: CellStyle = { font: { bold: true, size: 16 } };

/**
 * A sheet on A4 paper: its heading frozen and repeated on every page, every cell as text, pages
 * numbered.
 */
export function toXlsx<Row>({
  name,
  title,
  columns,
  rows,
  landscape,
}: List<Row>): Promise<Uint8Array> {
  const above = title ? 1 : 0;
  const lines = [
    ...(title ? [[title]] : []),
    columns.map(({ heading }) => heading),
    ...rows.map((row) => columns.map(({ text }) => text(row))),
  ];
  const styles: [string, { style: CellStyle }][] = columns.map((_, i) => [
    `${above},${i}`,
    { style: HEADING },
  ]);
  if (title) styles.push(['0,0', { style: TITLE }]);
  return writeXlsx({
    sheets: [
      {
        name: name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31),
        columns: columns.map(({ width }) => ({ width, numFmt: '@' })),
        rows: lines,
        cells: new Map(styles),
        ...(title && columns.length > 1
          ? { merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: columns.length - 1 }] }
          : {}),
        freezePane: { rows: above + 1 },
        pageSetup: {
          paperSize: 'a4',
          orientation: landscape ? 'landscape' : 'portrait',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: `$${above + 1}:$${above + 1}`,
        },
        headerFooter: { oddFooter: '&C&P / &N' },
      },
    ],
  });
}

/** CSV as Excel opens it without asking: UTF-8 with a byte order mark, lines ended by CR LF. */
export function toCsv<Row>({ columns, rows }: List<Row>): string {
  const headings = columns.map(({ heading }) => heading);
  const lines = rows.map((row) => columns.map(({ text }) => guarded(text(row))));
  return `\uFEFF${writeCsv([headings, ...lines], { lineSeparator: '\r\n' })}`;
}
