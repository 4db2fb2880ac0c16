import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, formsTo, type Page, textOf } from '../../scripts/story/browser.ts';
import { idCheckDigit } from '../../src/registry/id-number.ts';
import type { Tally } from '../../src/registry/roster/import.ts';
import { rosterPart } from '../../src/registry/roster/roster.tables.ts';
import { peopleNamed, thePersonNamed, theVillages } from '../support/registry-rows.ts';
import { rows } from '../support/town-rows.ts';
import { dump, seedTown, signedIn } from '../support/town.ts';
import { type SheetRow, workbookOf } from '../support/workbook.ts';

let zhou: Browser;
let village: string;

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  village = (await theVillages())[0]!.name;
});

function idOf(order: number): string {
  const body = `62079919930405${order}`;
  return `${body}${idCheckDigit(body)}`;
}
async function bring(lines: SheetRow[], columns?: string): Promise<Page> {
  const bytes = await workbookOf({ rows: lines, ...(columns ? { columns } : {}) });
  const page = await zhou.open('/workers/import');
  return zhou.upload(page, '/workers/import', 'file', new File([bytes], '名册.xlsx'));
}
function confirm(page: Page): Promise<Page> {
  return zhou.submit(page, /confirmation$/);
}
function linesOn(page: Page): string {
  return page.root.querySelector('ul.lines')?.text ?? '';
}

describe('rows that nobody sees on the sheet', () => {
  const HEADING = { cells: ['姓名', '身份证号', '手机号', '村', '备注'] };
  const lines = (first: number): SheetRow[] => [
    HEADING,
    { cells: ['巳看见甲', idOf(first), `13702710${first}`, village, '想去'] },
    { cells: ['巳隐藏', idOf(first + 2), `13702711${first}`, village, '已故'], hidden: true },
    {
      cells: ['巳压扁', idOf(first + 4), `13702712${first}`, village, '已故'],
      attributes: 'ht="0" customHeight="1"',
    },
  ];

  it('are told on top, looked at, and left out unless they are asked in', async () => {
    const preview = await bring(lines(411));
    expect(textOf(preview)).toContain('表里有 2 行被隐藏');
    expect(textOf(preview)).toContain('新增 1');
    expect(linesOn(await zhou.open(`${preview.url}?show=hidden`))).toMatch(
      /第 3 行.*巳隐藏[\s\S]*第 4 行.*巳压扁/,
    );
    await confirm(preview);
    expect([
      await peopleNamed('巳看见甲'),
      await peopleNamed('巳隐藏'),
      await peopleNamed('巳压扁'),
    ]).toEqual([1, 0, 0]);
  });

  it('come in where the station says so, and stay out again where it thinks better of it', async () => {
    const preview = await bring(lines(421));
    const page = await zhou.submit(preview, /answers$/, { hidden: 'in' });
    expect(textOf(page)).toContain('被隐藏的 2 行也会导入');
    const out = await zhou.submit(page, /answers$/, { hidden: 'out' });
    expect(textOf(out)).toContain('新增 1');
    await confirm(await zhou.submit(out, /answers$/, { hidden: 'in' }));
    expect(await peopleNamed('巳隐藏')).toBe(1);
  });

  it('do not make the same person below them one that was there before', async () => {
    const one = { cells: ['巳一次', idOf(431), '13702710431', village, ''] };
    const preview = await bring([HEADING, { ...one, hidden: true }, one]);
    expect(textOf(preview)).toContain('新增 1');
    expect(textOf(preview)).not.toContain('退回 1');
  });

  it('and such columns are told as well', async () => {
    const preview = await bring(
      lines(441),
      '<cols><col min="3" max="3" width="9" hidden="1"/></cols>',
    );
    expect(textOf(preview)).toContain('表里隐藏的列也会读：手机号');
  });
});

const WITH_WISHES = { cells: ['姓名', '身份证号', '手机号', '村', '是否外出意愿'] };
function wishes(first: number): SheetRow[] {
  return [
    WITH_WISHES,
    { cells: ['午答是', idOf(first), `13702720${first}`, village, '是'] },
    { cells: ['午答否', idOf(first + 2), `13702721${first}`, village, '否'] },
    { cells: ['午明说', idOf(first + 4), `13702722${first}`, village, '在外务工中'] },
    { cells: ['午犹豫', idOf(first + 6), `13702723${first}`, village, '看情况'] },
  ];
}
async function wishOf(name: string) {
  return (await thePersonNamed(name)).availability;
}

describe('a yes or a no in the column of wishes', () => {
  it('is asked about before anything is written', async () => {
    const preview = await bring(wishes(511));
    expect(textOf(preview)).toContain('「是否外出意愿」一列有 2 行只写了是或否');
    expect(formsTo(preview, /confirmation$/)).toEqual([]);
    const forced = await zhou.post(`${preview.url}/confirmation`, {});
    expect([forced.status, textOf(forced).includes('还没有说清楚')]).toEqual([409, true]);
    expect(await peopleNamed('午答是')).toBe(0);
    const unsaid = await zhou.submit(preview, /answers$/, { 'wish-0': 'wants' });
    expect([unsaid.status, textOf(unsaid).includes('每一项都要选')]).toEqual([422, true]);
    const words = preview.root
      .querySelectorAll('input[name^="word-"]')
      .map((input) => input.getAttribute('value'));
    expect(new Set(words)).toEqual(new Set(['否', '是', '看情况']));
    const meanings = { 是: 'wants', 否: 'home', 看情况: '' } as Record<string, string>;
    const answers = Object.fromEntries(
      words.map((word, i) => [`wish-${i}`, meanings[word ?? ''] ?? '']),
    );
    const answered = await zhou.submit(preview, /answers$/, answers);
    expect(textOf(answered)).toContain('「否」＝在家');
    await confirm(answered);
    expect([await wishOf('午答是'), await wishOf('午答否'), await wishOf('午明说')]).toEqual([
      'wants',
      'home',
      'away',
    ]);
    // Whoever was not understood was not asked either.
    expect(await thePersonNamed('午犹豫')).toMatchObject({
      availability: 'home',
      availabilityAt: null,
    });
  });

  it('can be answered anew before it is confirmed', async () => {
    const preview = await bring(wishes(531));
    const answer = (page: Page, meaning: string) =>
      zhou.submit(
        page,
        /answers$/,
        Object.fromEntries(
          page.root.querySelectorAll('select[name^="wish-"]').map((_, i) => [`wish-${i}`, meaning]),
        ),
      );
    const said = await answer(preview, 'unwilling');
    const anew = await zhou.post(`${said.url}/answers`, { wishes: 'anew' });
    expect(textOf(await zhou.open(said.url))).toContain('只写了是或否');
    expect(anew.status).toBe(200);
  });

  it('and words that are not understood are counted on top, with a way to them', async () => {
    const preview = await bring([
      WITH_WISHES,
      { cells: ['午看看', idOf(551), '13702720551', village, '再说吧'] },
    ]);
    expect(textOf(preview)).toContain('1 行的外出意愿没认出来');
    expect(linesOn(await zhou.open(`${preview.url}?show=wishes`))).toContain('午看看');
    expect(formsTo(preview, /confirmation$/)).toHaveLength(1);
  });

  it('is kept readable nowhere', async () => {
    expect(await dump()).not.toContain('再说吧');
  });
});

describe('names that are none', () => {
  const HEADING = { cells: ['姓名', '身份证号', '手机号', '村'] };
  const lines = (first: number): SheetRow[] =>
    ['未正常', '合计', '???', '无', '13702730001', '未7', '未'].reduce<SheetRow[]>(
      (all, name, i) => [
        ...all,
        { cells: [name, idOf(first + 2 * i), `137027300${String(i).padStart(2, '0')}`, village] },
      ],
      [HEADING],
    );

  it('are counted on top, and stay out; odd ones go in with a note', async () => {
    const preview = await bring(lines(611));
    expect(textOf(preview)).toContain('6 行的姓名不像人名，或少见');
    expect(textOf(preview)).toContain('新增 2');
    expect(linesOn(await zhou.open(`${preview.url}?show=names`))).toMatch(
      /合计[\s\S]*\?\?\?[\s\S]*未/,
    );
    expect(textOf(await zhou.submit(preview, /answers$/, { names: 'out' }))).toContain('新增 1');
  });

  it('go in as they are written where the station says so', async () => {
    const preview = await bring(lines(631));
    const page = await zhou.submit(preview, /answers$/, { names: 'in' });
    expect(textOf(page)).toContain('新增 7');
    await confirm(page);
    expect([
      await peopleNamed('未正常'),
      await peopleNamed('???'),
      await peopleNamed('未7'),
    ]).toEqual([1, 1, 1]);
  });

  it('over a sum are no row at all', async () => {
    const preview = await bring([
      HEADING,
      { cells: ['未数', idOf(651), '13702730651', village] },
      { cells: ['合计', '1人', null, null] },
    ]);
    expect(textOf(preview)).toContain('新增 1');
    expect(textOf(preview)).not.toContain('退回');
  });
});

it('a cell that was hard to read costs a note, told on top', async () => {
  const heading = { cells: ['姓名', '身份证号', '手机号', '村', '出生年月'] };
  const preview = await bring([
    heading,
    { cells: ['申农历', idOf(711), '13702740711', village, '农历四月廿二'] },
  ]);
  expect(textOf(preview)).toContain('1 行有读不准的地方');
  expect(linesOn(await zhou.open(`${preview.url}?show=noted`))).toContain('出生日期没认出');
  await confirm(preview);
  expect(await peopleNamed('申农历')).toBe(1);
});

it('an import that an earlier version counted still shows its counts', async () => {
  const heading = { cells: ['姓名', '身份证号', '手机号', '村'] };
  const preview = await bring([heading, { cells: ['酉旧数', idOf(721), '13702740721', village] }]);
  const importId = preview.url.split('/').at(-1)!;
  const counted = { new: 1, changed: 0, unchanged: 0, refused: 0, alike: 0 };
  await rows.change(rosterPart, { importId }, { tally: counted as Tally });
  expect(textOf(await zhou.open(preview.url))).toContain('新增 1');
});

describe('a tab that is behind', () => {
  const lines = (first: number): SheetRow[] => [
    { cells: ['姓名', '身份证号', '手机号', '村'] },
    { cells: ['巳两开', idOf(first), `13702713${first}`, village] },
  ];
  const isMovedOn = (page: Page) => [page.status, textOf(page).includes('在别处已经往下走了')];

  it('is not told that a list was given up which another tab took in, nor the other way round', async () => {
    const taken = await bring(lines(611));
    await confirm(taken);
    expect(isMovedOn(await zhou.submit(taken, /drop$/))).toEqual([409, true]);
    expect(await peopleNamed('巳两开')).toBe(1);
    const dropped = await bring(lines(621));
    await zhou.submit(dropped, /drop$/);
    expect(isMovedOn(await confirm(dropped))).toEqual([409, true]);
    expect(isMovedOn(await zhou.post(`${dropped.url}/undo`, {}))).toEqual([409, true]);
    expect(await peopleNamed('巳两开')).toBe(1);
  });

  it('is not told that its answers counted, nor its columns', async () => {
    const preview = await bring(lines(631));
    await confirm(preview);
    expect(isMovedOn(await zhou.post(`${preview.url}/answers`, { hidden: 'in' }))).toEqual([
      409,
      true,
    ]);
    expect(isMovedOn(await zhou.post(`${preview.url}/columns`, { 'column-0': 'name' }))).toEqual([
      409,
      true,
    ]);
  });
});
