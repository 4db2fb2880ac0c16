import { exports } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { audit, link } from '../../src/access/access.tables.ts';
import { newId } from '../../src/ids.ts';
import { batch, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { examDay } from '../../src/pipeline/health/health.tables.ts';
import { escort } from '../../src/pipeline/travel/travel.tables.ts';
import { type Browser, formsTo, forwardedIn, textOf } from '../../scripts/story/browser.ts';
import { not } from '../support/rows.ts';
import { rows, touch } from '../support/town-rows.ts';
import { aVisitor, dump, seedTown, signedIn } from '../support/town.ts';

const PREVIEWERS = [
  'MicroMessenger/8.0.50',
  'Slackbot-LinkExpanding 1.0',
  'facebookexternalhit/1.1',
  'TelegramBot (like TwitterBot)',
  'WhatsApp/2.23',
];
const landings = new Map<string, string>();

function aTravellingBatch() {
  return rows.first(batch, { stage: 'travel' });
}
/** A link to this worker, as the station forwards it. */
async function workersLink(office: Browser, subjectId: string): Promise<string> {
  return forwardedIn(await office.post('/links', { purpose: 'worker', subjectId }));
}
/** The row of the link that this address belongs to. */
function linkAt(url: string) {
  return rows.first(link, { id: url.split('/').at(-1)! });
}

beforeAll(async () => {
  await seedTown();
  const office = await signedIn('coordinator');
  const issue = async (purpose: string, subjectId: string, batchId: string) => {
    const page = await office.post('/links', { purpose, subjectId, batchId });
    landings.set(purpose, forwardedIn(page));
  };
  const { id, orderId } = await aTravellingBatch();
  await issue('employer', orderId, id);
  await issue('escort', (await rows.first(escort, { batchId: id })).id, id);
  await issue('clinic', (await rows.first(examDay, { batchId: id })).id, id);
  await issue('worker', (await rows.first(placement, { batchId: id })).workerId, id);
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
  await rows.change(link, { purpose: 'worker' }, { revokedAt: 1 });
  expect((await visitor.open(landing)).status).toBe(410);
  const gone = await visitor.open(page.url);
  expect(gone.status).toBe(410);
  expect(textOf(gone)).toContain('这个链接已停用');
  expect(textOf(gone)).toContain('周文静 0936-000 0101');
  expect(textOf(gone)).toContain('请向劳务站要一个新的链接');
  expect(textOf(gone)).not.toContain('没有改动任何记录');
  expect(gone.root.querySelector('.problem a[href="tel:09360000101"]')).not.toBeNull();
  await rows.change(link, { purpose: 'worker' }, { revokedAt: null, expiresAt: 1 });
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
  const { subjectId } = await linkAt(clinic.url);
  await rows.change(examDay, { id: subjectId }, { cancelledAt: 1 });
  const list = await clinic.visitor.open(clinic.url);
  const [to = ''] = formsTo(list, /conclusion/);
  const over = await clinic.visitor.submit(list, to, { conclusion: 'fit' });
  expect(over.status).toBe(410);
  expect(textOf(over)).toContain('还有结论要填，请打电话给劳务站');
  expect(over.root.querySelector('.problem a[href="tel:09360000101"]')).not.toBeNull();
  const escort = await sees('escort');
  const { batchId } = await linkAt(escort.url);
  const { id, status } = await rows.first(batch, { id: batchId! });
  await rows.change(batch, { id }, { status: 'cancelled' });
  await touch(id);
  const ended = await escort.visitor.open(escort.url);
  expect(textOf(ended)).toMatch(/这一批已经结束|批次已结束|没有要办的/);
  expect(ended.html).toContain('tel:09360000101');
  await rows.change(batch, { id }, { status });
  await touch(id);
});

it('ends the old link when a new one is issued', async () => {
  const office = await signedIn('coordinator');
  const { workerId } = await rows.first(placement);
  const first = await workersLink(office, workerId);
  const second = await workersLink(office, workerId);
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
  const { id } = await rows.first(batch, { stage: 'health' });
  const page = await office.open(`/batches/${id}/health`);
  const heldOn = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  const booked = await office.submit(page, /exam-days$/, { heldOn });
  expect(booked.status).toBe(200);
  const day = await rows.first(examDay, { heldOn });
  const { expiresAt } = await rows.first(link, { subjectId: day.id });
  expect(expiresAt).toBeGreaterThan(Date.parse(heldOn) + 12 * 86_400_000);
});

it('makes no link for a batch that is not there, or that its subject is not in', async () => {
  const office = await signedIn('coordinator');
  const before = await rows.count(link);
  const { id, orderId } = await aTravellingBatch();
  const { workerId } = await rows.first(placement, { batchId: id });
  const other = await rows.first(batch, { id: not(id) });
  const companion = await rows.first(escort, { batchId: id });
  for (const [purpose, subjectId, batchId] of [
    ['worker', workerId, newId()],
    ['worker', workerId, '0x10'],
    ['escort', companion.id, other.id],
    ['employer', orderId, other.id],
  ] as const)
    expect(
      (await office.post('/links', { purpose, subjectId, batchId })).status,
      `${purpose} ${batchId}`,
    ).toBe(404);
  expect(await rows.count(link)).toBe(before);
  expect(
    (await office.post('/links', { purpose: 'worker', subjectId: workerId, batchId: id })).status,
  ).toBe(200);
});

it('puts the first opening of a link and a sign-out on record, once each', async () => {
  const office = await signedIn('coordinator');
  const landing = await workersLink(office, (await rows.last(placement)).workerId);
  const opened = () => rows.count(audit, { action: 'link.open' });
  const before = await opened();
  for (const _ of [1, 2]) {
    const visitor = aVisitor();
    expect((await visitor.submit(await visitor.open(landing), landing)).status).toBe(200);
  }
  expect(await opened()).toBe(before + 1);
  await office.submit(await office.open('/settings'), '/sign-out');
  expect(await rows.count(audit, { action: 'session.end' })).toBe(1);
  expect((await office.open('/today')).url).toContain('/sign-in');
});
