/**
 * Excel, CSV and what passes for them, as rows of cells. The only module that knows the library
 * that reads them.
 */
import { EncryptedFileError, fromHtml, parseCsv, readXls, readXlsx } from 'hucre';
import type { Table } from './cell.ts';
import { readWorkbook } from './workbook.ts';
import { keepSaying, type Sheet, tableOf } from './said-rows.ts';
import { hiddenInXls } from './xls-hidden.ts';
import { isSafeZip } from './zip-limits.ts';

/** Bytes of a file that is taken: 30,000 rows are about 3 MB. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;
/** Rows of one sheet that say anything, people or not, and are looked at. */
const MOST_SAYING = 100_000;
export type SheetError =
  | 'file_missing'
  | 'file_too_big'
  | 'file_too_many_rows'
  | 'file_encoding'
  | 'file_encrypted'
  | 'file_unreadable';

function startsWith(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}
function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
}
function isCompoundFile(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
}

/**
 * The text of a file as Excel and WPS save it: UTF-8 or UTF-16 with a mark, UTF-8 without one, or
 * GB 18030.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = [
    ...(startsWith(bytes, 0xff, 0xfe) ? ['utf-16le'] : []),
    ...(startsWith(bytes, 0xfe, 0xff) ? ['utf-16be'] : []),
  ];
  for (const encoding of [...marked, 'utf-8', 'gb18030'])
    try {
      const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes);
      if (!text.includes('\0')) return text;
    } catch {
      // The next encoding is tried.
    }
  return null;
}

/**
 * What separates the fields: whichever occurs most at the top. A title line above the heading has
 * none.
 */
function delimiterOf(text: string): string {
  const top = text.slice(0, 4000);
  const [best] = [',', '\t', ';']
    .map((each) => ({ each, count: top.split(each).length }))
    .sort((a, b) => b.count - a.count);
  return best?.each ?? ',';
}

function readText(bytes: Uint8Array): Sheet[] | { error: SheetError } {
  const text = decodeText(bytes);
  if (text === null) return { error: 'file_encoding' };
  // Many offices' systems save an HTML table and call it .xls.
  if (/^\s*<(!doctype|html|table|meta|\?xml)/i.test(text))
    return [keepSaying(fromHtml(text, { typeInference: false }))];
  return [keepSaying({ name: '', rows: parseCsv(text, { delimiter: delimiterOf(text) }) })];
}

/** A sheet of an .xls with what nobody sees in it; none where the whole sheet is hidden. */
function seenIn(bytes: Uint8Array) {
  const hidden = hiddenInXls(bytes);
  return (sheet: Sheet, i: number): Sheet[] => {
    const here = hidden[i];
    if (!here) return [sheet];
    return here.isHidden ? [] : [{ ...sheet, hidden: here.rows, hiddenColumns: here.columns }];
  };
}

async function readSheets(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Sheet[] | { error: SheetError }> {
  if (isZip(bytes)) {
    if (!(await isSafeZip(bytes))) return { error: 'file_unreadable' };
    return readWorkbook(bytes);
  }
  // The same container holds an .xls and an .xlsx with a password; only the second reader tells of
  // the password.
  if (isCompoundFile(bytes))
    return (await readXls(bytes).catch(() => readXlsx(bytes))).sheets
      .map(keepSaying)
      .flatMap(seenIn(bytes));
  return readText(bytes);
}

/**
 * The sheets of a file, whatever its name says: .xlsx, .xls, .csv, or an HTML table. Bounded in
 * bytes, rows and what it unpacks to.
 */
export async function readTables(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Table[] | { error: SheetError }> {
  if (bytes.length === 0) return { error: 'file_missing' };
  if (bytes.length > MAX_FILE_BYTES) return { error: 'file_too_big' };
  try {
    const sheets = await readSheets(bytes);
    if ('error' in sheets) return sheets;
    if (sheets.some(({ said }) => said.size > MOST_SAYING)) return { error: 'file_too_many_rows' };
    return sheets.map(tableOf);
  } catch (error) {
    return { error: error instanceof EncryptedFileError ? 'file_encrypted' : 'file_unreadable' };
  }
}
