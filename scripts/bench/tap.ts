/**
 * How long a thumb waits in a roll call: from the tap to the changed count, on a slow phone,
 * offline, in real Chromium.
 */
import { demoCode } from '../seed/town.ts';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { newestChromium } from '../newest-chromium.ts';
import { DEMO_PASSWORD } from '../seed/town.ts';
import type { Town } from './server.ts';

/** How many times slower than this machine's processor the phone's is. */
const SLOWER = 6;

/**
 * Taps everybody of a roster on board, one after the other.
 * @returns milliseconds from each tap to the changed count
 */
export async function tapTimes(town: Town, people: number): Promise<number[]> {
  const browser = await chromium.launch({
    executablePath: newestChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const context = await browser.newContext({
      baseURL: town.url,
      viewport: { width: 360, height: 780 },
      locale: 'zh-CN',
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    await openRollCall(page);
    await enlarge(page, people);
    await slowDown(context, page);
    return await page.evaluate<number[]>(tapEverybody(people));
  } finally {
    await browser.close();
  }
}

/** As the coordinator does: signs in, takes the escort's link from the batch, and opens it. */
async function openRollCall(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.fill('#phone', '13900000002');
  await page.fill('#password', DEMO_PASSWORD);
  await page.click('main button.primary');
  await page.waitForURL('**/today');
  await page.goto('/batches');
  await page
    .locator(`.people a:has-text("${demoCode(3, Date.now())}")`)
    .first()
    .click();
  await page.waitForURL(/\/batches\/\w{26}$/);
  await page.goto(`${page.url()}/travel`);
  await page.locator('a:has-text("转发微信")').first().click();
  const text = await page.locator('.forward textarea').inputValue();
  await page.goto(new URL(/https?:\/\/\S+\/l\/[\w-]+/.exec(text)![0]).pathname);
  await page.click('main button.primary');
  await page.waitForSelector('#roll[data-ready]');
}

async function enlarge(page: Page, people: number): Promise<void> {
  await page.route('**/g/*', async (route) => {
    if (route.request().method() !== 'GET') return route.abort();
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: crowded(await answer.text(), people) });
  });
  // What is sent goes nowhere, as in a tunnel: everything that was tapped so far waits on the
  // phone.
  await page.route('**/g/*/entries', (route) => route.abort());
  await page.reload();
  await page.waitForSelector('#roll[data-ready]');
}

type Roster = { people: { id: string; code: string }[] };

/**
 * The page of an escort as it is, with its people listed again and again until there are so many.
 */
function crowded(html: string, people: number): string {
  return html.replace(/(<script id="roll-roster"[^>]*>)([^<]*)/, (_, tag: string, json: string) => {
    const roster = JSON.parse(json) as Roster;
    const listed = Array.from({ length: people }, (__, i) => {
      const one = roster.people[i % roster.people.length]!;
      return {
        ...one,
        travel: 'expected',
        roll: {},
        id: `${one.id.slice(0, 20)}${String(i).padStart(6, '0')}`,
      };
    });
    const many = JSON.stringify({
      ...roster,
      departedAt: null,
      arrivedAt: null,
      phones: {},
      people: listed,
    });
    return `${tag}${many}`;
  });
}

async function slowDown(context: BrowserContext, page: Page): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

/** What the page itself runs, so that nothing but its own work lies between tap and count. */
function tapEverybody(people: number): string {
  return `(async () => {
      const times = [];
      const all = { childList: true, characterData: true, subtree: true };
      for (let n = 0; n < ${people}; n++) {
        const button = document.querySelector('#lines li button[value="boarded"].primary');
        const count = document.querySelector('#tally');
        const changed = new Promise((resolve) => {
          new MutationObserver((_, watching) => {
            watching.disconnect();
            resolve(performance.now());
          }).observe(count, all);
        });
        const tapped = performance.now();
        button.click();
        times.push((await changed) - tapped);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return times;
    })()`;
}
