import { demoCode } from '../../scripts/seed/town.ts';
import { Buffer } from 'node:buffer';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { batch as batchTable, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { rollEntry } from '../../src/pipeline/travel/roll-call/roll-call.tables.ts';
import {
  aPhone,
  forwarded,
  launch,
  launchWithCamera,
  openLink,
  overflow,
  signIn,
} from '../support/chromium.ts';
import { jpeg } from '../support/photos.ts';
import { like } from '../support/rows.ts';
import { theBatch, touch } from '../support/server-rows.ts';
import { Server } from '../support/server.ts';
import { filmOf, squaresOn } from '../support/squares.ts';

/** A loaded machine is slow, not wrong. */
const PATIENT = { timeout: 60_000, interval: 100 };

let browser: Browser;
let server: Server;
let office: Page;
let batch: string;
let landing: string;

beforeAll(async () => {
  browser = await launch();
  server = await Server.onDemoTown();
  office = await (await aPhone(browser, server.url)).newPage();
  await signIn(office, 'coordinator');
  await office.goto('/batches');
  batch =
    (await office
      .locator(`.people a:has-text("${demoCode(3, Date.now())}")`)
      .first()
      .getAttribute('href')) ?? '';
  await office.goto(`${batch}/travel`);
  await office.locator('a:has-text("转发微信")').first().click();
  landing = await forwarded(office);
}, 240_000);
afterAll(async () => {
  await browser.close();
  await server.remove();
});

it.each(['zh-CN', 'en'])('prints squares that another reader reads, in %s', async (lang) => {
  const context = await aPhone(browser, server.url, { lang });
  const page = await context.newPage();
  await signIn(page, 'coordinator');
  for (const sheet of [
    'roster',
    'cards',
    'vehicle-sheets',
    'handover-note',
    'seat-plan',
    'journey-report',
    'send-off-list',
  ]) {
    await page.goto(`${batch}/${sheet}`);
    expect(await overflow(page), sheet).toBeLessThanOrEqual(0);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString(), sheet).toBe('%PDF-');
  }
  await page.setViewportSize({ width: 1000, height: 1400 });
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${batch}/cards`);
  const codes = (await page.locator('.cut-cards .code').allInnerTexts()).map((text) =>
    text.replaceAll(/\s/g, ''),
  );
  expect(codes.length).toBeGreaterThan(15);
  const read: string[] = [];
  for (const [i, card] of (await page.locator('.cut-cards .qr').all()).entries()) {
    if (i % 5 !== 0) continue;
    const [text = ''] = await squaresOn(await card.screenshot());
    read.push(text);
    expect(text).toBe(`songxing:${codes[i]}`);
  }
  expect(new Set(read).size).toBe(read.length);
  await page.goto(`${batch}/roster`);
  const [takeover = ''] = await squaresOn(
    await page.locator('.takeovers .qr').first().screenshot(),
  );
  expect(new URL(takeover).pathname).toMatch(/^\/t\/\w{26}\/[\w-]{43}$/);
  await context.close();
});

it('counts whoever’s card is held before the camera, once, and loads the reader only then', async () => {
  await office.goto(`${batch}/cards`);
  const cards = office.locator('.cut-cards li');
  // Somebody who has not boarded yet.
  await office.goto(`${batch}/roll-call`);
  const name = await office
    .locator('li.line:has(button[value="boarded"]) .name')
    .first()
    .innerText();
  await office.goto(`${batch}/cards`);
  const code = (
    await cards.filter({ hasText: name }).locator('.code').first().innerText()
  ).replaceAll(/\s/g, '');
  const withCamera = await launchWithCamera(
    filmOf(`songxing:${code}`, path.join(tmpdir(), `songxing-card-${process.pid}.y4m`)),
  );
  const context = await aPhone(withCamera, server.url);
  const phone = await context.newPage();
  const loaded: string[] = [];
  phone.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  await openLink(phone, landing);
  await phone.waitForSelector('#roll[data-ready]');
  const before = Number.parseInt(await phone.innerText('#tally'), 10);
  expect(loaded.filter((each) => /scanner|wasm/.test(each))).toEqual([]);
  await phone.click('[data-scan]');
  await expect
    .poll(() => phone.innerText('#tally'), { timeout: 30_000 })
    .toMatch(new RegExp(`^${before + 1} /`));
  expect(loaded.filter((each) => /scanner|wasm/.test(each)).length).toBeGreaterThan(0);
  // The card lies there still: it is said that it was counted, and it is not counted again.
  await phone.waitForSelector(`#code-said:has-text("${name} 已经点过了")`, { timeout: 15_000 });
  expect(await phone.innerText('#tally')).toMatch(new RegExp(`^${before + 1} /`));
  await phone.click('[data-close]');
  // Typed digits do the same.
  await phone.fill('#code', '00000000');
  await phone.waitForSelector('#code-said:has-text("名单里没有这张卡")');
  // A name is searched for; the keyboard's key for going on makes no card of it.
  const sought = await phone.locator('#lines .name').first().innerText();
  await phone.fill('#code', sought);
  await phone.press('#code', 'Enter');
  expect(await phone.inputValue('#code')).toBe(sought);
  expect(await phone.locator('#lines .name').allInnerTexts()).toContain(sought);
  await phone.fill('#code', '１');
  expect(
    await phone.locator('#lines .name').count(),
    'a digit of full width begins a card',
  ).toBeGreaterThan(1);
  await phone.fill('#code', '');
  await withCamera.close();
});

it('passes its count to another phone without a network, by a square', async () => {
  const one = await aPhone(browser, server.url);
  const first = await one.newPage();
  const drawsSquares = first.waitForResponse((response) =>
    response.url().includes('/assets/square'),
  );
  await openLink(first, landing);
  await first.waitForSelector('#roll[data-ready]');
  await drawsSquares;
  await one.setOffline(true);
  const line = first.locator('#lines li:has(button[value="boarded"])').first();
  const before = Number.parseInt(await first.innerText('#tally'), 10);
  const name = await line.locator('.name').innerText();
  await line.locator('button[value="boarded"]').click();
  await expect
    .poll(() => first.innerText('#tally'), PATIENT)
    .toMatch(new RegExp(`^${before + 1} /`));
  await first.click('[data-show-mine]');
  await first.waitForSelector('#camera canvas[data-text]');
  const shown = await first.locator('#camera canvas').getAttribute('data-text');
  expect(await squaresOn(await first.locator('#camera canvas').screenshot())).toEqual([shown]);
  // The other escort has not heard of it: their phone was offline from before.
  const withCamera = await launchWithCamera(
    filmOf(shown ?? '', path.join(tmpdir(), `songxing-roll-${process.pid}.y4m`)),
  );
  const other = await aPhone(withCamera, server.url);
  const second = await other.newPage();
  await openLink(second, landing);
  await second.waitForSelector('#roll[data-ready]');
  await second.click('[data-scan]');
  await second.waitForSelector('#code-said:has-text("听到")', { timeout: 30_000 });
  await expect
    .poll(() => second.innerText('#tally'), PATIENT)
    .toMatch(new RegExp(`^${before + 1} /`));
  await second.click('#filters [data-filter="done"]');
  // Lines below the screen are not laid out: their text is asked for, not what is seen of it.
  expect(await second.locator('#lines .name').allTextContents()).toContain(name);
  // It was only passed on: when the first phone takes its word back, it goes on the other one as
  // well.
  await first.click('[data-undo-last]');
  await one.setOffline(false);
  await expect.poll(() => first.innerText('#signal'), PATIENT).toContain('都已上传');
  await second.evaluate("void dispatchEvent(new Event('online'))");
  await expect.poll(() => second.innerText('#tally'), PATIENT).toMatch(new RegExp(`^${before} /`));
  await withCamera.close();
  await one.close();
});

it('shows portraits, and counts at a stop by its name, with no signal', async () => {
  const { id: batchId } = await theBatch(server, 3);
  const { id } = await server.rows.first(placement, { batchId, travel: 'boarded' });
  await office.goto(`/placements/${id}`);
  await office.click('summary:has-text("拍证件照片")');
  await office.selectOption('#photo-kind', 'photo');
  await office.setInputFiles('#photo', {
    name: 'p.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from(jpeg()),
  });
  await office.click('button:has-text("发送照片")');
  await office.waitForSelector('a[href^="/photos/"]');
  await server.stop();
  await server.rows.change(
    placement,
    { batchId, travel: 'expected', recruitment: 'selected', exit: null },
    { travel: 'boarded', active: true },
  );
  await server.rows.change(batchTable, { id: batchId }, { departedAt: Date.now() });
  await touch(server, batchId);
  await server.start();
  const context = await aPhone(browser, server.url);
  const phone = await context.newPage();
  await openLink(phone, landing);
  await phone.waitForSelector('#roll[data-ready]');
  await phone.waitForSelector('#lines img.portrait', { timeout: 30_000 });
  await context.setOffline(true);
  await phone.click('#calls summary');
  await phone.click('#calls button:has-text("兰州站")');
  expect(await phone.innerText('#calls [aria-current]')).toBe('清点：兰州站');
  const all = Number((await phone.innerText('#tally')).split('/')[1]);
  await phone.locator('#lines button[value="present"]').first().click();
  await expect.poll(() => phone.innerText('#tally'), PATIENT).toBe(`1 / ${all}`);
  // Another place has a count of its own, of this phone until others hear of it.
  await phone.click('#calls summary');
  await phone.click('#calls button:has-text("别处")');
  await expect.poll(() => phone.innerText('#tally'), PATIENT).toBe(`0 / ${all}`);
  await phone.locator('#lines button[value="present"]').nth(1).click();
  await expect.poll(() => phone.innerText('#tally'), PATIENT).toBe(`1 / ${all}`);
  expect(await overflow(phone)).toBeLessThanOrEqual(0);
  await context.setOffline(false);
  await expect.poll(() => phone.innerText('#signal'), PATIENT).toContain('都已上传');
  const counts = await server.rows.all(rollEntry, { call: like('count-%') });
  expect([...new Set(counts.map(({ call }) => String(call)))].sort()).toEqual([
    expect.stringMatching(/^count-1-[a-z0-9]{8}$/),
    expect.stringMatching(/^count-s[a-z0-9]+$/),
  ]);
  // When the link ends, the faces go with the rest of it.
  const pictures = (): Promise<number> =>
    phone.evaluate<number>(`(async () => {
      const db = await new Promise((resolve) => { const r = indexedDB.open('songxing-portraits'); r.onsuccess = () => resolve(r.result); });
      const count = await new Promise((resolve) => { const r = db.transaction('pictures').objectStore('pictures').count(); r.onsuccess = () => resolve(r.result); });
      db.close();
      return count;
    })()`);
  expect(await pictures()).toBe(1);
  await office.goto(`/links/${new URL(phone.url()).pathname.split('/').at(-1)}`);
  await office.click('main details summary');
  await office.click('button:has-text("停用这个链接")');
  await phone.evaluate("void dispatchEvent(new Event('online'))");
  await phone.waitForSelector('#roll .notice:has-text("链接已失效")', { timeout: 60_000 });
  expect(await pictures()).toBe(0);
  await context.close();
});

it('goes on from the paper when a phone is lost, with the square and the digits on it', async () => {
  await office.setViewportSize({ width: 1000, height: 1400 });
  await office.emulateMedia({ media: 'print' });
  await office.goto(`${batch}/roster`);
  const pin = await office.locator('.takeovers .pin').first().innerText();
  const [address = ''] = await squaresOn(
    await office.locator('.takeovers .qr').first().screenshot(),
  );
  const context = await aPhone(browser, server.url);
  const phone = await context.newPage();
  await phone.goto(new URL(address).pathname);
  expect(await overflow(phone)).toBeLessThanOrEqual(0);
  const take = async (digits: string): Promise<void> => {
    await phone.fill('#name', '马建成');
    await phone.fill('#pin', digits);
    await phone.click('main button.primary');
  };
  await take(pin === '000000' ? '000001' : '000000');
  await phone.waitForSelector('.error');
  await take(pin);
  await phone.waitForSelector('#roll[data-ready]');
  expect(await phone.locator('#lines li').count()).toBeGreaterThan(0);
  // The lost phone is told at its next contact.
  const lost = await aPhone(browser, server.url);
  const page = await lost.newPage();
  await page.goto(landing);
  await page.waitForSelector('main');
  expect(await page.locator('main button.primary').count()).toBe(0);
  await lost.close();
  await context.close();
});
