import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Browser,
  formsTo,
  forwardedIn,
  linksTo,
  type Page,
  textOf,
} from '../../scripts/story/browser.ts';
import { audit, setting } from '../../src/access/access.tables.ts';
import { DAY, dayOf } from '../../src/clock.ts';
import { runCron } from '../../src/cron.ts';
import { batch, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { rightsCase } from '../../src/pipeline/follow-up/follow-up.tables.ts';
import type { TravelState } from '../../src/pipeline/travel/travel-state.ts';
import { idCheckDigit } from '../../src/registry/id-number.ts';
import {
  correction,
  dataConsent,
  savedSearch,
  wish,
} from '../../src/registry/person-facts.tables.ts';
import { certificate, worker as workerTable } from '../../src/registry/registry.tables.ts';
import { rosterImport, rosterPart } from '../../src/registry/roster/roster.tables.ts';
import type { TradeCode } from '../../src/registry/trade.ts';
import { readTables } from '../../src/sheets/read.ts';
import { officersVillageName, placementsFrom, theVillages } from '../support/registry-rows.ts';
import { not } from '../support/rows.ts';
import { officersVillage, rows, theBatch, thePerson } from '../support/town-rows.ts';
import { aVisitor, dump, seedTown, signedIn } from '../support/town.ts';

let zhou: Browser;
let villages: { id: string; name: string }[];

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  villages = await theVillages();
});

function idOf(order: number, born = '19930405'): string {
  const body = `620799${born}${order}`;
  return `${body}${idCheckDigit(body)}`;
}
type Given = { name: string; id: number; phone?: string; village?: string };
async function register({
  name,
  id,
  phone = '13712340000',
  village = villages[0]!.id,
}: Given): Promise<string> {
  const page = await zhou.submit(await zhou.open('/workers/new'), '/workers', {
    name,
    idNumber: idOf(id),
    phone,
    villageId: village,
    groupName: '一社',
    trade: 'sewing',
    skilled: 'yes',
    availability: 'home',
    dataConsent: 'yes',
  });
  if (!page.url.startsWith('/workers/')) throw new Error(textOf(page));
  return page.url.slice('/workers/'.length);
}
async function ownPage(worker: string): Promise<{ phone: Browser; page: Page }> {
  const landing = forwardedIn(await zhou.post('/links', { purpose: 'worker', subjectId: worker }));
  const phone = aVisitor();
  return { phone, page: await phone.submit(await phone.open(landing), landing) };
}
function namesOn(page: Page): string[] {
  return page.root.querySelectorAll('#found .name').map((name) => name.text);
}

/** Follows "more" and "look further" to the end of the list. */
async function everybodyFoundBy(query: string): Promise<string[]> {
  const found: string[] = [];
  for (let next: string | undefined = `/workers?${query}`; next;) {
    const page: Page = await zhou.open(next);
    found.push(...linksTo(page, /^\/workers\/\w{26}$/, '#found'));
    next = linksTo(page, /after=/, '#found')[0];
  }
  return found;
}

/** Somebody in the register, with what a search may ask of them that stands beside their row. */
type Someone = typeof workerTable.$inferSelect & {
  certificates: TradeCode[];
  hasBeenOut: boolean;
};
const OUT: TravelState[] = [
  'boarded',
  'arrived',
  'accepted',
  'rejected',
  'missing',
  'left_en_route',
];
async function everybody(): Promise<Someone[]> {
  const certificates = await rows.all(certificate);
  const travelled = await rows.all(placement, { travel: OUT });
  const out = new Set(travelled.map(({ workerId }) => workerId));
  return (await rows.all(workerTable)).map((person) => ({
    ...person,
    certificates: certificates
      .filter(({ workerId }) => workerId === person.id)
      .map(({ trade }) => trade),
    hasBeenOut: out.has(person.id),
  }));
}
function yearsAgo(years: number): string {
  const today = dayOf(Date.now());
  return `${Number(today.slice(0, 4)) - years}${today.slice(4)}`;
}

describe('finding people', () => {
  it.each<[name: string, query: string, fits: (person: Someone) => boolean]>([
    ['nothing asked', '', () => true],
    ['a village', 'village=$village', ({ villageId }) => villageId === villages[3]!.id],
    ['a trade', 'trade=welding', ({ trade }) => trade === 'welding'],
    [
      'a trade and a village',
      'trade=farming&village=$village',
      ({ trade, villageId }) => trade === 'farming' && villageId === villages[3]!.id,
    ],
    ['who wants to go', 'availability=wants', ({ availability }) => availability === 'wants'],
    [
      'a trade and who wants to go',
      'trade=sewing&availability=wants',
      ({ trade, availability }) => trade === 'sewing' && availability === 'wants',
    ],
    ['ages', 'from=20&to=29', ({ bornOn }) => bornOn > yearsAgo(30) && bornOn <= yearsAgo(20)],
    [
      'a certificate',
      'certificate=welding',
      ({ certificates }) => certificates.includes('welding'),
    ],
    ['been out before', 'outing=been', ({ hasBeenOut }) => hasBeenOut],
    [
      'a surname and a certificate',
      'q=li&certificate=welding',
      ({ pinyin, certificates }) => pinyin.startsWith('li') && certificates.includes('welding'),
    ],
    [
      'a surname and a trade',
      'q=王&trade=general',
      ({ name, trade }) => name.startsWith('王') && trade === 'general',
    ],
  ])('finds all there are, each once: %s', async (_name, query, fits) => {
    const found = await everybodyFoundBy(query.replaceAll('$village', villages[3]!.id));
    const expected = (await everybody()).filter(fits).map(({ id }) => `/workers/${id}`);
    expect(expected.length).toBeGreaterThan(0);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  it('takes the name of a village or of a trade in the one box', async () => {
    const village = await zhou.open(`/workers?q=${encodeURIComponent(villages[2]!.name)}`);
    expect(
      new Set(village.root.querySelectorAll('#found .tag:first-child').map((tag) => tag.text)),
    ).toEqual(new Set([villages[2]!.name]));
    expect(textOf(await zhou.open(`/workers?q=${encodeURIComponent('焊工')}`))).toContain('焊工');
  });

  it('keeps a search under a name, for whoever saved it only', async () => {
    const page = await zhou.open('/workers?trade=welding&availability=wants');
    const saved = await zhou.submit(page, '/saved-searches', { name: '想走的焊工' });
    expect(saved.root.querySelector('.chips [aria-current]')?.text).toBe('想走的焊工');
    expect(textOf(await (await signedIn('admin')).open('/workers'))).not.toContain('想走的焊工');
    await zhou.submit(saved, /removal$/);
    expect(textOf(await zhou.open('/workers'))).not.toContain('想走的焊工');
  });
});

describe('a whole ID number in the search', () => {
  it('is cut to its last four digits, in the page, its links and what is saved', async () => {
    const page = await zhou.open(`/workers?q=${idOf(199)}&trade=sewing`);
    expect(page.html).not.toContain(idOf(199));
    const saved = await zhou.submit(page, '/saved-searches', {
      name: '这个人',
      query: `q=${idOf(199)}`,
    });
    expect(saved.html).not.toContain(idOf(199));
    expect((await rows.first(savedSearch, { name: '这个人' })).query).toBe(
      `q=${idOf(199).slice(-4)}`,
    );
  });
});

async function fileOf(who: Browser, path: string, typed: Record<string, string>) {
  const response = await who.download(await who.open(path), '/workers/export', typed);
  const tables = await readTables(new Uint8Array(await response.arrayBuffer()));
  if ('error' in tables) throw new Error(`${response.status} ${tables.error}`);
  return tables[0]!.rows;
}
function exportsOnRecord() {
  return rows.count(audit, { action: 'worker.export' });
}

describe('a list as a file', () => {
  it('holds everybody who fits, without whole ID numbers unless there is a reason, and is on record', async () => {
    for (const format of ['xlsx', 'csv']) {
      const lines = await fileOf(zhou, '/workers?trade=welding', { format });
      const welders = await rows.count(workerTable, { trade: 'welding' });
      expect(lines).toHaveLength(welders + 1);
      expect(lines[0]).toContain('证号后四位');
      expect(JSON.stringify(lines)).not.toMatch(/\d{17}[\dX]/);
    }
    const refused = await zhou.download(
      await zhou.open('/workers?trade=welding'),
      '/workers/export',
      {
        format: 'xlsx',
        idNumbers: 'yes',
      },
    );
    expect(refused.status).toBe(422);
    // From the same page, with the same key, as a browser sends it that has saved one file already.
    const page = await zhou.open('/workers?trade=welding');
    const before = await exportsOnRecord();
    await zhou.download(page, '/workers/export', { format: 'csv' });
    await zhou.download(page, '/workers/export', {
      format: 'csv',
      idNumbers: 'yes',
      reason: '核对',
    });
    expect(await exportsOnRecord()).toBe(before + 2);
    const lines = await fileOf(zhou, '/workers?trade=welding', {
      format: 'csv',
      idNumbers: 'yes',
      reason: '办火车票',
    });
    const welder = await rows.first(workerTable, { trade: 'welding' });
    const { phone, page: own } = await ownPage(welder.id);
    expect(textOf(await phone.open(`${own.url}/data`))).toContain('查看了完整身份证号：办火车票');
    expect(lines.slice(1).every((row) => /^\d{17}[\dX]$/.test(String(row[3]).trim()))).toBe(true);
    expect((await rows.last(audit, { action: 'worker.export' })).detail).toMatchObject({
      trade: 'welding',
      rows: lines.length - 1,
      idNumbers: true,
      reason: '办火车票',
    });
  });

  it('holds an officer’s own village only', async () => {
    const officer = await signedIn('officer');
    const lines = await fileOf(officer, '/workers', { format: 'csv' });
    const own = await officersVillageName();
    expect(new Set(lines.slice(1).map((row) => row[5]))).toEqual(new Set([own]));
  });
});

/** Says of two entries that they are one person, and which of them stays. */
async function merge(kept: string, gone: string): Promise<Page> {
  const [one = '', other = ''] = [kept, gone].sort();
  const answer = kept === one ? 'keep_one' : 'keep_other';
  const pairs = await zhou.open('/workers/likenesses');
  return zhou.submit(pairs, `/workers/likenesses/${one}/${other}`, { answer });
}
/** Says by a worker's own link that they stay, what is wrong, and no to the use of their data. */
async function sayNoByOwnLink(worker: string, nameToBe: string): Promise<void> {
  const { phone, page } = await ownPage(worker);
  await phone.submit(await phone.open(`${page.url}/wish`), /wish$/, {
    availability: 'unwilling',
  });
  await phone.submit(await phone.open(`${page.url}/data`), /corrections$/, {
    field: 'name',
    wanted: nameToBe,
  });
  await phone.submit(await phone.open(`${page.url}/data`), /data-consent$/);
}

describe('one person entered twice', () => {
  it('is made one, with what was built on either, and two again', async () => {
    const [kept, gone] = [
      await register({ name: '重复甲', id: 111 }),
      await register({ name: '重复甲', id: 113 }),
    ];
    const [one = '', other = ''] = [kept, gone].sort();
    await zhou.submit(await zhou.open(`/workers/${gone}`), /certificates$/, {
      trade: 'sewing',
      level: '中级',
    });
    // Found by itself when the second was registered by hand.
    expect(textOf(await zhou.open('/workers/likenesses'))).toContain('同名、同出生日期');
    const merged = await merge(kept, gone);
    expect(merged.url).toBe(`/workers/${kept}`);
    expect(textOf(merged)).toContain('中级');
    expect((await zhou.open(`/workers/${gone}`)).url).toBe(`/workers/${kept}`);
    expect(namesOn(await zhou.open('/workers?q=重复甲'))).toHaveLength(1);
    const undone = await zhou.submit(merged, /undo$/);
    expect(undone.url).toBe(`/workers/${gone}`);
    expect(textOf(undone)).toContain('中级');
    expect(namesOn(await zhou.open('/workers?q=重复甲'))).toHaveLength(2);
    await zhou.submit(
      await zhou.open('/workers/likenesses'),
      `/workers/likenesses/${one}/${other}`,
      {
        answer: 'different',
      },
    );
    expect(formsTo(await zhou.open('/workers/likenesses'), new RegExp(one))).toEqual([]);
  });

  it('keeps what either said: changes, wishes, and a no to the use of their data; and gives it back', async () => {
    const [kept, gone] = [
      await register({ name: '合并丙', id: 115 }),
      await register({ name: '合并丙', id: 117 }),
    ];
    await sayNoByOwnLink(gone, '合并柄');
    await zhou.submit(await zhou.open(`/workers/${gone}/edit`), /edit$/, { groupName: '九社' });
    await zhou.submit(await zhou.open(`/workers/${gone}`), /id-number$/, { reason: '买票' });
    const merged = await merge(kept, gone);
    expect(textOf(merged)).toContain('一社 → 九社');
    expect(textOf(merged)).toContain('查看了完整身份证号：买票');
    expect(textOf(merged)).toContain('撤回同意');
    const said = async () => {
      const { availability, dataConsentAt } = await thePerson(kept);
      return { availability, agrees: dataConsentAt !== null };
    };
    expect(await said()).toEqual({ availability: 'unwilling', agrees: false });
    // It was said by their own link, and so it is theirs alone to change.
    expect(formsTo(merged, /data-consent$/)).toEqual([]);
    expect((await rows.first(correction, { wanted: '合并柄' })).workerId).toBe(kept);
    expect((await zhou.open(`/workers/${gone}/edit`)).status).toBe(404);
    await zhou.submit(merged, /undo$/);
    expect(await said()).toEqual({ availability: 'home', agrees: true });
    await rows.remove(correction, { wanted: '合并柄' });
  });
});

describe('one person entered again and again', () => {
  it('is one to the end of a chain of mergers, and comes apart in the same order', async () => {
    const ids = [
      await register({ name: '连环丁', id: 119 }),
      await register({ name: '连环丁', id: 125 }),
      await register({ name: '连环丁', id: 127 }),
    ];
    const [a = '', b = '', d = ''] = ids;
    await zhou.submit(await zhou.open(`/workers/${a}`), /certificates$/, {
      trade: 'sewing',
      level: '高级',
    });
    await merge(b, a);
    const whole = await merge(d, b);
    expect(textOf(whole)).toContain('高级');
    expect((await zhou.open(`/workers/${a}`)).url).toBe(`/workers/${d}`);
    expect(formsTo(await zhou.open('/workers/likenesses'), new RegExp(`${a}|${b}`))).toEqual([]);
    await zhou.submit(whole, /undo$/);
    expect((await zhou.open(`/workers/${a}`)).url).toBe(`/workers/${b}`);
    expect(textOf(await zhou.open(`/workers/${b}`))).toContain('高级');
    await zhou.submit(await zhou.open(`/workers/${b}`), /undo$/);
    expect(textOf(await zhou.open(`/workers/${a}`))).toContain('高级');
    expect(namesOn(await zhou.open('/workers?q=连环丁'))).toHaveLength(3);
    // Forgetting one entry of a merged pair forgets both.
    await merge(b, a);
    await zhou.submit(await zhou.open(`/workers/${b}/erasure`), /erasure$/, { reason: '本人要求' });
    expect((await dump()).match(/连环丁/g)).toHaveLength(1);
  });

  it('stays two while both entries are in open batches', async () => {
    const placed = (await rows.all(placement, { active: true })).slice(0, 2);
    const [one = '', other = ''] = placed.map(({ workerId }) => workerId).sort();
    const answer = await zhou.post(`/workers/likenesses/${one}/${other}`, { answer: 'keep_one' });
    expect([answer.status, textOf(answer).includes('都在进行中的批次里')]).toEqual([409, true]);
  });
});

describe('a person registered with a wrong ID number', () => {
  it('has it put right, with what follows from it, and the history tells of it', async () => {
    const [wrong, taken] = [
      await register({ name: '错号人', id: 181 }),
      await register({ name: '对号人', id: 183 }),
    ];
    const form = await zhou.open(`/workers/${wrong}/edit`);
    const refused = await zhou.submit(form, /edit$/, { idNumber: idOf(183) });
    expect([refused.status, textOf(refused).includes('这个身份证号已登记')]).toEqual([422, true]);
    const mistyped = await zhou.submit(form, /edit$/, { idNumber: '620799199304051810' });
    expect([mistyped.status, textOf(mistyped).includes('身份证号最后一位对不上')]).toEqual([
      422,
      true,
    ]);
    const page = await zhou.submit(form, /edit$/, { idNumber: idOf(184, '19900102') });
    expect(textOf(page)).toContain(
      `身份证号（后四位） ${idOf(181).slice(-4)} → ${idOf(184, '19900102').slice(-4)}`,
    );
    expect(textOf(page)).toContain('女 · 36 岁');
    expect(namesOn(await zhou.open(`/workers?q=${idOf(184, '19900102').slice(-4)}`))).toContain(
      '错号人',
    );
    // The old number is free again.
    expect(await register({ name: '原号人', id: 181 })).not.toBe(taken);
  });
});

describe('what a worker says of going', () => {
  it('is kept by the officer with its date, and asked again after ninety days', async () => {
    const worker = await register({ name: '愿外出', id: 121 });
    await rows.change(workerTable, { id: worker }, { availabilityAt: null });
    expect(textOf(await zhou.open(`/workers/${worker}`))).toContain('还没问过');
    const form = await zhou.open(`/workers/${worker}/wish`);
    const unknown = await zhou.submit(form, /wish$/, {
      availability: 'wants',
      companions: '查无此人',
    });
    expect([unknown.status, textOf(unknown).includes('没有找到这个同行的人')]).toEqual([422, true]);
    const friend = await register({ name: '同行人', id: 123 });
    const said = {
      availability: 'wants',
      provinces: ['guangdong', 'fujian'],
      least: '4500',
      companions: '同行人',
    };
    const page = await zhou.submit(form, /wish$/, said);
    expect(textOf(page)).toContain('去广东、福建 · 每月不少于¥4,500 · 与同行人同行');
    expect((await thePerson(worker)).wish?.companions[0]).toBe(friend);
    await rows.change(workerTable, { id: worker }, { availabilityAt: Date.now() - 91 * DAY });
    expect(textOf(await zhou.open(`/workers/${worker}`))).toContain('该再问了');
  });

  it('comes by the worker’s own link as well, and names no stranger', async () => {
    const worker = await register({ name: '自己说', id: 131 });
    await register({ name: '外村人', id: 133, village: villages[5]!.id });
    const { phone, page } = await ownPage(worker);
    const form = await phone.open(`${page.url}/wish`);
    const refused = await phone.submit(form, /wish$/, {
      availability: 'wants',
      companions: '外村人',
    });
    expect(refused.status).toBe(422);
    await phone.submit(form, /wish$/, { availability: 'unwilling' });
    expect((await thePerson(worker)).availability).toBe('unwilling');
    expect((await rows.first(wish, { workerId: worker })).actor).toMatch(/^link:/);
  });
});

describe('a worker’s own data', () => {
  it('can be seen, put right on request, and taken along', async () => {
    const worker = await register({ name: '看自己', id: 141 });
    await zhou.submit(await zhou.open(`/workers/${worker}`), /id-number$/, { reason: '办社保' });
    const { phone, page } = await ownPage(worker);
    const data = await phone.open(`${page.url}/data`);
    expect(textOf(data)).toContain('周文静 查看了完整身份证号：办社保');
    expect(data.html).not.toContain(idOf(141));
    const sent = await phone.submit(data, /corrections$/, {
      field: 'phone',
      wanted: '13799990001',
    });
    expect(textOf(sent)).toContain('手机号: 13799990001 待处理');
    const asked = await zhou.open('/workers/corrections');
    expect(textOf(asked)).toContain('看自己');
    expect(textOf(await zhou.open('/today'))).toContain('1 条更正请求待处理');
    const [mend = ''] = linksTo(asked, new RegExp(`${worker}/edit`));
    const edit = await zhou.open(mend);
    expect(textOf(edit)).toContain('本人请求更正 手机号：13799990001');
    const state = async () => (await rows.first(correction, { workerId: worker })).state;
    expect((await zhou.submit(edit, /edit$/, { name: '' })).status).toBe(422);
    expect(await state()).toBe('open');
    // The form has the number already; saving it answers the request.
    expect((await zhou.submit(edit, /edit$/)).url).toBe('/workers/corrections');
    expect(await state()).toBe('done');
    expect(textOf(await zhou.open('/workers/corrections'))).toContain('没有待处理的更正请求');
    expect(textOf(await zhou.open(`/workers/${worker}`))).toContain('本人更正');
    expect(textOf(await zhou.open(`/workers/${worker}`))).toContain(
      '手机号 13712340000 → 13799990001',
    );

    const file = await phone.download(data, `${page.url}/download`);
    const text = await file.text();
    expect(text).toContain('看自己');
    expect(text).toContain('办社保');
    expect(text).toContain('手机号 13712340000 → 13799990001');
    expect(text).not.toContain(idOf(141));
    // The station hands the same to whoever has no phone, and it is on record.
    const handed = await zhou.download(
      await zhou.open(`/workers/${worker}`),
      `/workers/${worker}/copy`,
    );
    expect(await handed.text()).toContain('手机号 13712340000 → 13799990001');
    expect(await rows.count(audit, { action: 'worker.copy', subject: worker })).toBe(1);
  });
});

describe('a worker’s yes to the use of their data', () => {
  it('can be taken back, and given again by nobody but themselves', async () => {
    const worker = await register({ name: '不同意', id: 143 });
    const { phone, page } = await ownPage(worker);
    const data = await phone.open(`${page.url}/data`);
    const withdrawn = await phone.submit(data, /data-consent$/);
    expect(textOf(withdrawn)).toContain('您现在没有同意');
    expect((await thePerson(worker)).dataConsentAt).toBeNull();
    expect(await rows.count(dataConsent, { workerId: worker })).toBe(2);
    // Nobody at the station can agree for them again; they themselves can.
    expect(formsTo(await zhou.open(`/workers/${worker}`), /data-consent$/)).toEqual([]);
    // Not even after noting a no of their own on top of it.
    await zhou.post(`/workers/${worker}/data-consent`, { agrees: '' });
    const forced = await zhou.post(`/workers/${worker}/data-consent`, { agrees: 'yes' });
    expect([forced.status, textOf(forced).includes('只有本人能再同意')]).toEqual([409, true]);
    // Nor put on a list, whatever word is given.
    const listed = await zhou.post(`/workers/${worker}/placements`, {
      batchId: (await theBatch(6)).id,
      word: '急需',
    });
    expect([listed.status, textOf(listed).includes('要本人重新同意后才能加入')]).toEqual([
      409,
      true,
    ]);
    await phone.submit(withdrawn, /data-consent$/);
    expect((await thePerson(worker)).dataConsentAt).not.toBeNull();
  });
});

describe('what is one worker’s own', () => {
  it('is shown to nobody who holds another link', async () => {
    const [one, other] = [
      await register({ name: '甲家', id: 151 }),
      await register({ name: '乙家', id: 153 }),
    ];
    const { phone } = await ownPage(one);
    const { page } = await ownPage(other);
    for (const part of ['', '/data', '/wish', '/terms'])
      expect((await phone.open(`${page.url}${part}`)).status, part).toBe(404);
  });
});

describe('the copy of somebody who was out', () => {
  it('tells of all that happened to them, and of the clinic only to whom it may be told', async () => {
    const { workerId: worker } = (await placementsFrom(await officersVillage())).find(
      ({ travel, health }) => travel === 'accepted' && health === 'fit',
    )!;
    const take = async (who: Browser) =>
      (await who.download(await who.open(`/workers/${worker}`), `/workers/${worker}/copy`)).text();
    const whole = await take(zhou);
    for (const what of ['同意', '选定', '有体检结论', '证件有更新', '上车'])
      expect(whole).toContain(what);
    const officers = await take(await signedIn('officer'));
    expect(officers).toContain('上车');
    expect(officers).not.toContain('体检结论');
  });
});

/** Somebody who had a place, has no case, and is in no open batch any more. */
async function somebodyWhoWasOut() {
  const cases = new Set((await rows.all(rightsCase)).map(({ placementId }) => placementId));
  const placed = await rows.all(placement, { active: true });
  const busy = new Set(placed.map(({ workerId }) => workerId));
  const ended = await rows.all(placement, { active: false, heldPlace: true });
  return thePerson(
    ended.find(({ id, workerId }) => !cases.has(id) && !busy.has(workerId))!.workerId,
  );
}
/** How many parts of a roster still hold its text. */
function readableParts(importId: string) {
  return rows.count(rosterPart, { importId, cellsCipher: not('') });
}
/** As if the register had not been looked through today for what is to be deleted. */
function forgetThatItWasLookedThrough() {
  return rows.remove(setting, { name: 'retention.kept_on' });
}

describe('being forgotten', () => {
  it('deletes everything at once of somebody who was never placed', async () => {
    const worker = await register({ name: '要删除', id: 161, phone: '13766660001' });
    const page = await zhou.open(`/workers/${worker}/erasure`);
    expect(textOf(page)).toContain('姓名和身份证号也会一并删除');
    await zhou.submit(page, /erasure$/, { reason: '本人要求' });
    const everything = await dump();
    expect(everything).not.toContain('要删除');
    expect(everything).not.toContain('13766660001');
    expect((await zhou.open(`/workers/${worker}`)).status).toBe(404);
    // The number is free again: whoever comes back is registered anew.
    expect(await register({ name: '又回来', id: 161 })).not.toBe(worker);
  });

  it('keeps the name of somebody who was placed until the ledger’s time is over, and then deletes it by itself', async () => {
    const { id: worker, name } = await somebodyWhoWasOut();
    const page = await zhou.open(`/workers/${worker}/erasure`);
    expect(textOf(page)).toContain('服务台账依法至少保存两年');
    await zhou.submit(page, /erasure$/, { reason: '本人要求' });
    expect(await thePerson(worker)).toMatchObject({ name, phone: '' });
    // Until then they are on no list, proposed to nobody, and no roster brings them back.
    expect(
      linksTo(await zhou.open(`/workers?q=${encodeURIComponent(name)}`), new RegExp(worker)),
    ).toEqual([]);
    const open = await rows.first(batch, { status: 'open' });
    const forced = await zhou.post(`/batches/${open.id}/placements`, { people: worker });
    expect([forced.status, textOf(forced).includes('还没有选人')]).toEqual([422, true]);
    const due = (await thePerson(worker)).erasureDueOn!;
    await rows.change(workerTable, { id: worker }, { erasureDueOn: dayOf(Date.now()) });
    await runCron(env);
    expect(due > dayOf(Date.now() + 300 * DAY)).toBe(true);
    expect(await thePerson(worker)).toMatchObject({ name: '—', idNumberCipher: '' });
    expect(await rows.count(placement, { workerId: worker })).not.toBe(0);
  });

  it('ends when they come to register again', async () => {
    const worker = await register({ name: '去又来', id: 191 });
    await rows.change(workerTable, { id: worker }, { erasureDueOn: '2099-01-01', name: '去又来' });
    expect(namesOn(await zhou.open('/workers?q=去又来'))).toEqual([]);
    const file = new File(
      [`姓名,身份证号,电话,村\n去又来,${idOf(191)},13712340009,${villages[0]!.name}`],
      'x.csv',
    );
    const preview = await zhou.upload(
      await zhou.open('/workers/import'),
      '/workers/import',
      'file',
      file,
    );
    expect(textOf(preview)).toContain('本人要求过删除信息');
    expect(await register({ name: '去又来', id: 191 })).toBe(worker);
    expect(namesOn(await zhou.open('/workers?q=去又来'))).toEqual(['去又来']);
  });

  it('is refused while somebody is in an open batch', async () => {
    const { workerId: worker } = await rows.first(placement, { active: true });
    expect(textOf(await zhou.open(`/workers/${worker}/erasure`))).toContain(
      '本人还在进行中的批次里',
    );
    expect((await zhou.post(`/workers/${worker}/erasure`, { reason: '试试' })).status).toBe(409);
  });
});

describe('being forgotten by itself', () => {
  it('happens to the text of a roster thirty days after it came in, and to what else has outlived its purpose', async () => {
    const file = new File(['姓名,身份证号,电话,村\n张三,1,2,3'], 'x.csv');
    const page = await zhou.upload(
      await zhou.open('/workers/import'),
      '/workers/import',
      'file',
      file,
    );
    const id = page.url.split('/').at(-1)!;
    await forgetThatItWasLookedThrough();
    await runCron(env);
    expect(await readableParts(id)).toBe(1);
    const old = `00${id.slice(2)}`;
    await rows.change(rosterImport, { id }, { id: old });
    await rows.change(rosterPart, { importId: id }, { importId: old });
    await forgetThatItWasLookedThrough();
    await runCron(env);
    expect(await readableParts(old)).toBe(0);
    expect((await rows.first(rosterImport, { id: old })).state).toBe('dropped');
  });
});
