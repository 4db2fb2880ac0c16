import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { idCheckDigit } from '../../../src/registry/id-number.ts';
import { rowInSheet, sheetOf } from '../../../src/registry/roster/import.ts';
import { findRoster, type Roster } from '../../../src/registry/roster/roster.ts';
import { readTables } from '../../../src/sheets/read.ts';
import { type SheetRow, workbookOf } from '../../support/workbook.ts';

const HEADING: SheetRow = { cells: ['姓名', '身份证号', '手机号', '村', '序号'] };
function idOf(order: number): string {
  const body = `62079919900307${String(order).padStart(3, '0')}`;
  return `${body}${idCheckDigit(body)}`;
}
function person(order: number): SheetRow {
  return {
    cells: [
      `丙${'一二三四五六七八九'[order]}山`,
      idOf(100 + order),
      `1370121000${order}`,
      '柳树村',
      order + 1,
    ],
  };
}
const THREE = [HEADING, person(0), person(1), person(2)];

async function rosterIn(rows: SheetRow[], columns = ''): Promise<Roster> {
  const tables = await readTables(await workbookOf({ rows, columns }));
  if ('error' in tables) throw new Error(tables.error);
  const roster = findRoster(tables, new Map());
  if ('error' in roster) throw new Error(roster.error);
  return roster;
}
function many(count: number, row: (i: number) => SheetRow): SheetRow[] {
  return Array.from({ length: count }, (_, i) => row(i));
}
const LAST = 1_048_576;

describe('however far a sheet reaches,', () => {
  it.each<[string, SheetRow[]]>([
    ['a border in the last row there is', [{ at: LAST, cells: [null, null], ruled: true }]],
    ['a space in the last row there is', [{ at: LAST, cells: [' '] }]],
    ['a stray figure in the last row there is', [{ at: LAST, cells: [null, null, null, null, 7] }]],
    ['60,000 ruled rows', many(60_000, () => ({ cells: [null, null, null, null], ruled: true }))],
    ['40,000 rows with a space', many(40_000, () => ({ cells: [' '] }))],
    ['40,000 rows with a zero-width space', many(40_000, () => ({ cells: ['\u200b', '\u2060'] }))],
    ['numbers filled down', many(31_000, (i) => ({ cells: [null, null, null, null, i + 4] }))],
    ['a village filled down', many(31_000, () => ({ cells: [null, null, null, '柳树村', null] }))],
    [
      'numbers and a village filled down',
      many(110_000, (i) => ({ cells: [null, null, null, '柳树村', i + 4] })),
    ],
    [
      'an address filled down',
      many(110_000, () => ({ cells: [null, null, null, '甘肃省张掖市某某区某某镇柳树村'] })),
    ],
    ['slashes in empty rows', many(40, (i) => ({ cells: ['/', '/', '/', '柳树村', i] }))],
    [
      'the beginning of an ID number filled down',
      many(31_000, () => ({ cells: [null, '620799', null, null, null] })),
    ],
  ])('rows that hold nobody do not count: %s', async (_what, rows) => {
    expect((await rosterIn([...THREE, ...rows])).lines.map(({ row }) => row)).toEqual([2, 3, 4]);
  });

  it('a person far below counts, with the number of their row', async () => {
    const far = { ...person(3), at: LAST };
    const rows = (await rosterIn([...THREE, far])).lines.map(({ row }) => row);
    expect(rows.map((row) => [sheetOf(row), rowInSheet(row)]).at(-1)).toEqual([0, LAST]);
  });

  it('whoever lacks a name or an ID number still is somebody', async () => {
    const unnamed: SheetRow = { cells: [null, idOf(120), null, '柳树村', 4] };
    const unnumbered: SheetRow = { cells: ['丙无号', null, null, null, 5] };
    expect((await rosterIn([...THREE, unnamed, unnumbered])).lines).toHaveLength(5);
  });

  it('more people than a list may have are too many', async () => {
    const tables = await readTables(
      await workbookOf({
        rows: [
          HEADING,
          ...many(30_001, (i) => ({
            cells: ['丙某山', `${62079919900307000n + BigInt(i)}`, '', ''],
          })),
        ],
      }),
    );
    expect('error' in tables ? tables : findRoster(tables, new Map())).toEqual({
      error: 'file_too_many_rows',
    });
  });
});

/** An .xls in which the third row is marked as hidden, as Excel marks it. */
function withHiddenRow(file: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(readFileSync(path.join(import.meta.dirname, '../rosters', file)));
  const at = bytes.findIndex((_, i) =>
    [0x08, 0x02, 0x10, 0x00, 0x02, 0x00].every((byte, k) => bytes[i + k] === byte),
  );
  bytes[at + 4 + 12] = (bytes[at + 4 + 12] ?? 0) | 0x20;
  return bytes;
}

describe('what nobody sees on the sheet', () => {
  it('is known where it is a row of an .xls', async () => {
    const tables = await readTables(withHiddenRow('30-plain.xls'));
    expect('error' in tables ? tables : tables.map(({ hidden }) => [...hidden])).toEqual([[3]]);
  });

  it.each<[string, Partial<SheetRow>]>([
    ['hidden by hand or by a filter', { hidden: true }],
    ['no height', { attributes: 'ht="0" customHeight="1"' }],
  ])('is known where it is a row: %s', async (_how, how) => {
    const { lines } = await rosterIn([HEADING, person(0), { ...person(1), ...how }, person(2)]);
    expect(lines.map(({ hidden }) => hidden === true)).toEqual([false, true, false]);
  });

  it('is known where it is a column', async () => {
    const { headings } = await rosterIn(
      THREE,
      '<cols><col min="3" max="3" width="9" hidden="1"/></cols>',
    );
    expect(headings.filter(({ hidden }) => hidden).map(({ text }) => text)).toEqual(['手机号']);
  });
});
