import { Buffer } from 'node:buffer';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeOn } from '../support/axe.ts';
import { aPhone, forwarded, launch, openLink, overflow, signIn } from '../support/chromium.ts';
import { markupFaults } from '../support/markup.ts';
import { jpeg } from '../support/photos.ts';
import { Server } from '../support/server.ts';

let browser: Browser;
let server: Server;
const addresses: string[] = [];
const landings: string[] = [];

function hrefs(page: Page, selector: string): Promise<string[]> {
  return page
    .locator(selector)
    .evaluateAll((links) =>
      links.map((link) => (link as unknown as { pathname: string }).pathname),
    );
}

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), Server.onDemoTown()]);
  const context = await aPhone(browser, server.url, { script: false });
  const page = await context.newPage();
  await signIn(page, 'coordinator');
  addresses.push(
    '/today',
    '/batches',
    '/batches?show=ended',
    '/workers',
    '/workers?q=wang',
    '/workers?q=zzzz',
    '/workers/new',
    '/workers/import',
    '/workers?trade=welding&availability=wants&from=18&to=45',
    '/workers/likenesses',
    '/workers/corrections',
  );
  addresses.push(
    '/orders',
    '/orders/new',
    '/employers',
    '/employers/new',
    '/settings',
    '/inbox',
    '/visits',
    '/cases',
    '/account/password',
    '/nowhere',
  );
  await page.goto('/batches');
  for (const batch of await hrefs(page, '.people a')) {
    addresses.push(batch);
    await page.goto(batch);
    const stages = await hrefs(page, '.rail a');
    if (addresses.length < 54)
      addresses.push(
        ...stages,
        `${batch}/roll-call`,
        `${batch}/roster`,
        `${batch}/cards`,
        `${batch}/vehicle-sheets`,
        `${batch}/seat-plan`,
        `${batch}/handover-note`,
        `${batch}/journey-report`,
        `${batch}/send-off-list`,
        `${batch}/costs`,
        `${batch}/redirection`,
        `${batch}/history`,
        `${batch}/cancellation`,
      );
    await page.goto(`${batch}?show=all`);
    const [person] = await hrefs(page, '#people .people a');
    if (person) addresses.push(person);
  }
  for (const list of ['/workers', '/orders', '/employers', '/visits', '/cases']) {
    await page.goto(list);
    const [one] = await hrefs(page, '.people a');
    if (one) addresses.push(one);
    if (one && list === '/orders') addresses.push(`${one}/amendment`);
    if (one && list === '/workers') addresses.push(`${one}/edit`, `${one}/wish`, `${one}/erasure`);
  }
  for (const [batch, stage] of [
    ['松江长青农业', 0],
    ['东莞永固建设', 2],
    ['昆山顺达精密', 4],
  ] as const) {
    await page.goto('/batches');
    await page.click(`.people a:has-text("${batch}")`);
    await page.click(`.rail li a >> nth=${stage}`);
    await page.click('a:has-text("转发微信")');
    landings.push(await forwarded(page));
  }
  addresses.push(new URL(page.url()).pathname);
  for (const [file, address] of [
    ['08-contradictions.xlsx', ''],
    ['21-unknown-headings.xlsx', ''],
    ['01-plain.xlsx', '?show=refused'],
  ] as const) {
    await page.goto('/workers/import');
    await page.setInputFiles('#file', `tests/registry/rosters/${file}`);
    await page.click('main form button.primary');
    await page.waitForURL(/imports/);
    addresses.push(new URL(page.url()).pathname + address);
  }
  await page.goto('/batches');
  await page.click('.people a:has-text("东莞永固建设")');
  await page.click('.rail li a >> nth=2');
  addresses.push(...(await hrefs(page, 'a[href^="/exam-days/"]')));
  await page.goto('/batches');
  await page.click('.people a:has-text("苏州恒泰电子")');
  await page.waitForSelector('.rail');
  const papers = new URL(page.url()).pathname;
  addresses.push(...['paper-grid', 'lacking', 'paper-sheets'].map((part) => `${papers}/${part}`));
  await page.goto(`${papers}/paper-grid`);
  const [person = ''] = await hrefs(page, '.grid tbody a');
  await page.goto(person);
  await page.click('summary:has-text("拍证件照片")');
  await page.setInputFiles('#photo', {
    name: 'p.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from(jpeg()),
  });
  await page.click('button:has-text("发送照片")');
  await page.waitForSelector('a[href^="/photos/"]');
  addresses.push(...(await hrefs(page, 'a[href^="/photos/"]')));
  await page.click('summary:has-text("登记合同")');
  await page.fill('#wage', '3000');
  await page.fill('#signedOn', '2026-11-20');
  await page.click('form[action$="/contract"] button');
  await page.waitForSelector('.notice.wait');
  await page.click('summary:has-text("借原件")');
  await page.fill('#keeper', '马建国');
  await page.click('form[action$="/custody"] button:has-text("借出")');
  await page.waitForURL(/receipt$/);
  addresses.push(person, new URL(page.url()).pathname);
  await page.goto(person);
  await page.click('form[action="/links"] button');
  landings.push(await forwarded(page));
  await context.close();
});
afterAll(async () => {
  await browser.close();
  await server.remove();
});

/** What another colour or another language can spoil; all else is the same markup. */
const OF_LOOKS = [
  'color-contrast',
  'link-in-text-block',
  'html-has-lang',
  'valid-lang',
  'label',
  'button-name',
  'link-name',
];

/**
 * Each page once, and every batch: what else may differ from one page to the next of its kind is
 * not its looks.
 */
function ofEachKind(all: readonly string[]): string[] {
  const kinds = all.map((address) =>
    /^\/batches\/\w{26}$/.test(address) ? address : address.replaceAll(/\w{26}/g, 'id'),
  );
  return all.filter((_, i) => kinds.indexOf(kinds[i]!) === i);
}

describe.concurrent.each([
  ['light, in Chinese', { dark: false, lang: 'zh-CN' }, null],
  ['dark, in English', { dark: true, lang: 'en-GB' }, OF_LOOKS],
] as const)('%s', (_name, look, rules) => {
  it('has nothing against it for axe, and never scrolls sideways, on any page of the station', async () => {
    const context = await aPhone(browser, server.url, look);
    const page = await context.newPage();
    const faultsOf = await axeOn(page);
    const faults: Record<string, string[]> = {};
    // Of each page as it is sent, before any script, and as it is shown.
    const look_ = async (address: string) => {
      const sent = await page.goto(address);
      const found = [
        ...(rules ? [] : await markupFaults(await sent!.text())),
        ...(await faultsOf(rules)),
      ];
      const over = await overflow(page);
      if (over > 0) found.push(`sticks out by ${over} px`);
      if (found.length > 0) faults[address] = found;
    };
    await look_('/sign-in');
    await signIn(page, 'coordinator');
    for (const address of rules ? ofEachKind(addresses) : addresses) {
      await look_(address);
    }
    await page.context().clearCookies();
    await signIn(page, 'admin');
    for (const address of ['/settings', '/audit']) {
      await look_(address);
    }
    await context.close();
    expect(faults).toEqual({});
    expect(addresses.length).toBeGreaterThan(50);
  });

  it('has nothing against it on the pages behind links', async () => {
    for (const landing of landings) {
      const context = await aPhone(browser, server.url, look);
      const page = await context.newPage();
      const faultsOf = await axeOn(page);
      await page.goto(landing);
      expect(await faultsOf(rules), landing).toEqual([]);
      await openLink(page, landing);
      expect(await faultsOf(rules), page.url()).toEqual([]);
      if (!rules)
        expect(await markupFaults(await (await page.reload())!.text()), page.url()).toEqual([]);
      expect(await overflow(page), page.url()).toBeLessThanOrEqual(0);
      const own = new URL(page.url()).pathname;
      for (const part of own.startsWith('/w/') ? ['/data', '/wish', '/terms'] : []) {
        const sent = await page.goto(own + part);
        if (!rules) expect(await markupFaults(await sent!.text()), page.url()).toEqual([]);
        expect(await faultsOf(rules), page.url()).toEqual([]);
        expect(await overflow(page), page.url()).toBeLessThanOrEqual(0);
      }
      await context.close();
    }
  });
});
