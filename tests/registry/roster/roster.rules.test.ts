import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinText } from '../../../src/registry/person-fields.ts';
import { idCheckDigit } from '../../../src/registry/id-number.ts';
import { type RosterColumn, unsaid } from '../../../src/registry/roster/heading.ts';
import { findRoster, type Roster } from '../../../src/registry/roster/roster.ts';
import { findTwice, readRow } from '../../../src/registry/roster/row.ts';
import { toCsv, toXlsx } from '../../../src/sheets/write.ts';
import { readTables } from '../../../src/sheets/read.ts';

const VILLAGES = ['柳树村', '石桥村', '马营村'].map((name) => ({ id: name, name }));
const TODAY = '2026-11-28';
const FOLDER = path.join(import.meta.dirname, '../rosters');

type Expected = {
  file: string;
  writer: string;
  error?: string;
  naming?: string[];
  rows?: Record<string, unknown>[];
};
const corpus = JSON.parse(readFileSync(path.join(FOLDER, 'expected.json'), 'utf8')) as Expected[];

async function read(bytes: Uint8Array<ArrayBuffer>): Promise<Roster | { error: string }> {
  const tables = await readTables(bytes);
  return 'error' in tables ? tables : findRoster(tables, new Map());
}

/** What comes of a roster's rows, in the words of expected.json: only what a row says. */
function outcomes(roster: Roster): Record<string, unknown>[] {
  const columns = new Map(
    roster.headings.flatMap(({ column }, i) =>
      column ? [[column, i] as [RosterColumn, number]] : [],
    ),
  );
  const twice = findTwice(roster.lines, columns.get('idNumber') ?? -1);
  return roster.lines.flatMap<Record<string, unknown>>(({ row, cells }) => {
    const sheet = roster.sheets[Math.floor(row / 100_000)] ?? '';
    const otherwise = VILLAGES.find(({ name }) => name === sheet)?.id ?? null;
    const reading = readRow(row, cells, {
      today: TODAY,
      columns,
      villages: VILLAGES,
      ownVillage: null,
      otherwise,
      twice,
    });
    if ('skipped' in reading) return [];
    if ('refused' in reading)
      return [{ row, column: reading.refused.column, error: reading.refused.error }];
    const { name, idNumber, phone, villageId, groupName, trade, availability, kin, remark, notes } =
      reading.person;
    const said = {
      trade,
      availability,
      kin: kinText(kin),
      remark,
      notes: notes.length > 0 ? notes : null,
    };
    return [
      {
        row,
        name,
        idNumber,
        phone,
        village: villageId,
        group: groupName,
        ...Object.fromEntries(Object.entries(said).filter(([, value]) => value)),
      },
    ];
  });
}

describe('rosters of every vintage', () => {
  it('are enough, and from several hands', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(40);
    expect(new Set(corpus.map(({ writer }) => writer.split(',')[0])).size).toBeGreaterThan(5);
  });

  it.each(corpus.map((each) => [each.file, each] as const))(
    'are read as their writers meant them: %s',
    async (file, expected) => {
      const roster = await read(new Uint8Array(readFileSync(path.join(FOLDER, file))));
      if (expected.error !== undefined) return expect(roster).toEqual({ error: expected.error });
      if ('error' in roster) throw new Error(roster.error);
      if (expected.naming)
        return expect(unsaid(roster.headings).map(({ text }) => text)).toEqual(expected.naming);
      expect(unsaid(roster.headings)).toEqual([]);
      return expect(outcomes(roster)).toEqual(expected.rows);
    },
  );
});

describe('any list that was given out as Excel or CSV', () => {
  it('is read as it was, ID numbers whole', async () => {
    const person = fc.record({
      name: fc.constantFrom('王兰花', '赵小军', '阿依古丽·买买提'),
      body: fc
        .tuple(
          fc.integer({ min: 1960, max: 2005 }),
          fc.integer({ min: 1, max: 28 }),
          fc.integer({ min: 100, max: 999 }),
        )
        .map(([year, day, order]) => `620799${year}03${String(day).padStart(2, '0')}${order}`),
      phone: fc
        .integer({ min: 3_000_000_00, max: 9_999_999_99 })
        .map((n) => `13${String(n).padStart(9, '0')}`),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(person, { selector: ({ body }) => body, minLength: 1, maxLength: 20 }),
        async (people) => {
          const list = {
            name: '名册',
            title: '花名册',
            columns: [
              { heading: '姓名', width: 12, text: (p: (typeof people)[0]) => p.name },
              {
                heading: '身份证号',
                width: 22,
                text: (p: (typeof people)[0]) => `${p.body}${idCheckDigit(p.body)}`,
              },
              { heading: '电话', width: 14, text: (p: (typeof people)[0]) => p.phone },
              { heading: '村', width: 12, text: () => '柳树村' },
            ],
            rows: people,
          };
          const files = [new Uint8Array(await toXlsx(list)), new TextEncoder().encode(toCsv(list))];
          for (const [i, bytes] of files.entries()) {
            const roster = await read(new Uint8Array(bytes));
            if ('error' in roster) throw new Error(roster.error);
            expect(outcomes(roster)).toEqual(
              people.map(({ name, body, phone }, n) => ({
                row: n + (i === 0 ? 3 : 2),
                name,
                idNumber: `${body}${idCheckDigit(body)}`,
                phone,
                village: '柳树村',
                group: null,
              })),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
