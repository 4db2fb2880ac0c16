import { demoCode } from '../../scripts/seed/town.ts';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { link as linkTable } from '../../src/access/access.tables.ts';
import { batch as batchTable, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { rollEntry } from '../../src/pipeline/travel/roll-call/roll-call.tables.ts';
import { aPhone, forwarded, launch, openLink, overflow, signIn } from '../support/chromium.ts';
import { forgetTheRoll } from '../support/roll-rows.ts';
import { addLike, countBy, selectedIn, theBatch, touch } from '../support/server-rows.ts';
import { Server } from '../support/server.ts';

/** A loaded machine is slow, not wrong. */
const PATIENT = { timeout: 60_000, interval: 100 };

const PEOPLE = 120;

let browser: Browser;
let server: Server;
let escort: BrowserContext;
let page: Page;
let link: string;
let landing: string;
let batch: string;
const faults: string[] = [];

/**
 * Fills the batch that is about to board up to 120 people who are ready, as like as the ones who
 * are in it.
 */
async function fillUp(): Promise<void> {
  batch = (await theBatch(server, 3)).id;
  const there = await selectedIn(server, batch);
  const ready = there.find(({ travel }) => travel === 'boarded')!;
  await forgetTheRoll(server.rows, batch);
  const model = await server.rows.first(placement, { id: ready.id });
  await addLike(server, model, PEOPLE - there.length);
  await server.rows.change(batchTable, { id: batch }, { headcount: PEOPLE });
  await touch(server, batch);
}

/** Ends the link under which the roll is called, or lets it go on where it had ended. */
async function endLink(revokedAt: number | null): Promise<void> {
  await server.stop();
  await server.rows.change(linkTable, { id: link.split('/').at(-1)! }, { revokedAt });
  await server.start();
}

async function open(context: BrowserContext): Promise<Page> {
  const opened = await context.newPage();
  opened.on('pageerror', (error) => faults.push(error.message));
  return opened;
}
function ready(of: Page = page) {
  return of.waitForSelector('#roll[data-ready]');
}
function tally(of: Page = page) {
  return of.innerText('#tally');
}
/**
 * Taps the same button of one person after the other, as the list stands; each when the one before
 * shows what was said.
 */
async function call(outcome: string, times: number, of: Page = page): Promise<void> {
  for (let i = 0; i < times; i++) {
    const id = await of
      .locator('#lines li:has(button[value="boarded"])')
      .first()
      .getAttribute('data-id');
    const line = of.locator(`#lines li[data-id="${id}"]`);
    if (outcome !== 'boarded') await line.locator('summary').click();
    await line.locator(`button[value="${outcome}"]`).click();
    await line.locator('button[value="undo"]').waitFor();
  }
}
function signal(of: Page = page) {
  return of.innerText('#signal');
}
function sent(of: Page = page) {
  return expect.poll(() => signal(of), PATIENT).toContain('都已上传');
}

/**
 * Whether the page and what it needs are on the phone. Asked from outside: the page's own policy
 * lets nobody evaluate.
 */
function isKept(): Promise<boolean> {
  return page.evaluate<boolean>(
    "caches.open('songxing-pages').then((c) => c.keys()).then((kept) => kept.length > 3 && navigator.serviceWorker.controller !== null)",
  );
}

beforeAll(async () => {
  browser = await launch();
  server = await Server.onDemoTown();
  const office = await (await aPhone(browser, server.url)).newPage();
  await signIn(office, 'coordinator');
  await office.goto('/batches');
  await office
    .locator(`.people a:has-text("${demoCode(3, Date.now())}")`)
    .first()
    .click();
  await office.waitForSelector('.rail');
  await office.goto(`${office.url()}/travel`);
  await office.locator('a:has-text("转发微信")').first().click();
  landing = await forwarded(office);
  await office.context().close();
  await server.stop();
  await fillUp();
  await server.start();
  escort = await aPhone(browser, server.url);
  page = await open(escort);
  await openLink(page, landing);
  link = new URL(page.url()).pathname;
  await ready();
  // One visit with a signal: the page and all it needs are on the phone.
  for (let i = 0; i < 100 && !(await isKept()); i++) await page.waitForTimeout(100);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await server.remove();
  expect(faults).toEqual([]);
});

it('weighs under 40 kB with 120 people, page, style and script together', async () => {
  const cookies = (await escort.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const html = await (await fetch(server.url + link, { headers: { cookie: cookies } })).text();
  const parts = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(
    ([, path]) => path!,
  );
  const files = await Promise.all(
    parts.map(async (path) => (await fetch(server.url + path)).text()),
  );
  expect(parts.some((path) => path.includes('htmx'))).toBe(false);
  const bytes = [html, ...files].reduce((sum, text) => sum + gzipSync(text).length, 0);
  expect(bytes).toBeLessThanOrEqual(40_000);
});

it('is called to the end with the server killed, the page lost in the middle, and two taken back', async () => {
  await server.kill();
  await call('boarded', 58);
  await call('no_show', 2);
  await expect.poll(() => tally(), PATIENT).toBe(`58 / ${PEOPLE}`);
  await expect.poll(() => signal(), PATIENT).toContain('60 条只在这部手机里');
  await page.close();
  // From the home screen, with nothing that answers.
  page = await open(escort);
  await page.goto(link);
  await ready();
  await expect.poll(() => tally(), PATIENT).toBe(`58 / ${PEOPLE}`);
  // Lost in the very moment of a tap, before it can be on the disk: it counts all the same.
  await page.evaluate<void>(
    `document.querySelector('#lines button[value="boarded"]').click(); location.reload()`,
  );
  await expect.poll(() => tally().catch(() => ''), PATIENT).toBe(`59 / ${PEOPLE}`);
  await ready();
  await call('boarded', 59);
  await page.click('button[data-undo-last]');
  await page.click('button[data-undo-last]');
  await expect.poll(() => tally(), PATIENT).toBe(`116 / ${PEOPLE}`);
  await page.reload();
  await ready();
  await call('refused', 2);
  await expect.poll(() => tally(), PATIENT).toBe(`116 / ${PEOPLE}`);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await server.start();
  await page.click('button[data-send]');
  await sent();
  await server.stop();
  const entries = await server.rows.all(rollEntry, { batchId: batch });
  expect({
    rows: entries.length,
    ids: new Set(entries.map(({ id }) => id)).size,
    last: Math.max(...entries.map(({ no }) => no)),
    recorded: entries.filter(({ verdict }) => verdict === 'recorded').length,
  }).toEqual({ rows: 124, ids: 124, last: 124, recorded: 124 });
  expect(countBy(await selectedIn(server, batch), 'travel')).toEqual({
    boarded: 116,
    no_show: 2,
    refused: 2,
  });
  await server.start();
});

it('sends 500 entries over a slow line in order, each once, and shows each that was refused with its reason', async () => {
  await escort.setOffline(true);
  // Somebody withdraws by their own link meanwhile: what the phone says of them cannot be taken.
  const gone = page.locator('#filters button[data-filter="all"]');
  await gone.click();
  const line = page.locator('#lines li').first();
  const id = await line.getAttribute('data-id');
  await server.stop();
  await server.rows.change(placement, { id: id! }, { exit: 'withdrawn', active: false });
  await touch(server, batch);
  await server.start();
  // Five times through a hundred people, each tapped anew when the thumb of a double tap is long
  // gone.
  await page.evaluate<void>(`(async () => {
    for (let n = 0; n < 500; n++) {
      const line = document.querySelectorAll('#lines li')[n % 100];
      (line.querySelector('button[value="boarded"]') ?? line.querySelector('button[value="undo"]')).click();
      await new Promise((resolve) => setTimeout(resolve, 9));
    }
  })()`);
  await expect.poll(() => signal(), PATIENT).toContain('500 条只在这部手机里');
  const devtools = await escort.newCDPSession(page);
  await devtools.send('Network.enable');
  // 2G: 450 ms of latency, 250 kbit/s down, 50 kbit/s up.
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 450,
    downloadThroughput: 31_250,
    uploadThroughput: 6_250,
  });
  await escort.setOffline(false);
  await expect.poll(() => signal(), { timeout: 180_000, interval: 500 }).toContain('都已上传');
  expect(await signal()).toMatch(/条没有被接受/);
  expect(await signal()).toContain('不在名单上');
  await devtools.detach();
  await server.stop();
  const rows = (await server.rows.all(rollEntry, { batchId: batch })).toSorted(
    (a, b) => a.recordedAt - b.recordedAt || a.no - b.no,
  );
  expect(rows).toHaveLength(624);
  expect(rows.map(({ no }) => no)).toEqual(rows.map((_, i) => i + 1));
  expect(new Set(rows.map((row) => row.id)).size).toBe(624);
  const refused = rows.filter(({ verdict }) => verdict === 'refused').length;
  expect(refused).toBeGreaterThan(0);
  expect(await page.locator('#signal li').count()).toBe(refused);
  await server.start();
});

it('keeps no whole ID number on the phone, and nothing once the link has ended', async () => {
  const kept = await page.evaluate<string>(`(async () => {
    const db = await new Promise((resolve) => { const r = indexedDB.open('songxing-roll'); r.onsuccess = () => resolve(r.result); });
    const all = (name) => new Promise((resolve) => { const r = db.transaction(name).objectStore(name).getAll(); r.onsuccess = () => resolve(r.result); });
    const cache = await caches.open('songxing-pages');
    const pages = await Promise.all((await cache.keys()).map(async (key) => (await cache.match(key)).text()));
    return JSON.stringify([await all('kept'), await all('entries'), pages.filter((text) => text.startsWith('<!DOCTYPE'))]);
  })()`);
  expect(kept.length).toBeGreaterThan(10_000);
  expect(kept).not.toMatch(/(?<!\d)\d{17}[\dX](?!\d)/);
  await endLink(Date.now());
  // The next contact: at once, unless the page has tried by itself meanwhile, and has emptied
  // itself already.
  await page.evaluate("void dispatchEvent(new Event('online'))");
  await page.waitForSelector('#roll .notice:has-text("链接已失效")', { timeout: 60_000 });
  const left = await page.evaluate<unknown[]>(`(async () => {
    const db = await new Promise((resolve) => { const r = indexedDB.open('songxing-roll'); r.onsuccess = () => resolve(r.result); });
    const count = (name) => new Promise((resolve) => { const r = db.transaction(name).objectStore(name).count(); r.onsuccess = () => resolve(r.result); });
    return [await count('kept'), await count('entries'), await caches.has('songxing-pages')];
  })()`);
  expect(left).toEqual([0, 0, false]);
  await endLink(null);
});

it('goes on without a service worker while the page stays open, and says what it cannot do', async () => {
  const wechat = await aPhone(browser, server.url);
  await wechat.addInitScript('delete Navigator.prototype.serviceWorker');
  const chat = await open(wechat);
  await openLink(chat, landing);
  await ready(chat);
  expect(await signal(chat)).toContain('请不要关闭');
  await wechat.setOffline(true);
  await chat.locator('#filters button[data-filter="done"]').click();
  await chat.locator('#lines button[value="undo"]').first().click();
  await expect.poll(() => signal(chat), { timeout: 10_000 }).toContain('1 条只在这部手机里');
  await wechat.setOffline(false);
  await sent(chat);
  await wechat.close();
});

it('says out loud when the phone keeps nothing, and still sends', async () => {
  const full = await aPhone(browser, server.url);
  await full.addInitScript(
    "IDBFactory.prototype.open = () => { throw new DOMException('full', 'QuotaExceededError'); }",
  );
  const phone = await open(full);
  await openLink(phone, landing);
  await ready(phone);
  await phone.locator('#filters button[data-filter="done"]').click();
  await phone.locator('#lines button[value="undo"]').first().click();
  await phone.waitForSelector('#signal:has-text("存不下了")');
  await sent(phone);
  await full.close();
});
