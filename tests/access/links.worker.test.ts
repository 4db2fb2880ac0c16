import { env, exports } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../src/ids.ts';
import { type Browser, formsTo, forwardedIn, textOf } from '../../scripts/story/browser.ts';
import { aVisitor, dump, firstValue, seedTown, signedIn } from '../support/town.ts';

const PREVIEWERS = [
  'MicroMessenger/8.0.50',
  'Slackbot-LinkExpanding 1.0',
  'facebookexternalhit/1.1',
  'TelegramBot (like TwitterBot)',
  'WhatsApp/2.23',
];
const landings = new Map<string, string>();

beforeAll(async () => {
  await seedTown();
  const office = await signedIn('coordinator');
  const issue = async (purpose: string, subjectId: string, batchId: string) => {
    const page = await office.post('/links', { purpose, subjectId, batchId });
    landings.set(purpose, forwardedIn(page));
  };
  const batch = await firstValue("select id as value from batch where stage = 'travel' limit 1");
  await issue(
    'employer',
    await firstValue('select order_id as value from batch where id = ?', batch),
    batch,
  );
  await issue(
    'escort',
    await firstValue('select id as value from escort where batch_id = ?', batch),
    batch,
  );
  await issue(
    'clinic',
    await firstValue('select id as value from exam_day where batch_id = ? limit 1', batch),
    batch,
  );
  await issue(
    'worker',
    await firstValue('select worker_id as value from placement where batch_id = ? limit 1', batch),
    batch,
  );
});

it('lets chat apps fetch a link a hundred times without anything changing', async () => {
  expect(landings.size).toBe(4);
  const before = await dump();
  for (const landing of landings.values())
    for (let i = 0; i < 100; i++) {
      const method = i % 2 === 0 ? 'GET' : 'HEAD';
      const request = new Request(`https://songxing.test${landing}`, {
        method,
        headers: { 'user-agent': PREVIEWERS[i % 5]! },
      });
      const response = await exports.default.fetch(request);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('referrer-policy')).toBe('same-origin');
      expect(response.headers.get('x-robots-tag')).toBe('noindex');
      await response.text();
    }
  expect(await dump()).toBe(before);
});

it('shows each visitor only what is theirs', async () => {
  const seen = new Map<string, string>();
  for (const [purpose, landing] of landings) {
    const visitor = aVisitor();
    const page = await visitor.submit(await visitor.open(landing), landing);
    expect(page.status, purpose).toBe(200);
    seen.set(purpose, page.html);
    const stranger = aVisitor();
    const notHeld = await stranger.open(page.url);
    expect(notHeld.status, 'without the cookie there is no such page').toBe(404);
    expect(textOf(notHeld)).toContain('再点一次收到的链接');
  }
  for (const purpose of ['employer', 'escort']) {
    expect(seen.get(purpose), purpose).not.toMatch(/合格|复查|不宜/);
    expect(seen.get(purpose), purpose).not.toMatch(/\d{17}[\dX]/);
  }
  expect(seen.get('clinic')).toMatch(/身份证后四位/);
  expect(seen.get('clinic')).not.toMatch(/137\d{8}/);
});

it('answers 404 for a link that never was, and 410 with whom to call for one that is over', async () => {
  const visitor = aVisitor();
  const unknown = await visitor.open(`/l/${'x'.repeat(43)}`);
  expect(unknown.status).toBe(404);
  expect(textOf(unknown)).toContain('重新复制完整的链接');
  const landing = landings.get('worker')!;
  const page = await visitor.submit(await visitor.open(landing), landing);
  await env.DB.prepare("update link set revoked_at = 1 where purpose = 'worker'").run();
  expect((await visitor.open(landing)).status).toBe(410);
  const gone = await visitor.open(page.url);
  expect(gone.status).toBe(410);
  expect(textOf(gone)).toContain('这个链接已停用');
  expect(textOf(gone)).toContain('周文静 0936-000 0101');
  expect(textOf(gone)).toContain('请向劳务站要一个新的链接');
  expect(textOf(gone)).not.toContain('没有改动任何记录');
  expect(gone.root.querySelector('.problem a[href="tel:09360000101"]')).not.toBeNull();
  await env.DB.prepare(
    "update link set revoked_at = null, expires_at = 1 where purpose = 'worker'",
  ).run();
  expect(textOf(await visitor.open(landing))).toContain('这个链接已过期');
});

it('says to a clinic whose day was cancelled, and to an escort whose batch is over, whom to call', async () => {
  const sees = async (purpose: string): Promise<{ visitor: Browser; url: string }> => {
    const visitor = aVisitor();
    const landing = landings.get(purpose)!;
    const { url } = await visitor.submit(await visitor.open(landing), landing);
    return { visitor, url };
  };
  const clinic = await sees('clinic');
  await env.DB.prepare(
    'update exam_day set cancelled_at = 1 where id = (select subject_id from link where id = ?)',
  )
    .bind(clinic.url.split('/').at(-1))
    .run();
  const list = await clinic.visitor.open(clinic.url);
  const [to = ''] = formsTo(list, /conclusion/);
  const over = await clinic.visitor.submit(list, to, { conclusion: 'fit' });
  expect(over.status).toBe(410);
  expect(textOf(over)).toContain('还有结论要填，请打电话给劳务站');
  expect(over.root.querySelector('.problem a[href="tel:09360000101"]')).not.toBeNull();
  const escort = await sees('escort');
  const batch = await firstValue(
    'select batch_id as value from link where id = ?',
    escort.url.split('/').at(-1),
  );
  const status = await firstValue('select status as value from batch where id = ?', batch);
  await env.DB.prepare("update batch set status = 'cancelled', touched = touched + 1 where id = ?")
    .bind(batch)
    .run();
  const ended = await escort.visitor.open(escort.url);
  expect(textOf(ended)).toMatch(/这一批已经结束|批次已结束|没有要办的/);
  expect(ended.html).toContain('tel:09360000101');
  await env.DB.prepare('update batch set status = ?, touched = touched + 1 where id = ?')
    .bind(status, batch)
    .run();
});

it('ends the old link when a new one is issued', async () => {
  const office = await signedIn('coordinator');
  const workerId = await firstValue('select worker_id as value from placement limit 1');
  const first = forwardedIn(
    await office.post('/links', { purpose: 'worker', subjectId: workerId }),
  );
  const second = forwardedIn(
    await office.post('/links', { purpose: 'worker', subjectId: workerId }),
  );
  const visitor = aVisitor();
  expect((await visitor.open(first)).status).toBe(410);
  expect((await visitor.open(second)).status).toBe(200);
});

it('keeps no token, password or readable ID number in the database', async () => {
  const everything = await dump();
  for (const landing of landings.values())
    expect(everything).not.toContain(landing.slice('/l/'.length));
  expect(everything).not.toMatch(/6207\d{13}[\dX]/);
  expect(everything).not.toContain('songxing-demo');
});

it('counts the life of a clinic link from the examination day, however early it was booked', async () => {
  const office = await signedIn('coordinator');
  const batch = await firstValue("select id as value from batch where stage = 'health' limit 1");
  const page = await office.open(`/batches/${batch}/health`);
  const heldOn = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  const booked = await office.submit(page, /exam-days$/, { heldOn });
  expect(booked.status).toBe(200);
  const expires = Number(
    await firstValue(
      'select expires_at as value from link where subject_id = (select id from exam_day where held_on = ?)',
      heldOn,
    ),
  );
  expect(expires).toBeGreaterThan(Date.parse(heldOn) + 12 * 86_400_000);
});

it('makes no link for a batch that is not there, or that its subject is not in', async () => {
  const office = await signedIn('coordinator');
  const made = () => firstValue('select count(*) as value from link');
  const before = await made();
  const batch = await firstValue("select id as value from batch where stage = 'travel' limit 1");
  const worker = await firstValue(
    'select worker_id as value from placement where batch_id = ? limit 1',
    batch,
  );
  const other = await firstValue('select id as value from batch where id <> ? limit 1', batch);
  const escort = await firstValue(
    'select id as value from escort where batch_id = ? limit 1',
    batch,
  );
  for (const [purpose, subjectId, batchId] of [
    ['worker', worker, newId()],
    ['worker', worker, '0x10'],
    ['escort', escort, other],
    [
      'employer',
      await firstValue('select order_id as value from batch where id = ?', batch),
      other,
    ],
  ] as const)
    expect(
      (await office.post('/links', { purpose, subjectId, batchId })).status,
      `${purpose} ${batchId}`,
    ).toBe(404);
  expect(await made()).toBe(before);
  expect(
    (await office.post('/links', { purpose: 'worker', subjectId: worker, batchId: batch })).status,
  ).toBe(200);
});

it('puts the first opening of a link and a sign-out on record, once each', async () => {
  const office = await signedIn('coordinator');
  const workerId = await firstValue(
    'select worker_id as value from placement order by id desc limit 1',
  );
  const landing = forwardedIn(
    await office.post('/links', { purpose: 'worker', subjectId: workerId }),
  );
  const opened = () => firstValue("select count(*) as value from audit where action = 'link.open'");
  const before = Number(await opened());
  for (const _ of [1, 2]) {
    const visitor = aVisitor();
    expect((await visitor.submit(await visitor.open(landing), landing)).status).toBe(200);
  }
  expect(Number(await opened())).toBe(before + 1);
  await office.submit(await office.open('/settings'), '/sign-out');
  expect(await firstValue("select count(*) as value from audit where action = 'session.end'")).toBe(
    '1',
  );
  expect((await office.open('/today')).url).toContain('/sign-in');
});
