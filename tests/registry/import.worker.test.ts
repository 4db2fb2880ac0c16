import { exports } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, formsTo, type Page, textOf } from '../../scripts/story/browser.ts';
import { audit } from '../../src/access/access.tables.ts';
import { idCheckDigit } from '../../src/registry/id-number.ts';
import { likeness } from '../../src/registry/person-facts.tables.ts';
import { area, worker } from '../../src/registry/registry.tables.ts';
import { readTables } from '../../src/sheets/read.ts';
import { toXlsx } from '../../src/sheets/write.ts';
import {
  officersVillageName,
  peopleAsStored,
  peopleNamed,
  thePersonNamed,
  theVillages,
} from '../support/registry-rows.ts';
import { like } from '../support/rows.ts';
import { rows } from '../support/town-rows.ts';
import { aVisitor, dump, seedTown, signedIn } from '../support/town.ts';

let zhou: Browser;
let villages: string[];

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  villages = (await theVillages()).map(({ name }) => name);
});

type Row = [name: string, id: string, phone: string, village: string, ...rest: string[]];
function idOf(order: number, born = '19930405'): string {
  const body = `620799${born}${String(order).padStart(3, '0')}`;
  return `${body}${idCheckDigit(body)}`;
}
const HEADINGS = ['姓名', '身份证号', '电话', '村'];

async function xlsx(people: string[][], headings = HEADINGS, name = '名册.xlsx'): Promise<File> {
  const columns = headings.map((heading, i) => ({
    heading,
    width: 12,
    text: (row: string[]) => row[i] ?? '',
  }));
  return new File(
    [(await toXlsx({ name: '名册', columns, rows: people })) as Uint8Array<ArrayBuffer>],
    name,
  );
}

async function bring(who: Browser, file: File): Promise<Page> {
  return who.upload(await who.open('/workers/import'), '/workers/import', 'file', file);
}
function confirm(who: Browser, page: Page): Promise<Page> {
  return who.submit(page, /confirmation$/);
}

/** Two who can be registered, and one whose ID number is too short. */
function threePeople(): Row[] {
  return [
    ['霍去远', idOf(101), '13712350001', villages[0]!],
    ['霍去近', idOf(102), '13712350002', villages[1]!],
    ['霍不详', '62079919930405', '13712350003', villages[1]!],
  ];
}

describe('a roster', () => {
  let file: File;
  beforeAll(async () => {
    file = await xlsx(threePeople());
  });

  it('is shown before anything is written, and written once confirmed', async () => {
    const before = await rows.count(worker);
    const preview = await bring(zhou, file);
    expect(textOf(preview)).toContain('新增 2');
    expect(textOf(preview)).toContain('退回 1');
    expect(await rows.count(worker)).toBe(before);
    const refused = await zhou.open(`${preview.url}?show=refused`);
    expect(textOf(refused)).toContain('第 4 行 霍不详 身份证号: 身份证号应为 18 位');
    const done = await confirm(zhou, preview);
    expect(textOf(done)).toContain('新增 2 人，修改 0 人');
    expect(await peopleNamed('霍去远')).toBe(1);
    const found = await zhou.open('/workers?q=huoquyuan');
    expect(textOf(found)).toContain('霍去远');
  });

  it('brought in twice changes nothing', async () => {
    const before = await peopleAsStored();
    const again = await bring(zhou, file);
    expect(textOf(again)).toContain('不变 2');
    expect(textOf(again)).toContain('导入过');
    expect(formsTo(again, /confirmation$/)).toEqual([]);
    expect(await peopleAsStored()).toEqual(before);
  });

  it('shows what would change field by field, and changes only that', async () => {
    const file = await xlsx(
      [['霍去远', idOf(101), '13712359999', villages[0]!, '焊工']],
      [...HEADINGS, '工种'],
    );
    const preview = await bring(zhou, file);
    const changed = await zhou.open(`${preview.url}?show=changed`);
    expect(textOf(changed)).toContain('手机号 13712350001 → 13712359999');
    expect(textOf(changed)).toContain('工种 普工 → 焊工');
    await confirm(zhou, changed);
    const registered = await rows.all(worker, { name: '霍去远' });
    expect(registered).toEqual([
      expect.objectContaining({
        phone: '13712359999',
        phoneLast4: '9999',
        trade: 'welding',
        skilled: true,
      }),
    ]);
    const person = await zhou.open(`/workers/${registered[0]!.id}`);
    expect(textOf(person)).toContain('手机号 13712350001 → 13712359999');
  });
});

describe('a roster of before', () => {
  it('does not overrule what somebody said themselves on a day that is known', async () => {
    const headings = [...HEADINGS, '外出意愿'];
    const row = ['霍自愿', idOf(131), '13712350031', villages[0]!];
    await confirm(zhou, await bring(zhou, await xlsx([[...row, '想去']], headings)));
    const said = async () => (await thePersonNamed('霍自愿')).availability;
    expect(await said()).toBe('wants');
    await rows.change(worker, { name: '霍自愿' }, { availability: 'unwilling' });
    expect(textOf(await bring(zhou, await xlsx([[...row, '想去']], headings)))).toContain(
      '没有需要写入的内容',
    );
    expect(await said()).toBe('unwilling');
  });

  it('leaves alone what somebody else changed after the preview', async () => {
    const preview = await bring(
      zhou,
      await xlsx([['霍去近', idOf(102), '13712358888', villages[1]!]]),
    );
    await rows.change(worker, { name: '霍去近' }, { phone: '13712357777' });
    await confirm(zhou, preview);
    expect((await thePersonNamed('霍去近')).phone).toBe('13712357777');
  });
});

describe('a roster with rows that are refused', () => {
  it('gives the refused rows back to be mended and brought in again', async () => {
    const preview = await bring(zhou, await xlsx(threePeople()));
    const page = await zhou.open(preview.url);
    const form = page.root.querySelector('form[action$="/refused"]');
    const response = await zhou.download(page, form?.getAttribute('action') ?? '');
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toContain(
      '退回的行.xlsx',
    );
    const tables = await readTables(new Uint8Array(await response.arrayBuffer()));
    if ('error' in tables) throw new Error(tables.error);
    expect(tables[0]?.rows).toEqual([
      [...HEADINGS, '退回原因'],
      ['霍不详', '62079919930405', '13712350003', villages[1], '身份证号: 身份证号应为 18 位'],
    ]);
    const mended = tables[0]!.rows.map((row, i) =>
      (i === 0 ? row : [row[0], idOf(103), ...row.slice(2)]).map(String),
    );
    const done = await confirm(zhou, await bring(zhou, await xlsx(mended.slice(1), mended[0])));
    expect(textOf(done)).toContain('新增 1 人');
    expect(await rows.count(audit, { action: 'worker.export' })).toBe(1);
  });

  it('and with several sheets gives its refused rows back with the village of each', async () => {
    const column = (i: number) => ({
      heading: HEADINGS[i]!,
      width: 12,
      text: (row: string[]) => row[i] ?? '',
    });
    const sheet = await toXlsx({
      name: villages[2]!,
      columns: [0, 1, 2].map(column),
      rows: [
        ['霍分表', idOf(121), '13712350021'],
        ['霍缺号', '6207991993', '13712350022'],
      ],
    });
    const preview = await bring(zhou, new File([sheet], '分村.xlsx'));
    const page = await confirm(zhou, preview);
    const form = page.root.querySelector('form[action$="/refused"]');
    const response = await zhou.download(page, form?.getAttribute('action') ?? '');
    const tables = await readTables(new Uint8Array(await response.arrayBuffer()));
    if ('error' in tables) throw new Error(tables.error);
    const [headings, row] = tables[0]!.rows.map((cells) => cells.map(String));
    expect([headings!.slice(-2), row!.at(-2)]).toEqual([['村', '退回原因'], villages[2]]);
    const mended = [row![0]!, idOf(122), row![2]!, row![3]!];
    expect(
      textOf(await confirm(zhou, await bring(zhou, await xlsx([mended], headings!.slice(0, 4))))),
    ).toContain('新增 1 人');
  });
});

describe('a roster with columns of its own', () => {
  it('asks what a column means that no rule knows, and knows it the next time', async () => {
    const headings = ['姓名', '身份证号', '电话', '村', '入伍时间'];
    const row = ['霍去病', idOf(104), '13712350004', villages[0]!, '2011'];
    const naming = await bring(zhou, await xlsx([row], headings));
    expect(textOf(naming)).toContain('入伍时间');
    expect(naming.html).not.toContain(idOf(104));
    const forgotten = await zhou.submit(naming, /columns$/, { 'column-4': '' });
    expect(forgotten.status).toBe(422);
    expect(textOf(forgotten)).toContain('还有列没有选');
    const preview = await zhou.submit(forgotten, /columns$/, { 'column-4': 'ignored' });
    expect(textOf(preview)).toContain('新增 1');
    expect(textOf(await bring(zhou, await xlsx([row], headings)))).toContain('新增 1');
  });

  it('remembers of the columns only what somebody decided', async () => {
    const headings = ['姓名', '身份证号', '联系电话', '手机号', '村', '退伍日期'];
    const row = ['霍双号', idOf(107), '13712350007', '13712350008', villages[0]!, ''];
    const naming = await bring(zhou, await xlsx([row], headings));
    await zhou.submit(naming, /columns$/, { 'column-5': 'ignored' });
    // The second phone was left out here; alone in another file it is the phone.
    const alone = await bring(
      zhou,
      await xlsx(
        [['霍单号', idOf(108), '13712350009', villages[0]!]],
        ['姓名', '身份证号', '手机号', '村'],
      ),
    );
    await confirm(zhou, alone);
    expect((await thePersonNamed('霍单号')).phone).toBe('13712350009');
  });
});

describe('any roster', () => {
  it('is not read anew once it is being written or has been', async () => {
    const file = await xlsx([['霍已写', idOf(109), '13712350010', villages[0]!]]);
    const preview = await bring(zhou, file);
    const columns = await zhou.open(`${preview.url}?columns`);
    const written = await confirm(zhou, preview);
    await zhou.submit(columns, /columns$/);
    expect(textOf(await zhou.open(preview.url))).toContain('新增 1 人');
    expect(await peopleNamed('霍已写')).toBe(1);
    await zhou.submit(written, /undo$/);
    expect(await peopleNamed('霍已写')).toBe(0);
  });

  it('names one village for a file that has no such column', async () => {
    const naming = await bring(
      zhou,
      await xlsx([['霍无村', idOf(105), '13712350005']], ['姓名', '身份证号', '电话']),
    );
    expect(textOf(naming)).toContain('这些人都是哪个村的');
    // Left open, whoever is new is refused, and it can be said afterwards.
    expect(textOf(await zhou.submit(naming, /columns$/))).toContain('退回 1');
    const columns = await zhou.open(`${naming.url}?columns`);
    const village = await rows.first(area, { name: villages[2]! });
    const preview = await zhou.submit(columns, /columns$/, { everyonesVillage: village.id });
    await confirm(zhou, preview);
    expect((await thePersonNamed('霍无村')).villageId).toBe(village.id);
  });

  it('tells of somebody registered who may be the same person', async () => {
    const file = await xlsx([['霍去远', idOf(206), '13712350006', villages[0]!]]);
    const preview = await bring(zhou, file);
    const alike = await zhou.open(`${preview.url}?show=alike`);
    expect(textOf(alike)).toContain(
      `可能就是已登记的霍去远（后四位 ${idOf(101).slice(-4)}）：同名、同出生日期`,
    );
    const before = await rows.count(likeness);
    await confirm(zhou, alike);
    expect(await rows.count(likeness)).toBe(before + 1);
  });

  it('is refused with a reason where it is no roster', async () => {
    const nonsense = await bring(zhou, new File(['一,二\n三,四'], 'x.csv'));
    expect([
      nonsense.status,
      textOf(nonsense).includes('找不到「姓名」和「身份证号」两列'),
    ]).toEqual([422, true]);
    const big = await bring(zhou, new File([new Uint8Array(5 * 1024 * 1024 + 1)], 'x.xlsx'));
    expect([big.status, textOf(big).includes('文件太大')]).toEqual([422, true]);
  });

  it('keeps nothing readable of what it holds', async () => {
    expect(await dump()).not.toMatch(/62079919930405\d{3}[\dX]/);
  });
});

describe('taking an import back', () => {
  it('removes whom it added and restores what it changed', async () => {
    const first = await confirm(
      zhou,
      await bring(zhou, await xlsx([['莫问', idOf(301), '13712360001', villages[0]!]])),
    );
    expect(first.status).toBe(200);
    const before = await peopleAsStored();
    const file = await xlsx([
      ['莫问', idOf(301), '13712361111', villages[0]!],
      ['莫愁', idOf(302), '13712360002', villages[1]!],
    ]);
    const written = await confirm(zhou, await bring(zhou, file));
    expect(await peopleNamed('莫愁')).toBe(1);
    const undone = await zhou.submit(written, /undo$/);
    expect(textOf(undone)).toContain('已撤销');
    expect(await peopleAsStored()).toEqual(before);
  });

  it('is refused, with names, once something was built on one of them', async () => {
    const written = await confirm(
      zhou,
      await bring(zhou, await xlsx([['莫急', idOf(303), '13712360003', villages[0]!]])),
    );
    const { id } = await thePersonNamed('莫急');
    const person = await zhou.open(`/workers/${id}`);
    await zhou.submit(person, /certificates$/, { trade: 'welding', level: '初级' });
    const refused = await zhou.submit(written, /undo$/);
    expect(refused.status).toBe(409);
    expect(textOf(refused)).toContain('莫急');
    expect(await peopleNamed('莫急')).toBe(1);
  });
});

describe('officers', () => {
  it('bring in their own village only, and see nobody else’s import', async () => {
    const officer = await signedIn('officer');
    const own = await officersVillageName();
    const other = villages.find((name) => name !== own)!;
    const file = await xlsx([
      ['苗本村', idOf(401), '13712370001', own],
      ['苗外村', idOf(402), '13712370002', other],
    ]);
    const preview = await bring(officer, file);
    expect(textOf(await officer.open(`${preview.url}?show=refused`))).toContain('不是您所在村的人');
    await confirm(officer, preview);
    expect([await peopleNamed('苗本村'), await peopleNamed('苗外村')]).toEqual([1, 0]);
    const sheet = await toXlsx({
      name: other,
      columns: ['姓名', '身份证号'].map((heading, i) => ({
        heading,
        width: 12,
        text: (row: string[]) => row[i] ?? '',
      })),
      rows: [['苗表名', idOf(404)]],
    });
    const named = await bring(officer, new File([sheet], 'x.xlsx'));
    expect(textOf(named)).toContain('不是您所在村的人');
    const stations = await bring(zhou, await xlsx([['苗镇上', idOf(403), '13712370003', other]]));
    expect((await officer.open(stations.url)).status).toBe(404);
    expect((await officer.submit(stations, /confirmation$/)).status).toBe(404);
    expect((await zhou.open(preview.url)).status).toBe(200);
  });

  it('who import overlapping files at once register nobody twice', async () => {
    const people = Array.from({ length: 60 }, (_, i): Row => [
      `童${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${'子丑寅卯辰巳'[Math.floor(i / 10)]}`,
      idOf(500 + i),
      `137124${String(i).padStart(5, '0')}`,
      villages[0]!,
    ]);
    const admin = await signedIn('admin');
    const [one, two] = [
      await bring(zhou, await xlsx(people.slice(0, 40))),
      await bring(admin, await xlsx(people.slice(20))),
    ];
    await Promise.all([confirm(zhou, one), confirm(admin, two)]);
    const registered = await rows.all(worker, { name: like('童%') });
    expect(registered).toHaveLength(60);
    expect(new Set(registered.map(({ idNumberIndex }) => idNumberIndex)).size).toBe(60);
  });

  it('are turned away as leaders or strangers', async () => {
    expect((await (await signedIn('leader')).open('/workers/import')).status).toBe(403);
    expect((await aVisitor().open('/workers/import')).url).toContain('/sign-in');
    const response = await exports.default.fetch(
      new Request('https://songxing.test/workers/import', { method: 'POST', body: new FormData() }),
    );
    expect(response.status).toBe(403);
  });
});
