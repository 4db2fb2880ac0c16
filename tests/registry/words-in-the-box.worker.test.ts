import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, linksTo, type Page, textOf } from '../../scripts/story/browser.ts';
import { idCheckDigit } from '../../src/registry/id-number.ts';
import { worker } from '../../src/registry/registry.tables.ts';
import { migrateNamesAgain, theVillages } from '../support/registry-rows.ts';
import { like } from '../support/rows.ts';
import { officersVillage, rows, thePerson } from '../support/town-rows.ts';
import { seedTown, signedIn } from '../support/town.ts';

let zhou: Browser;
let villages: { id: string; name: string }[];

function idOf(order: number): string {
  const body = `62079919930405${order}`;
  return `${body}${idCheckDigit(body)}`;
}
type Given = {
  name: string;
  id: number;
  phone?: string;
  village?: number;
  trade?: string;
  group?: string;
};
async function register({
  name,
  id,
  phone = `1379990${id}0`,
  village = 0,
  trade = 'sewing',
  group = '一社',
}: Given): Promise<Page> {
  const page = await zhou.submit(await zhou.open('/workers/new'), '/workers', {
    name,
    idNumber: idOf(id),
    phone,
    villageId: villages[village]!.id,
    groupName: group,
    trade,
    skilled: 'yes',
    availability: 'home',
    dataConsent: 'yes',
  });
  if (!page.url.startsWith('/workers/')) throw new Error(textOf(page));
  return page;
}
function search(typed: string): Promise<Page> {
  return zhou.open(`/workers?${new URLSearchParams({ q: typed }).toString()}`);
}
async function found(typed: string): Promise<string[]> {
  return (await search(typed)).root.querySelectorAll('#found .name').map((name) => name.text);
}

/** Whom the words of the searches fit: one all of them, two others some. */
async function registerThree(): Promise<void> {
  await register({
    name: '张两词',
    id: 341,
    phone: '13799902018',
    village: 1,
    trade: 'assembly',
    group: '三社',
  });
  await register({ name: '张旁人', id: 343, phone: '13799903343', village: 2, trade: 'welding' });
  await register({
    name: '李两词',
    id: 345,
    phone: '13799903345',
    village: 1,
    trade: 'assembly',
  });
}

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  villages = await theVillages();
  await registerThree();
});

describe('a name in parts', () => {
  beforeAll(async () => {
    await register({ name: '买买提.阿不都', id: 311 });
    await register({ name: '买买提‧艾山', id: 313 });
    await register({ name: '热依汗 买买提', id: 315 });
    await register({ name: '阿卜杜热西提·阿卜杜克热木江·玉苏甫', id: 317 });
  });

  it('is kept with one dot, however it was typed', async () => {
    const people = await rows.all(worker, { name: like('%买买提%') });
    expect(people.map(({ name }) => name).sort()).toEqual([
      '买买提·艾山',
      '买买提·阿不都',
      '热依汗·买买提',
    ]);
  });

  it.each([
    ['买买提·阿不都', '买买提·阿不都'],
    ['买买提.阿不都', '买买提·阿不都'],
    ['买买提•阿不都', '买买提·阿不都'],
    ['买买提阿不都', '买买提·阿不都'],
    ['买买提 阿不都', '买买提·阿不都'],
    ['阿不都 买买提', '买买提·阿不都'],
    ['买买提\u200b阿不都', '买买提·阿不都'],
    ['阿不都', '买买提·阿不都'],
    ['艾山', '买买提·艾山'],
    ['aishan', '买买提·艾山'],
    ['maimaiti aishan', '买买提·艾山'],
    ['玉苏甫', '阿卜杜热西提·阿卜杜克热木江·玉苏甫'],
    ['阿卜杜克热木江', '阿卜杜热西提·阿卜杜克热木江·玉苏甫'],
  ])('is found by "%s"', async (typed, name) => {
    expect(await found(typed)).toContain(name);
  });

  it('is listed once where two of its parts begin alike', async () => {
    await register({ name: '买买提·买买提明', id: 319 });
    const names = await found('买买提');
    expect(names.filter((name) => name === '买买提·买买提明')).toHaveLength(1);
    expect(names).toEqual(expect.arrayContaining(['买买提·艾山', '热依汗·买买提']));
  });

  it('is found by its new parts once it was put right, and no longer by the old', async () => {
    const page = await register({ name: '古丽·帕提曼', id: 321 });
    await zhou.submit(await zhou.open(`${page.url}/edit`), /edit$/, { name: '古丽·再娜甫' });
    expect(await found('再娜甫')).toEqual(['古丽·再娜甫']);
    expect(await found('帕提曼')).toEqual([]);
  });
});

it('people who were registered before names had one form are found as well', async () => {
  const page = await register({ name: '某旧名', id: 323 });
  const id = page.url.slice('/workers/'.length);
  await rows.change(
    worker,
    { id },
    { name: '吐尔逊‧古丽', pinyin: 'tuerxun‧guli', initials: 'tex‧gl' },
  );
  await migrateNamesAgain();
  expect(await found('吐尔逊.古丽')).toEqual(['吐尔逊·古丽']);
  expect(await found('古丽')).toContain('吐尔逊·古丽');
});

describe('what is typed', () => {
  it('is kept without what nobody sees, in one width', async () => {
    const page = await register({
      name: '庚\u200b四\u202e山\u0000',
      id: 331,
      phone: '\u202d１３７-0161-0003\u202c',
      group: '三\r\n社\u200e',
    });
    const { name, phone, groupName } = await thePerson(page.url.slice('/workers/'.length));
    expect({ name, phone, groupName }).toEqual({
      name: '庚四山',
      phone: '13701610003',
      groupName: '三 社',
    });
    expect(await found('庚四山')).toEqual(['庚四山']);
    expect(await found('gengsishan')).toEqual(['庚四山']);
  });

  it('of nothing but what nobody sees is nothing', async () => {
    const page = await zhou.submit(await zhou.open('/workers/new'), '/workers', {
      name: '\u200b\u2060',
      idNumber: '\u200b',
    });
    expect(page.status).toBe(422);
    expect(page.root.querySelector('#name-error')?.text).toBe('这一项要填');
    expect(page.root.querySelector('#idNumber-error')?.text).toBe('这一项要填');
  });

  it('of another paper is told by its name, beside the field', async () => {
    const typed = { name: '阮氏五', idNumber: 'VNM110090030705' };
    const page = await zhou.submit(await zhou.open('/workers/new'), '/workers', typed);
    expect(page.root.querySelector('#idNumber-error')?.text).toContain('旧版外国人永久居留证号');
    expect(page.root.querySelector('#idNumber')?.getAttribute('value')).toBe(typed.idNumber);
  });
});

describe('words in one box', () => {
  it.each([
    '张 装配工',
    '装配工 张',
    'zhang 2018',
    '2018 张',
    '张两词 2018 装配工',
    'zlc 装配工',
    'zhang lc 装配工',
    'zhang liang ci',
    '张 liangci',
    '张，装配工、三社',
  ])('"%s" finds who fits all of them, and nobody else', async (typed) => {
    expect(await found(typed)).toEqual(['张两词']);
  });

  it('a village and a trade both count, in either order', async () => {
    const village = villages[1]!;
    for (const typed of [`${village.name} 缝纫工`, `缝纫工 ${village.name}`]) {
      const page = await search(typed);
      const tags = page.root
        .querySelectorAll('#found li')
        .map((line) => line.querySelectorAll('.tag').map((tag) => tag.text));
      expect(new Set(tags.map(([first]) => first))).toEqual(new Set([village.name]));
    }
    expect(await found(`${village.name} 两词`)).toEqual([]);
    expect(await found(`${village.name} 张 装配`)).toEqual(['张两词']);
  });

  it('that nobody fits together leave an honest empty list, and a way to each of them', async () => {
    const page = await search('张旁人 装配工');
    expect(textOf(page)).toContain('没有人同时符合这几个词：张旁人、装配工');
    const [first = ''] = linksTo(page, /q=/, '#found');
    expect(
      (await zhou.open(first)).root.querySelectorAll('#found .name').map((name) => name.text),
    ).toEqual(['张旁人']);
  });

  it('of which one is not understood say which, and lead out', async () => {
    const page = await search('张两词 12');
    expect(page.root.querySelectorAll('#found .name')).toEqual([]);
    expect(textOf(page)).toContain('没看懂「12」');
    const [way = ''] = linksTo(page, /q=/, '#found');
    expect(textOf(await zhou.open(way))).toContain('张两词');
    expect(textOf(await search('？？？'))).toContain('没看懂「？？？」');
  });

  it('that contradict each other find nobody', async () => {
    expect(await found(`${villages[1]!.name} ${villages[2]!.name}`)).toEqual([]);
    expect(await found('焊工 缝纫工')).toEqual([]);
  });
});

describe('the words of a search', () => {
  it('show an officer nobody of another village, by none of them', async () => {
    const officer = await signedIn('officer');
    const own = await officersVillage();
    const other = villages.find(({ id }) => id !== own)!;
    for (const typed of [other.name, `${other.name} 缝纫工`]) {
      const page = await officer.open(`/workers?${new URLSearchParams({ q: typed }).toString()}`);
      expect(page.root.querySelectorAll('#found .name')).toEqual([]);
    }
  });

  it('hold no whole ID number, wherever among them it stands', async () => {
    const page = await search(`张两词 ${idOf(341)}`);
    expect(page.html).not.toContain(idOf(341));
    expect(page.root.querySelectorAll('#found .name').map((name) => name.text)).toEqual(['张两词']);
  });
});
