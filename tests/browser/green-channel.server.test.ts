import { Buffer } from 'node:buffer';
import type { Browser as Chromium, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Browser, forwardedIn, linksTo } from '../../scripts/story/browser.ts';
import { DEMO_SIGN_INS } from '../../scripts/seed/town.ts';
import { addDays, dayOf } from '../../src/clock.ts';
import { idCheckDigit } from '../../src/registry/id-number.ts';
import { batch as batchTable, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { custody, paperPhoto } from '../../src/pipeline/documents/documents.tables.ts';
import { examination } from '../../src/pipeline/health/health.tables.ts';
import { aPhone, forwarded, launch, openLink, overflow, signIn } from '../support/chromium.ts';
import { jpegWithPlace } from '../support/photos.ts';
import { not } from '../support/rows.ts';
import { Server } from '../support/server.ts';

/**
 * A batch of sixty from five villages, from the day they agreed to the hour the gate to the bus
 * opens, on phones.
 */

const PLACES = 60;
const RESERVES = 4;

let chromium: Chromium;
let server: Server;
let office: Page;
let batch = '';
const phones: BrowserContext[] = [];
const faults: string[] = [];

async function phone(): Promise<{ page: Page; context: BrowserContext }> {
  const context = await aPhone(chromium, server.url);
  phones.push(context);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  return { page, context };
}
async function fits(page: Page): Promise<void> {
  expect(await overflow(page), page.url()).toBeLessThanOrEqual(0);
}

/**
 * Everything before this slice, by plain forms: a roster of five villages, an order of sixty, and
 * everybody's yes.
 */
async function agreed(): Promise<string> {
  const who = DEMO_SIGN_INS.find((line) => line.role === 'coordinator')!;
  const desk = new Browser(server.url);
  await desk.submit(await desk.open('/sign-in'), '/sign-in', {
    phone: who.phone,
    password: who.password,
  });
  const villages = (await desk.open('/workers/new')).root
    .querySelectorAll('#villageId option')
    .map((option) => option.text)
    .slice(0, 5);
  const rows = Array.from({ length: PLACES + RESERVES }, (_, i) => {
    const body = `62079919900307${String(i + 100)}`;
    const name = `雒${'甲乙丙丁戊己庚辛'[i % 8]}${'子丑寅卯辰巳午未'[Math.floor(i / 8)]}`;
    return [
      name,
      `${body}${idCheckDigit(body)}`,
      `138123${String(i).padStart(5, '0')}`,
      villages[i % 5],
    ].join(',');
  });
  const roster = new File([`姓名,身份证号,电话,村\n${rows.join('\n')}`], '五村.csv');
  const preview = await desk.upload(
    await desk.open('/workers/import'),
    '/workers/import',
    'file',
    roster,
  );
  await desk.submit(preview, /confirmation$/);
  const people: string[] = [];
  for (let next: string | undefined = `/workers?q=${encodeURIComponent('雒')}`; next;) {
    const list = await desk.open(next);
    people.push(
      ...linksTo(list, /^\/workers\/\w{26}$/, '#found').map((path) =>
        path.slice('/workers/'.length),
      ),
    );
    next = linksTo(list, /after=/, '#found')[0];
  }
  expect(people).toHaveLength(PLACES + RESERVES);
  const order = await desk.submit(await desk.open('/orders/new'), '/orders', {
    trade: 'assembly',
    headcount: String(PLACES),
    startsOn: addDays(dayOf(Date.now()), 20),
    site: '工业园 9 号厂房',
    wageLow: '4800',
    wageHigh: '5600',
  });
  const landing = forwardedIn(await desk.submit(order, /\/sending$/));
  const employer = new Browser(server.url);
  await employer.submit(await employer.submit(await employer.open(landing), landing), /\/reply$/, {
    kind: 'confirm',
  });
  const id = linksTo(await desk.open(order.url), /^\/batches\/\w{26}$/)[0]!.slice(
    '/batches/'.length,
  );
  const asked = await desk.post(`/batches/${id}/placements`, { people: people.join(',') });
  if (asked.root.querySelector('#word'))
    await desk.submit(asked, /\/placements$/, { word: '当面都问过' });
  await desk.submit(await desk.open(`/batches/${id}/recruitment`), /\/offers$/);
  const reading = await desk.open(`/batches/${id}/recruitment`);
  const everybody = reading.root
    .querySelectorAll('form[action$="/consents"] input[name=people]')
    .map((tick) => tick.getAttribute('value') ?? '');
  await desk.submit(reading, /\/consents$/, { people: everybody, manner: 'spoken' });
  await desk.submit(await desk.open(`/batches/${id}/recruitment`), /\/selections$/);
  await desk.submit(await desk.open(`/batches/${id}/recruitment`), /\/reserves$/);
  return id;
}

async function go(path: string): Promise<void> {
  await office.goto(`/batches/${batch}${path}`);
}
/** The stage in which the batch stands, once the workflow has had its look. */
async function stage(name: string): Promise<void> {
  for (let i = 0; i < 100; i++) {
    await go('');
    const here = await office.locator('.rail [aria-current="step"]').innerText();
    if (here.includes(name)) return;
    await office.waitForTimeout(100);
  }
  throw new Error(`the batch is not at ${name}`);
}

beforeAll(async () => {
  chromium = await launch();
  server = await Server.onDemoTown();
  batch = await agreed();
  office = (await phone()).page;
  await signIn(office, 'coordinator');
});
afterAll(async () => {
  for (const context of phones) await context.close();
  await chromium.close();
  await server.remove();
  expect(faults).toEqual([]);
});

it('makes the list of papers from what the trade asks for, to be added to', async () => {
  await go('/documents');
  await fits(office);
  for (const paper of ['身份证', '劳动合同', '保险', '照片', '工资卡'])
    expect(await office.locator('nav.chips').innerText()).toContain(paper);
  await office.click('summary:has-text("需要哪些证件")');
  await office.check('input[name=kinds][value=residence_permit]');
  await office.uncheck('input[name=kinds][value=bank_account]');
  await office.click('form[action$="/requirements"] button');
  await office.waitForSelector('nav.chips a:has-text("居住证")');
  expect(await office.locator('nav.chips').innerText()).not.toContain('工资卡');
});

const dayLinks: string[] = [];

it('books two days at the clinic, each filled by whole villages', async () => {
  for (const [capacity, heldOn, booked] of [
    ['32', dayOf(Date.now()), 32],
    ['', addDays(dayOf(Date.now()), 1), 28],
    ['', addDays(dayOf(Date.now()), 1), RESERVES],
  ] as const) {
    await go('/health');
    await office.fill('#heldOn', heldOn);
    await office.fill('#capacity', capacity);
    await office.click('button:has-text("按整村排满")');
    await office.waitForSelector('input[name=people]');
    await fits(office);
    expect(await office.locator('input[name=people]:checked').count()).toBe(booked);
    await office.click('button:has-text("约好")');
    await office.waitForSelector('.people .line a');
  }
  const days = await office
    .locator('a[href^="/exam-days/"]')
    .evaluateAll((links) =>
      links.map((link) => (link as unknown as { pathname: string }).pathname),
    );
  expect(days).toHaveLength(3);
  for (const day of days) {
    await office.goto(day);
    await fits(office);
    await office.click('a:has-text("转发微信")');
    dayLinks.push(await forwarded(office));
  }
});

function open(page: Page) {
  return page.locator('li.line:has(> form > button[value=fit]):not([data-pending])');
}
async function tapFit(page: Page): Promise<void> {
  await open(page).first().locator('> form > button[value=fit]').click();
}

/** Waits until so many have no conclusion yet and nothing is on its way. */
async function left(page: Page, people: number): Promise<void> {
  await expect
    .poll(
      async () => [
        await page.locator('button[value=fit].primary').count(),
        await page.locator('[data-pending]').count(),
      ],
      {
        timeout: 20_000,
        interval: 50,
      },
    )
    .toEqual([people, 0]);
}

let unfit = '';

it('takes the clinic’s conclusions while the network goes and comes back, and loses none', async () => {
  const { page: nurse, context } = await phone();
  await openLink(nurse, dayLinks[0]!);
  await fits(nurse);
  expect(await open(nurse).count()).toBe(32);
  for (let i = 0; i < 8; i++) await tapFit(nurse);
  await left(nurse, 24);
  await context.setOffline(true);
  for (let i = 0; i < 10; i++) await tapFit(nurse);
  await nurse.waitForSelector('#queue:has-text("10 条只存在这台设备上")');
  await fits(nurse);
  // The tab is lost while it all waits on the device; the page is opened again once there is a
  // signal.
  await nurse.close();
  const again = await context.newPage();
  await context.setOffline(false);
  await again.goto(server.url.replace(/\/$/, '') + new URL(nurse.url()).pathname);
  await left(again, 14);
  await again.waitForSelector('#queue', { state: 'hidden' });
  for (let i = 0; i < 3; i++) {
    const line = open(again).first();
    await line.locator('summary').click();
    await line.locator('button[value=recheck]').click();
    await left(again, 13 - i);
  }
  const line = open(again).first();
  unfit = (await line.locator('.name').innerText()).trim();
  await line.locator('summary').click();
  await line.locator('button[value=unfit]').click();
  await left(again, 10);
  for (let i = 0; i < 10; i++) await tapFit(again);
  await left(again, 0);
  await again.waitForSelector('#queue', { state: 'hidden' });

  for (const link of dayLinks.slice(1)) {
    const { page: other } = await phone();
    await openLink(other, link);
    while ((await open(other).count()) > 0) await tapFit(other);
    await left(other, 0);
  }
});

it('has three come again, and fills the place of one whom the clinic did not let go from the reserve', async () => {
  await go('/health');
  expect(await office.locator('input[name=people]').count()).toBe(3);
  await office.click('button:has-text("约好")');
  await office.waitForSelector('.people .line a');
  const day = office.locator('a[href^="/exam-days/"]:has-text("3 人")').first();
  await day.click();
  await office.click('a:has-text("转发微信")');
  const { page: nurse } = await phone();
  await openLink(nurse, await forwarded(office));
  for (let i = 3; i > 0; i--) {
    await tapFit(nurse);
    await left(nurse, i - 1);
  }
  await go('?show=gone');
  // Why is on no list; that the person left is.
  expect(await office.locator('main').innerText()).not.toContain(`${unfit} 不合格`);
  for (let i = 0; i < 60; i++) {
    await go('');
    const line = office.locator('.todo-list li .btn, .waits a').filter({ hasText: /转正|候补/ });
    if (await line.count()) {
      await line.first().click();
      break;
    }
    await office.waitForTimeout(200);
  }
  await office.waitForURL(/\/placements\//);
  const promote = office.locator('form[action$="/promotion"] button');
  if (await promote.count()) await promote.first().click();
  await stage('办证');
});

it('photographs and verifies papers, and lends six originals, each with its receipt', async () => {
  await go('/paper-grid');
  await fits(office);
  expect(await office.locator('.grid tbody tr').count()).toBe(PLACES);
  const people = await office
    .locator('.grid tbody a')
    .evaluateAll((links) =>
      links.map((link) => (link as unknown as { pathname: string }).pathname),
    );
  for (const person of people.slice(0, 3)) {
    await office.goto(person);
    await office.click('summary:has-text("拍证件照片")');
    await office.setInputFiles('#photo', {
      name: 'id.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(jpegWithPlace()),
    });
    await office.click('button:has-text("发送照片")');
    await office.waitForSelector('a[href^="/photos/"]');
    const line = office.locator('.people li.line', {
      has: office.locator('.name', { hasText: /^身份证$/ }),
    });
    await line.locator('button:has-text("已核")').click();
    await line.locator('.tag:has-text("已核")').waitFor();
    await fits(office);
  }
  // Both sides of a card with a dead line: both wait on the phone, and both go once there is a
  // signal.
  await office.goto(people[3]!);
  await office.click('summary:has-text("拍证件照片")');
  await office.context().setOffline(true);
  for (let i = 1; i <= 2; i++) {
    await office.setInputFiles('#photo', {
      name: 'id.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(jpegWithPlace()),
    });
    await office.click('button:has-text("发送照片")');
    await office.waitForSelector(`#queue:has-text("${i} 条只存在这台设备上")`);
  }
  await office.context().setOffline(false);
  await expect
    .poll(() => office.locator('a[href^="/photos/"]').count(), { timeout: 20_000 })
    .toBe(2);
  for (const person of people.slice(10, 16)) {
    await office.goto(person);
    await office.click('summary:has-text("借原件")');
    await office.selectOption('#holder', 'government_hall');
    await office.fill('#keeper', '马建国');
    await office.click('form[action$="/custody"] button:has-text("借出")');
    await office.waitForURL(/receipt$/);
    await fits(office);
  }
  for (const paper of ['id_card', 'contract', 'insurance', 'photo', 'residence_permit']) {
    await go(`/documents?paper=${paper}`);
    const round = office.locator('form[action$="/papers"] button', {
      hasText: /人的.*都已核|都按同意的条件签了合同/,
    });
    if (await round.count()) await round.click();
    await office.waitForSelector('nav.chips');
  }
});

it('opens the gate when the last original is back in its owner’s hands, and not before', async () => {
  await go('/travel');
  await office.click('summary:has-text("添加护送人")');
  await office.fill('#name', '李桂芳');
  await office.fill('#phone', '13800000302');
  await office.click('form[action$="/escorts"] button.primary');
  await office.waitForSelector('.people .name:has-text("李桂芳")');
  const gate = office.locator('form[action$="/manifest"] button:has-text("锁定")');
  for (let lent = 6; lent > 0; lent--) {
    await go('/travel');
    expect(await gate.count()).toBe(0);
    expect(await office.locator('.notice.wait').innerText()).toContain(`${lent}`);
    await go('');
    const lines = office.locator('.todo-list li', { hasText: '原件要归还' });
    expect(await lines.count()).toBe(lent);
    await lines.first().locator('button').click();
    await office.waitForURL(/\/placements\//);
  }
  await stage('护送');
  await go('/travel');
  await gate.click();
  await office.waitForSelector('a:has-text("点名")');
  await server.stop();
  const going = await server.rows.all(placement, {
    batchId: batch,
    recruitment: 'selected',
    exit: null,
  });
  const everybody = (await server.rows.all(placement, { batchId: batch })).map(({ id }) => id);
  const sums = {
    going: going.length,
    concluded: await server.rows.count(examination, { placementId: everybody }),
    back: await server.rows.count(custody, { placementId: everybody, returnedAt: not(null) }),
    photos: await server.rows.count(paperPhoto, { placementId: everybody }),
    locked: await server.rows.count(batchTable, { id: batch, lockedAt: not(null) }),
  };
  // 60 + 4 examined once, three of them twice; nobody's conclusion was lost on the dead line, and
  // none is there twice.
  expect(sums).toEqual({
    going: PLACES,
    concluded: PLACES + RESERVES + 3,
    back: 6,
    photos: 5,
    locked: 1,
  });
});
