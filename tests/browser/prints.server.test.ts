import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPhone, launch, signIn } from '../support/chromium.ts';
import { fillTheBus, FULL_BUS, LONG_EMPLOYER, LONG_NAMES, LONG_SITE } from '../support/full-bus.ts';
import { Server } from '../support/server.ts';

/** Those that may go on over several pages. */
const RUNNING = ['cards', 'roster', 'send-off-list', 'handover-note', 'journey-report'];
const SHEETS = [...RUNNING, 'seat-plan', 'vehicle-sheets', 'paper-sheets'];
/** What is between the margins of an A4 page. */
const PAPER = { width: 680, height: 1020 };

let browser: Browser;
let server: Server;

beforeAll(async () => {
  browser = await launch();
  server = await Server.onDemoTown({ prepare: fillTheBus });
}, 240_000);
afterAll(async () => {
  await browser.close();
  await server.remove();
});

async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length;
}

/**
 * What would be printed beyond the right margin, too light for black ink, or of no use on paper.
 */
const FAULTS = `(() => {
  const faults = [];
  const luminance = (color) => {
    const [r, g, b] = color.match(/[\\d.]+/g).map((each) => (each / 255) ** 2.2);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = getComputedStyle(document.body).backgroundColor;
  if (luminance(paper) < 1) faults.push('paper of ' + paper);
  for (const each of document.body.querySelectorAll('*')) {
    const { width, height, right } = each.getBoundingClientRect();
    if (width === 0 || height === 0) continue;
    const says = each.localName + '.' + each.className + ' ' + each.textContent.trim().slice(0, 30);
    if (each.matches('nav, button, .btn, header *:not(b)')) faults.push('printed ' + says);
    if (right > innerWidth + 1) faults.push('cut off ' + says);
    const hasText = [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    if (hasText && luminance(getComputedStyle(each).color) > 0.2) faults.push('light ' + says);
  }
  return faults;
})()`;

describe.each([
  { lang: 'zh-CN', total: '合计 55 人', door: '座位表' },
  { lang: 'en', total: '55 people in all', door: 'Seats' },
])('in $lang', ({ lang, total, door }) => {
  let page: Page;
  let batch: string;
  const open = async (sheet: string): Promise<void> => {
    await page.goto(`${batch}/${sheet}`);
  };
  const styleOf = (selector: string, property: string): Promise<string> =>
    page.evaluate<string>(`getComputedStyle(document.querySelector('${selector}')).${property}`);
  const departs = lang === 'en' ? /Departs \w{3} \d/ : /\d+月\d+日\(周.\)出发/;

  beforeAll(async () => {
    const context = await aPhone(browser, server.url, { lang, dark: true });
    page = await context.newPage();
    await signIn(page, 'coordinator');
    await page.goto('/batches');
    batch =
      (await page.locator(`.people a:has-text("${FULL_BUS}")`).first().getAttribute('href')) ?? '';
    await page.setViewportSize(PAPER);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  }, 60_000);
  afterAll(() => page.context().close());

  it('puts a coach of 55 seats on one page, whatever the names', async () => {
    await open('seat-plan');
    expect(await page.locator('.seats li').count()).toBe(55);
    const text = await page.innerText('main');
    expect(text).toContain(`${door} ${FULL_BUS}`);
    for (const name of LONG_NAMES) expect(text).toContain(name);
    expect(await pagesOf(page)).toBe(1);
  });

  it.each(SHEETS)(
    'prints %s dark on light, within its margins, with its batch and without buttons',
    async (sheet) => {
      await open(sheet);
      expect(await page.evaluate<string[]>(FAULTS)).toEqual([]);
      const text = await page.innerText('main');
      expect(text).toContain(FULL_BUS);
      expect(text).toContain(LONG_EMPLOYER);
      if (sheet !== 'paper-sheets') expect(text).toMatch(departs);
      if (!RUNNING.includes(sheet)) return;
      // The heading of a table stands on each page that the table goes on over.
      expect(await page.locator('.pages > thead').innerText()).toContain(LONG_EMPLOYER);
      expect(await styleOf('.pages > thead', 'display')).toBe('table-header-group');
    },
  );

  it('tells on each card where its owner goes', async () => {
    await open('cards');
    const cards = await page.locator('.cut-cards li').allInnerTexts();
    expect(cards).toHaveLength(55);
    for (const card of cards) {
      expect(card).toContain(LONG_EMPLOYER);
      expect(card).toContain(LONG_SITE);
      expect(card).toMatch(departs);
    }
  });

  it('ends the send-off list with the number of people', async () => {
    await open('send-off-list');
    expect(await page.locator('.total').innerText()).toBe(total);
  });

  it('ends the roster with its sum, and with squares that name the batch and are never alone', async () => {
    await open('roster');
    const end = page.locator('.roster tbody').last();
    expect(await end.locator('.total').innerText()).toContain(total);
    for (const square of await end.locator('.takeovers li').allInnerTexts()) {
      expect(square).toContain(FULL_BUS);
      expect(square).toContain(LONG_EMPLOYER);
      expect(square).toMatch(departs);
    }
    expect(await end.locator('.takeovers li').count()).toBe(2);
    expect(await end.locator('td.box').count()).toBe(6);
    expect(await styleOf('.roster tbody:last-child', 'breakInside')).toBe('avoid');
  });
});
