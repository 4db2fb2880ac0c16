import { readIdNumber } from './id-number.ts';
import { readMobile } from './phone.ts';
import { HEADINGS } from './roster.lexicon.ts';
import type { Sex } from './worker.ts';

export type RosterRow = {
  row: number;
  name: string;
  idNumber: string;
  bornOn: string;
  sex: Sex;
  phone: string;
  villageId: string;
  groupName: string;
};
export type RefusedRow = { row: number; name: string; code: string };
export type Roster = { rows: RosterRow[]; refused: RefusedRow[] } | { error: 'file_encoding' | 'file_headings' };

/** The text of a CSV file as Excel and WPS save it: UTF-8 with or without a mark, or GB 18030. */
export const decodeCsv = (bytes: Uint8Array): string | null => {
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes);
    } catch {
      // The other encoding is tried.
    }
  return null;
};

/** Splits CSV by RFC 4180: quoted fields may hold commas, quotes and line breaks. */
export const splitCsv = (text: string): string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (quoted) {
      if (char === '"' && text[i + 1] === '"') field += text[++i];
      else if (char === '"') quoted = false;
      else field += char;
    } else if (char === '"') quoted = true;
    else if (char === ',') {
      row.push(field);
      field = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[i + 1] === '\n') i++;
      rows.push([...row, field]);
      row = [];
      field = '';
    } else field += char;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows.map((cells) => cells.map((cell) => cell.normalize('NFKC').trim()));
};

type Column = keyof typeof HEADINGS;

const columnsOf = (cells: string[]): Map<Column, number> => {
  const found = new Map<Column, number>();
  cells.forEach((cell, index) => {
    for (const [column, names] of Object.entries(HEADINGS) as [Column, readonly string[]][])
      if (names.includes(cell) && !found.has(column)) found.set(column, index);
  });
  return found;
};

/** Reads a roster. Good rows are kept, every bad one is told with its row number and the reason. */
export const readRoster = (
  text: string,
  villages: { id: string; name: string }[],
  ownVillage: string | null,
): Roster => {
  const lines = splitCsv(text.replace(/^\uFEFF/, ''));
  const at = lines.findIndex((cells) => columnsOf(cells).has('name') && columnsOf(cells).has('idNumber'));
  if (at < 0) return { error: 'file_headings' };
  const columns = columnsOf(lines[at] ?? []);
  const rows: RosterRow[] = [];
  const refused: RefusedRow[] = [];
  const seen = new Set<string>();
  lines.slice(at + 1).forEach((cells, i) => {
    const row = at + i + 2;
    const cell = (column: Column): string => cells[columns.get(column) ?? -1] ?? '';
    const refuse = (code: string) => refused.push({ row, name: cell('name'), code });
    if (!cells.some(Boolean)) return undefined;
    if (!cell('name')) return refuse('required');
    if (cell('name').length > 30 || cell('group').length > 20) return refuse('too_long');
    const id = readIdNumber(cell('idNumber'));
    if ('error' in id) return refuse(id.error);
    if (seen.has(id.number)) return refuse('id_known');
    const phone = readMobile(cell('phone'));
    if (phone === null) return refuse('bad_mobile');
    const village = ownVillage ?? villages.find((v) => v.name === cell('village'))?.id;
    if (!village) return refuse('village_required');
    seen.add(id.number);
    rows.push({
      row,
      name: cell('name'),
      idNumber: id.number,
      bornOn: id.bornOn,
      sex: id.sex,
      phone,
      villageId: village,
      groupName: cell('group'),
    });
    return undefined;
  });
  return { rows, refused };
};
