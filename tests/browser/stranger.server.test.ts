import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, dayOf } from '../../src/clock.ts';
import { batch, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { consent } from '../../src/pipeline/recruitment/recruitment.tables.ts';
import { idCheckDigit } from '../../src/registry/id-number.ts';
import { toXlsx } from '../../src/sheets/write.ts';
import { aPhone, forwarded, launch, openLink, overflow, signIn } from '../support/chromium.ts';
import { Server } from '../support/server.ts';

/**
 * Somebody new, with a roster of their own and an order of forty: all by thumb, on a phone of 360 x
 * 780.
 */
let browser: Browser;
let server: Server;
let office: Page;
const phones: BrowserContext[] = [];
const faults: string[] = [];
let taps = 0;

async function phone(): Promise<Page> {
  const context = await aPhone(browser, server.url);
  phones.push(context);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  return page;
}
async function tap(selector: string, on = office): Promise<void> {
  taps += 1;
  await on.click(selector);
}
async function fits(page: Page): Promise<void> {
  expect(await overflow(page), page.url()).toBeLessThanOrEqual(0);
}

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), Server.onDemoTown()]);
  office = await phone();
  await signIn(office, 'coordinator');
});
afterAll(async () => {
  for (const context of phones) await context.close();
  await browser.close();
  await server.remove();
  expect(faults).toEqual([]);
});

const SURNAMES = '蒲苟昝逯焦巩储郤'.split('');
const GIVEN = '永福长贵春花秋菊'.split('');
const people = Array.from({ length: 300 }, (_, i) => {
  const body = `620698${1975 + (i % 25)}0${1 + (i % 9)}1${i % 9}${String(100 + i)}`;
  return {
    name: `${SURNAMES[i % 8]}${GIVEN[Math.floor(i / 8) % 8]}${GIVEN[Math.floor(i / 64) % 8]}`,
    // Four of them are wrong, as in any list.
    id: i % 75 === 74 ? body : `${body}${idCheckDigit(body)}`,
    phone: `134${String(10_000_000 + i)}`,
    trade: i % 3 === 0 ? '缝纫工' : '',
    wish: i % 2 === 0 ? '愿意外出' : '在家',
  };
});

async function roster(village: string) {
  return {
    name: '我们镇的名册.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(
      await toXlsx({
        name: '名册',
        title: '2027年外出务工人员花名册',
        columns: [
          {
            heading: '序号',
            width: 6,
            text: (p: (typeof people)[0]) => String(people.indexOf(p) + 1),
          },
          { heading: '务工人员姓名', width: 12, text: (p) => p.name },
          { heading: '公民身份号码', width: 22, text: (p) => p.id },
          { heading: '联系方式', width: 14, text: (p) => p.phone },
          { heading: '所在村', width: 12, text: () => village },
          { heading: '技能', width: 10, text: (p) => p.trade },
          { heading: '外出意愿', width: 10, text: (p) => p.wish },
        ],
        rows: people,
      }),
    ),
  };
}

it('takes a roster of three hundred from a file to the register', async () => {
  await tap('nav.tabs a:has-text("人员")');
  await tap('a:has-text("导入名册")');
  await office.goto('/workers/new');
  const village = await office.locator('#villageId option').first().innerText();
  await office.goto('/workers/import');
  await office.setInputFiles('#file', await roster(village));
  await tap('button:has-text("读取文件")');
  await office.waitForSelector('.chips');
  await fits(office);
  const preview = await office.locator('main').innerText();
  expect(preview).toContain('新增 296');
  expect(preview).toContain('身份证号应为 18 位');
  await tap('button:has-text("确认导入")');
  await office.waitForSelector('.notice:has-text("新增 296 人")');
  await fits(office);
});

it('brings an order of forty to the employer, who confirms it', async () => {
  await tap('nav.tabs a:has-text("用工")');
  await tap('main a.primary');
  await office.selectOption('#trade', 'sewing');
  await office.fill('#headcount', '40');
  await office.fill('#startsOn', addDays(dayOf(Date.now()), 20));
  await office.fill('#site', '工业园 3 号厂房');
  await office.fill('#wageLow', '4800');
  await office.fill('#wageHigh', '5600');
  await fits(office);
  await tap('main form button.primary');
  await office.waitForURL(/\/orders\/\w{26}/);
  await tap('form[action$="/sending"] button');
  const employer = await phone();
  await openLink(employer, await forwarded(office));
  await tap('button:has-text("确认 40 人")', employer);
  await employer.waitForSelector('text=已确认 40 人');
});

it('finds forty, offers, and has them agree: by their own links, and together in the yard', async () => {
  await tap('nav.tabs a:has-text("批次")');
  await tap('.people a:has-text("缝纫工")');
  await tap('.rail li a >> nth=1');
  await fits(office);
  const explained = await office
    .locator('.ticks li')
    .evaluateAll((lines) =>
      lines.map(
        (line) =>
          (line as unknown as { querySelectorAll(s: string): ArrayLike<unknown> }).querySelectorAll(
            '.tag',
          ).length,
      ),
    );
  expect(explained.length).toBeGreaterThanOrEqual(60);
  expect(explained.every((tags) => tags >= 3)).toBe(true);
  await tap('button:has-text("加入前")');
  // Whom something speaks against is put on the list with a word why; that somebody is still to
  // agree is no such thing.
  const doubtful = await office.locator('main .people li').allInnerTexts();
  expect(
    doubtful.every((line) => /不想|低于|走不开|别的工种|评价不好|重新问|在外|缺/.test(line)),
  ).toBe(true);
  await office.fill('#word', '集合时当面问过，都愿意去');
  await tap('button:has-text("写明原因")');
  // What is prepared has told nobody: the links are what comes next.
  await tap('button:has-text("备好条件")');
  await tap('button:has-text("生成链接")');
  await office.waitForSelector('.forward');
  await fits(office);
  const landings = await office
    .locator('.forward textarea')
    .evaluateAll((areas) =>
      areas.map(
        (area) =>
          new URL(/https?:\/\/\S+/.exec((area as unknown as { value: string }).value)![0]).pathname,
      ),
    );
  expect(landings.length).toBeGreaterThanOrEqual(40);
  for (const landing of landings.slice(0, 2)) {
    const worker = await phone();
    await openLink(worker, landing);
    await fits(worker);
    await tap('button:has-text("我同意，我要去")', worker);
    await worker.waitForSelector('text=已收到您的同意');
  }
  await tap('a.back');
  await tap('summary:has-text("当面念条件")');
  const asked = office.locator('form[action$="/consents"] input[type=checkbox]');
  const left = await asked.count();
  for (let i = 0; i < left; i++) {
    taps += 1;
    await asked.nth(i).check();
  }
  await tap('form[action$="/consents"] button:has-text("口头")');
  await office.waitForSelector('button:has-text("选定")');
  await tap('button:has-text("选定")');
  await office.waitForSelector('.rail, h1');
  expect(await office.locator('main').innerText()).toContain('40');
  await server.stop();
  const { id } = await server.rows.last(batch);
  const everybody = await server.rows.all(placement, { batchId: id });
  expect(everybody.filter(({ recruitment }) => recruitment === 'selected')).toHaveLength(40);
  const theirs = { placementId: everybody.map((each) => each.id) };
  expect(await server.rows.count(consent, theirs)).toBeGreaterThanOrEqual(40);
  // Measured in taps, which no machine's speed changes: three seconds each leave it well under ten
  // minutes.
  expect(taps).toBeLessThan(200);
});
