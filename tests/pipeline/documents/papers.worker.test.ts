import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Browser,
  forwardedIn,
  linksTo,
  type Page,
  textOf,
} from '../../../scripts/story/browser.ts';
import { runCron } from '../../../src/cron.ts';
import { addDays, DAY, dayOf, HOUR } from '../../../src/clock.ts';
import { tickBatches } from '../../../src/pipeline/batch/tick.queries.ts';
import { sweepPhotos } from '../../../src/pipeline/documents/photo.queries.ts';
import { account, audit } from '../../../src/access/access.tables.ts';
import { notice } from '../../../src/notices/notices.tables.ts';
import { placement as placementTable } from '../../../src/pipeline/batch/batch.tables.ts';
import { deadline } from '../../../src/pipeline/batch/history.tables.ts';
import { jobOrder } from '../../../src/pipeline/demand/demand.tables.ts';
import {
  custody,
  labourContract,
  paperPhoto,
} from '../../../src/pipeline/documents/documents.tables.ts';
import type { PaperKind } from '../../../src/pipeline/documents/paper-kind.ts';
import { batchById, peopleInNoBatchNow, putInto, theOrderOf } from '../../support/pipeline-rows.ts';
import { holds } from '../../support/rows.ts';
import { aVisitor, seedTown, signedIn } from '../../support/town.ts';
import {
  holdersIn,
  officersVillage,
  personIn,
  rows,
  theBatch,
  thePlacement,
  touch,
} from '../../support/town-rows.ts';
import { jpeg, jpegOf, jpegWithPlace } from '../../support/photos.ts';
import { papersOf } from '../../../src/pipeline/documents/brought-along.queries.ts';

let zhou: Browser;
let batch: string;
let people: string[];

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  batch = (await theBatch(4)).id;
  people = (await holdersIn(batch))
    .filter(({ custody }) => custody.length === 0)
    .map(({ id }) => id);
});

async function workerOf(placement: string): Promise<string> {
  return (await thePlacement(placement)).workerId;
}
async function ownPage(placement: string): Promise<{ phone: Browser; page: Page }> {
  const landing = forwardedIn(
    await zhou.post('/links', {
      purpose: 'worker',
      subjectId: await workerOf(placement),
      batchId: batch,
    }),
  );
  const phone = aVisitor();
  return { phone, page: await phone.submit(await phone.open(landing), landing) };
}
/** How a paper of somebody stands; `null` where there is none. */
async function paper(placement: string, kind: PaperKind) {
  return (await thePlacement(placement)).papers[kind] ?? null;
}
/** The placement that somebody has in a batch. */
async function placementIn(batchId: string, workerId: string): Promise<string> {
  return (await rows.first(placementTable, { batchId, workerId })).id;
}
/** Somebody who is in no batch now, and whose ID card was verified for one they were in. */
async function somebodyWithACardFromBefore(): Promise<string> {
  const cards = await rows.all(placementTable, {
    active: false,
    papers: holds('$.id_card', 'verified'),
  });
  const going = await rows.all(placementTable, { active: true });
  const isGoing = new Set(going.map(({ workerId }) => workerId));
  return cards.find(({ workerId }) => !isGoing.has(workerId))!.workerId;
}

describe('the papers of a batch', () => {
  it('are shown by people and by papers, and lead to either', async () => {
    const grid = await zhou.open(`/batches/${batch}/paper-grid`);
    expect(grid.root.querySelectorAll('tbody tr')).toHaveLength((await holdersIn(batch)).length);
    expect(linksTo(grid, /documents\?paper=/).length).toBeGreaterThan(3);
    expect(linksTo(grid, /^\/placements\//, 'tbody').length).toBeGreaterThan(30);
  });

  it('come with the person from earlier batches as far as they still hold, and from the register as handed in', async () => {
    const recruiting = (await theBatch(6)).id;
    const before = await somebodyWithACardFromBefore();
    for (const { id, papers } of await rows.all(placementTable, { workerId: before }))
      await rows.change(
        placementTable,
        { id },
        { papers: { ...papers, photo: 'verified' }, paperUntil: { photo: '2000-01-01' } },
      );
    await zhou.post(`/workers/${before}/placements`, { batchId: recruiting, word: '本人来报名' });
    const fresh = await placementIn(recruiting, before);
    expect(await paper(fresh, 'id_card')).toBe('verified');
    expect(
      papersOf('w', 'electrical', {
        placements: [
          {
            workerId: 'w',
            trade: 'welding',
            papers: { trade_certificate: 'verified', id_card: 'verified' },
            paperUntil: {},
          },
          {
            workerId: 'w',
            trade: 'welding',
            papers: { id_card: 'rejected', occupational_exam: 'verified' },
            paperUntil: {},
          },
        ],
        certificates: [],
      }).filter(({ kind }) => kind !== 'occupational_exam'),
    ).toEqual([]);
    // One that is out of date is left behind, and a contract is of one post only.
    expect([await paper(fresh, 'photo'), await paper(fresh, 'contract')]).toEqual([null, null]);
  });
});

describe('papers', () => {
  it('that the law dates are not taken without the day', async () => {
    const [one = '', two = ''] = people;
    await zhou.post(`/batches/${batch}/requirements`, {
      kinds: 'id_card,contract,insurance,residence_permit',
    });
    await rows.change(jobOrder, { id: (await theOrderOf(batch)).id }, { trade: 'catering' });
    await zhou.post(`/batches/${batch}/requirements`, {
      kinds: 'id_card,contract,insurance,health_certificate',
    });
    const bare = await zhou.post(`/placements/${one}/papers`, {
      kind: 'health_certificate',
      state: 'verified',
    });
    expect([bare.status, textOf(bare).includes('法定有效期')]).toEqual([409, true]);
    const issuedOn = dayOf(Date.now() - 30 * 86_400_000);
    const page = await zhou.open(`/batches/${batch}/documents?paper=health_certificate`);
    expect(textOf(page)).toContain('法定有效期 12 个月');
    await zhou.post(`/placements/${one}/papers`, {
      kind: 'health_certificate',
      state: 'verified',
      issuedOn,
    });
    const until = (await thePlacement(one)).paperUntil.health_certificate!;
    expect(until > addDays(issuedOn, 363) && until < addDays(issuedOn, 367)).toBe(true);
    const early = await zhou.post(`/placements/${two}/papers`, {
      kind: 'health_certificate',
      state: 'verified',
      expiresOn: dayOf(Date.now() + 86_400_000),
    });
    expect(textOf(early)).toContain('证件在出发前就到期');
    await zhou.submit(page, /papers$/, { issuedOn });
    expect(await paper(two, 'health_certificate')).toBe('verified');
    expect(textOf(await zhou.open(`/placements/${two}`))).toContain('早于合同期满');
  });

  it('are got for the reserves too, and what is sent back says why', async () => {
    const { id: reserve } = await rows.first(placementTable, {
      batchId: batch,
      recruitment: 'reserve',
      exit: null,
    });
    const page = await zhou.open(`/batches/${batch}/documents?paper=insurance`);
    const forms = page.root.querySelectorAll(`form[action="/placements/${reserve}/papers"]`);
    expect(forms).toHaveLength(1);
    await zhou.post(`/placements/${reserve}/papers`, { kind: 'insurance', state: 'submitted' });
    const bare = await zhou.post(`/placements/${reserve}/papers`, {
      kind: 'insurance',
      state: 'rejected',
    });
    expect([bare.status, textOf(bare).includes('退回证件要选原因')]).toEqual([409, true]);
    await zhou.post(`/placements/${reserve}/papers`, {
      kind: 'insurance',
      state: 'rejected',
      reason: 'unreadable',
    });
    expect(textOf(await zhou.open(`/batches/${batch}/documents?paper=insurance`))).toContain(
      '退回：',
    );
  });
});

describe('papers of a batch', () => {
  it('that no longer last until a departure that was put off are not in order on any page', async () => {
    const [, , , , , , , one = ''] = people;
    const { papers, paperUntil } = await thePlacement(one);
    await rows.change(
      placementTable,
      { id: one },
      {
        papers: { ...papers, insurance: 'verified' },
        paperUntil: { ...paperUntil, insurance: '2000-01-01' },
      },
    );
    await touch(batch);
    const line = (await zhou.open(`/batches/${batch}/documents?paper=insurance`)).root
      .querySelectorAll('li.line')
      .find((each) => each.innerHTML.includes(one));
    expect(line?.querySelector('input[name=expiresOn]')).not.toBeNull();
    const row = (await zhou.open(`/batches/${batch}/paper-grid`)).root
      .querySelectorAll('tbody tr')
      .find((each) => each.innerHTML.includes(one));
    expect(row?.text).toContain('!');
  });

  it('that are lacking are sent to each as a text, and printed for each village with a box for each', async () => {
    const texts = await zhou.open(`/batches/${batch}/lacking`);
    const lacks = (await holdersIn(batch)).find(({ papers }) => papers.contract !== 'verified')!;
    const { name: lacking } = await personIn(lacks.id);
    const text = texts.root
      .querySelectorAll('.forward textarea')
      .map((area) => area.text)
      .find((each) => each.includes(lacking));
    expect(text).toMatch(/您还缺 .*劳动合同.*办证全部免费/);
    const sheets = await zhou.open(`/batches/${batch}/paper-sheets`);
    expect(sheets.root.querySelectorAll('.sheet').length).toBeGreaterThan(4);
    expect(textOf(sheets)).toMatch(/☐/);
    const officer = await signedIn('officer');
    expect(
      (await officer.open(`/batches/${batch}/paper-sheets`)).root.querySelectorAll('.sheet').length,
    ).toBeLessThanOrEqual(1);
  });
});

/** The station borrows somebody's ID card. */
function lendIdCard(placement: string): Promise<Page> {
  return zhou.post(`/placements/${placement}/custody`, {
    kind: 'id_card',
    holder: 'station',
    keeper: '马建国',
  });
}

describe('an original that is lent', () => {
  it('has a receipt, is confirmed by its owner both ways, and is chased if the owner says it is not back', async () => {
    const [, , one = ''] = people;
    const form = await zhou.open(`/placements/${one}`);
    const late = await zhou.submit(form, /custody$/, {
      kind: 'id_card',
      holder: 'police_station',
      keeper: '马建国',
      returnBy: addDays(dayOf(Date.now()), 30),
    });
    expect([late.status, textOf(late).includes('归还日期超出允许的天数')]).toEqual([409, true]);
    const receipt = await zhou.submit(form, /custody$/, {
      kind: 'id_card',
      holder: 'police_station',
      keeper: '马建国',
      key: '',
    });
    expect(receipt.url).toMatch(/receipt$/);
    expect(textOf(receipt)).toContain('派出所 · 马建国');
    expect(receipt.html).not.toContain('employer');
    const { phone, page } = await ownPage(one);
    const confirmed = await phone.submit(page, /custody\//, { answer: 'yes' });
    expect(textOf(confirmed)).toContain('您已确认借出');
    expect(textOf(await zhou.open(receipt.url))).toContain('本人确认借出');
    await zhou.submit(await zhou.open(`/placements/${one}`), /return$/);
    const asked = await phone.open(page.url);
    expect(textOf(asked)).toContain('身份证 还给您了吗');
    await phone.submit(asked, /custody\//, { answer: 'no' });
    expect(textOf(await zhou.open('/inbox'))).toContain('说原件没有归还');
    expect(textOf(await zhou.open(`/batches/${batch}`))).toContain('原件要归还');
    await zhou.submit(await zhou.open(`/placements/${one}`), /return$/);
    expect(
      textOf(await phone.submit(await phone.open(page.url), /custody\//, { answer: 'yes' })),
    ).not.toContain('我的原件');
    expect((await rows.first(custody, { placementId: one })).returnConfirmedAt).not.toBeNull();
  });

  it('in one batch is still its owner’s to confirm when they are in the next', async () => {
    const [, , , , , , one = ''] = people;
    await lendIdCard(one);
    await zhou.post(`/placements/${one}/withdrawal`, {});
    expect((await thePlacement(one)).active).toBe(false);
    const next = (await theBatch(5)).id;
    const worker = await workerOf(one);
    await zhou.post(`/workers/${worker}/placements`, { batchId: next, word: '本人来报名' });
    const placed = await placementIn(next, worker);
    // It counts there too: nobody drives off while their card lies elsewhere, and it is not lent a
    // second time.
    const twice = await lendIdCard(placed);
    expect(twice.status).toBe(409);
    const lacking = async () =>
      textOf(await zhou.open(`/placements/${placed}`)).includes('在别的批次借出，还没有还给本人');
    expect(await lacking()).toBe(true);
    const { phone, page } = await ownPage(one);
    expect(textOf(page)).toContain('我的原件');
    await phone.submit(page, /custody\//, { answer: 'yes' });
    expect((await rows.first(custody, { placementId: one })).lentConfirmedAt).not.toBeNull();
    await zhou.submit(await zhou.open(`/placements/${one}`), /return$/);
    await phone.submit(await phone.open(page.url), /custody\//, { answer: 'yes' });
    expect(textOf(await phone.open(page.url))).not.toContain('我的原件');
    expect(await lacking()).toBe(false);
  });
});

describe('an original', () => {
  it('is chased up to the leaders although its batch was cancelled', async () => {
    const cancelled = (await theBatch(6)).id;
    const { id: one } = await rows.first(placementTable, {
      batchId: cancelled,
      active: true,
      exit: null,
    });
    await lendIdCard(one);
    await zhou.post(`/batches/${cancelled}/cancellation`, { reason: '用工单位停产' });
    expect((await batchById(cancelled)).status).toBe('cancelled');
    const { dueAt: due } = await rows.first(deadline, { kind: 'custody', placementId: one });
    const told = () =>
      rows.count(notice, {
        kind: 'deadline',
        detail: holds('$.deadline', 'custody'),
        batchId: cancelled,
      });
    await tickBatches(env, due - DAY);
    expect(await told()).toBe(0);
    await tickBatches(env, due + 1);
    await tickBatches(env, due + 2);
    expect(await told()).toBe(1);
    await tickBatches(env, due + DAY + 1);
    const leaders = await rows.count(account, { role: 'leader' });
    expect(await told()).toBe(2 + leaders);
  });

  it('can be held by no employer', async () => {
    const refused = await zhou.post(`/placements/${people[3]}/custody`, {
      kind: 'id_card',
      holder: 'employer',
      keeper: '贺经理',
    });
    expect(refused.status).toBe(422);
    expect(await rows.count(custody, { placementId: people[3]! })).toBe(0);
  });
});

/** Enters the contract that somebody signed today; as agreed, unless it is typed otherwise. */
async function enter(placement: string, typed: Record<string, string>): Promise<Page> {
  return zhou.submit(await zhou.open(`/placements/${placement}`), /contract$/, {
    signedOn: dayOf(Date.now()),
    ...typed,
  });
}

describe('a labour contract', () => {
  it('as agreed is in order at once, and the worker says whether they have a copy', async () => {
    const one = people.at(-1)!;
    await enter(one, { copyHeld: 'yes' });
    expect(await paper(one, 'contract')).toBe('verified');
    const { phone, page } = await ownPage(one);
    await phone.submit(page, /contract-copy$/, { answer: 'no' });
    expect(textOf(await zhou.open(`/placements/${one}`))).toContain('本人说手里没有合同');
  });

  it('that is ticked off is one signed as agreed, and the worker is asked for their copy', async () => {
    const one = people.at(-5)!;
    await zhou.post(`/placements/${one}/papers`, { kind: 'contract', state: 'submitted' });
    await zhou.post(`/placements/${one}/papers`, { kind: 'contract', state: 'verified' });
    expect(await rows.first(labourContract, { placementId: one })).toMatchObject({
      wageFen: expect.any(Number),
      site: expect.stringMatching(/./),
      signedOn: dayOf(Date.now()),
    });
    const { page } = await ownPage(one);
    expect(textOf(page)).toContain('您手里有一份合同吗');
  });

  it('is not entered for somebody who has not agreed to the terms as they are, nor for a day to come', async () => {
    const one = people.at(-6)!;
    const late = await enter(one, { signedOn: addDays(dayOf(Date.now()), 1) });
    expect([late.status, textOf(late).includes('日期还没到')]).toEqual([422, true]);
    await rows.change(placementTable, { id: one }, { consentedHash: 'older' });
    await touch(batch);
    const refused = await enter(one, {});
    expect([refused.status, textOf(refused).includes('还没有同意现在的条件')]).toEqual([409, true]);
    await zhou.post(`/batches/${batch}/papers`, { kind: 'contract', people: one });
    expect(await paper(one, 'contract')).not.toBe('verified');
  });
});

describe('a contract', () => {
  it('that is other than agreed waits for the worker, who sees both side by side', async () => {
    const one = people.at(-2)!;
    const page = await enter(one, { wage: '3000', daysPerWeek: '7' });
    expect(textOf(page)).toContain('与本人同意的条件不一致：工资、每周天数');
    expect(await paper(one, 'contract')).toBe('submitted');
    const forced = await zhou.post(`/placements/${one}/papers`, {
      kind: 'contract',
      state: 'verified',
    });
    expect([forced.status, textOf(forced).includes('要本人同意后才算办好')]).toEqual([409, true]);
    await zhou.post(`/batches/${batch}/papers`, { kind: 'contract' });
    expect(await paper(one, 'contract')).toBe('submitted');
    const { phone, page: own } = await ownPage(one);
    expect(own.root.querySelector('main')?.text).toMatch(/工资\s*¥4,\d+ \/ 月 → ¥3,000 \/ 月/);
    await phone.submit(own, /\/contract$/, { answer: 'no' });
    expect(await paper(one, 'contract')).toBe('rejected');
    expect(textOf(await zhou.open('/inbox'))).toContain('不同意合同里与条件不同的地方');
    // Put right by the employer and entered anew, it needs no more.
    await enter(one, {});
    expect(await paper(one, 'contract')).toBe('verified');
  });

  it('is compared in what is deducted, in board and in insurance too; what is better needs no new yes', async () => {
    const one = people.at(-4)!;
    const page = await enter(one, {
      deductions: '服装费每月 80 元',
      lodging: 'none',
      insurance: 'accident',
    });
    expect(textOf(page)).toMatch(/条件不一致：住宿、保险、扣款/);
    const { page: own } = await ownPage(one);
    expect(own.root.querySelector('main')?.text).toMatch(/→ 服装费每月 80 元/);
    await enter(one, {
      deductions: '',
      lodging: 'free',
      insurance: 'social',
      hoursPerDay: '8',
      daysPerWeek: '5',
    });
    expect(await paper(one, 'contract')).toBe('verified');
  });

  it('that differs is in order once the worker agrees', async () => {
    const one = people.at(-3)!;
    await enter(one, { months: '6' });
    const { phone, page } = await ownPage(one);
    await phone.submit(page, /\/contract$/, { answer: 'yes' });
    expect(await paper(one, 'contract')).toBe('verified');
  });
});

/** Sends a photo of somebody's ID card, or of what is typed. */
async function send(
  who: Browser,
  placement: string,
  bytes: Uint8Array<ArrayBuffer>,
  typed: Record<string, string> = {},
): Promise<Page> {
  return who.upload(
    await who.open(`/placements/${placement}`),
    `/placements/${placement}/photos`,
    'photo',
    new File([bytes], 'p.jpg', { type: 'image/jpeg' }),
    { kind: 'id_card', ...typed },
  );
}
async function objects() {
  return (await env.PHOTOS.list()).objects;
}

describe('a photo of a paper', () => {
  it('is kept once, encrypted and without where it was taken, however often a bad line sends it', async () => {
    const [, , , one = ''] = people;
    const key = '01KBBBBBBBBBBBBBBBBBBBBBBB';
    for (let i = 0; i < 3; i++)
      expect((await send(zhou, one, jpegWithPlace(), { key })).status).toBe(200);
    const other = await send(zhou, one, jpeg(), { key, kind: 'photo' });
    expect(other.status).toBe(409);
    const [object, ...more] = await objects();
    expect([more, await rows.count(paperPhoto)]).toEqual([[], 1]);
    expect(object!.key).not.toContain(key);
    const stored = new Uint8Array(await (await env.PHOTOS.get(object!.key))!.arrayBuffer());
    expect(String.fromCharCode(...stored)).not.toMatch(/GPS|JFIF/);
    expect(await paper(one, 'id_card')).not.toBe('missing');
    const [photo = ''] = linksTo(await zhou.open(`/placements/${one}`), /^\/photos\//);
    const image = await zhou.open(`${photo}/image`);
    expect(image.html).toContain(`data:image/jpeg;base64,${btoa(String.fromCharCode(...jpeg()))}`);
    expect(image.html).toContain('周文静');
    expect(await rows.count(audit, { action: 'photo.view' })).toBe(1);
  });

  it('is refused with the reason, and then nothing is kept', async () => {
    const [, , , , one = ''] = people;
    const before = (await objects()).length;
    const big = new Uint8Array(5_347_738);
    big.set(jpeg());
    for (const [bytes, why] of [
      [Uint8Array.from([0x25, 0x50, 0x44, 0x46]), '照片要是 JPG 或 PNG'],
      [big, '照片太大'],
      [jpegOf(20_000, 20_000), '照片尺寸太大'],
      [jpeg().slice(0, 150), '照片不完整'],
    ] as const) {
      const answer = await send(zhou, one, bytes);
      expect([answer.status, textOf(answer).includes(why), why]).toEqual([422, true, why]);
    }
    for (const kind of ['bank_account', 'occupational_exam', 'police_check'])
      expect(textOf(await send(zhou, one, jpeg(), { kind }))).toContain('这种证件不留照片');
    expect((await objects()).length).toBe(before);
  });

  it('is nobody else’s: not a leader’s, not another village’s, not a guess', async () => {
    const { id, objectKey: key, placementId } = await rows.first(paperPhoto, { deletedAt: null });
    const leader = await signedIn('leader');
    expect((await leader.open(`/photos/${id}/image`)).status).toBe(403);
    const officer = await signedIn('officer');
    const { villageId } = await personIn(placementId);
    if (villageId !== (await officersVillage()))
      expect((await officer.open(`/photos/${id}/image`)).status).toBe(404);
    for (const guess of [key, encodeURIComponent(key), '01KBBBBBBBBBBBBBBBBBBBBBBC'])
      for (const path of [`/photos/${guess}`, `/photos/${guess}/image`])
        expect((await zhou.open(path)).status, path).toBe(404);
    expect((await aVisitor().open(`/photos/${id}/image`)).url).toContain('/sign-in');
  });
});

describe('a photo', () => {
  it('that no row tells of, because the server died in between, is swept after a day', async () => {
    const before = (await objects()).length;
    await env.PHOTOS.put('stray', jpeg());
    const sweepFrom = async (start: number) => {
      for (let hour = 0; hour < 64; hour++) await sweepPhotos(env, start + hour * HOUR);
    };
    const hour = Math.floor(Date.now() / HOUR) * HOUR;
    await sweepPhotos(env, hour);
    await sweepFrom(hour - 64 * HOUR);
    expect((await objects()).length).toBe(before + 1);
    await sweepFrom(hour + 2 * DAY);
    expect([(await objects()).length, await env.PHOTOS.head('stray')]).toEqual([before, null]);
  });

  it('goes by itself after its time, and at once when somebody deletes it', async () => {
    const [, , , , , one = ''] = people;
    await send(zhou, one, jpeg());
    const before = (await objects()).length;
    const [photo = ''] = linksTo(await zhou.open(`/placements/${one}`), /^\/photos\//);
    await zhou.submit(await zhou.open(photo), /removal$/);
    expect([(await objects()).length, (await zhou.open(photo)).status]).toEqual([before - 1, 404]);
    await rows.change(paperPhoto, {}, { deleteOn: dayOf(Date.now()) });
    await runCron(env);
    expect(await objects()).toEqual([]);
    expect(await rows.count(paperPhoto, { deletedAt: null })).toBe(0);
  });
});

describe('three hundred people', () => {
  it('and their papers come in one round trip and under 40 kB', async () => {
    await putInto(batch, await peopleInNoBatchNow(280), {
      recruitment: 'selected',
      heldPlace: true,
      health: 'fit',
      papers: { id_card: 'verified', contract: 'submitted' },
    });
    await touch(batch);
    const grid = await zhou.open(`/batches/${batch}/paper-grid`);
    const lines = grid.root.querySelectorAll('tbody tr').length;
    expect(lines).toBeGreaterThanOrEqual(300);
    // Seen a moment ago, the batch is asked only whether it has changed; read anew it takes the
    // second trip.
    const again = await zhou.open(`/batches/${batch}/paper-grid`);
    expect(again.timing).toContain('"1 trips');
    const zipped = new Response(
      new Blob([grid.html]).stream().pipeThrough(new CompressionStream('gzip')),
    );
    expect((await zipped.arrayBuffer()).byteLength).toBeLessThan(40_000);
  });
});

describe('on the day of travel', () => {
  it('the worker’s own word whether they can go reaches the coordinator and the page of the day', async () => {
    const boarding = (await theBatch(3)).id;
    const { id: one } = await rows.first(placementTable, {
      batchId: boarding,
      recruitment: 'selected',
      travel: 'expected',
      exit: null,
    });
    const landing = forwardedIn(
      await zhou.post('/links', { purpose: 'worker', subjectId: await workerOf(one) }),
    );
    const phone = aVisitor();
    const own = await phone.submit(await phone.open(landing), landing);
    expect(textOf(own)).toContain('今天身体能走吗');
    const said = await phone.submit(own, /fitness$/, { answer: 'no' });
    expect(textOf(said)).toContain('已记下：今天不能走');
    expect(textOf(await zhou.open(`/batches/${boarding}`))).toContain('说今天不能走');
    expect(textOf(await zhou.open('/inbox'))).toContain('说今天不能走，请联系');
    await phone.submit(said, /fitness$/, { answer: 'yes', key: '' });
    expect(textOf(await zhou.open(`/batches/${boarding}`))).not.toContain('说今天不能走 ');
    expect((await thePlacement(one)).travelFit).toBe('yes');
  });
});
