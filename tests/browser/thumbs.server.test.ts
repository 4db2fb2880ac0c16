import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCOUNTS, DEMO_PASSWORD } from '../../scripts/seed/town.ts';
import { Browser as Visitor, forwardedIn } from '../../scripts/story/browser.ts';
import { batch, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { jobOrder } from '../../src/pipeline/demand/demand.tables.ts';
import { examDay } from '../../src/pipeline/health/health.tables.ts';
import { escort } from '../../src/pipeline/travel/travel.tables.ts';
import { aPhone, launch, openLink } from '../support/chromium.ts';
import { theBatch } from '../support/server-rows.ts';
import { Server } from '../support/server.ts';

/**
 * What a thumb needs of a target, in px: WCAG 2.2, 2.5.8 asks for 24; gloves and glare ask for
 * more.
 */
const LEAST_HEIGHT = 44;
const LEAST_GAP = 8;

let browser: Browser;
let server: Server;
const links: Record<string, string> = {};

/** For whom a link can be made, of each purpose one. */
async function whoHasALink() {
  const { rows } = server;
  const boarding = (await theBatch(server, 3)).id;
  const open = (await rows.all(batch, { status: 'open' })).map(({ id }) => id);
  const offered = { batchId: open, exit: null, recruitment: 'offered' } as const;
  return {
    clinic: (await rows.last(examDay, { finishedAt: null, cancelledAt: null })).id,
    escort: (await rows.first(escort, { batchId: boarding, replacedAt: null })).id,
    employer: (await rows.first(jobOrder, { state: 'sent' })).id,
    worker: (await rows.first(placement, offered)).workerId,
  };
}

beforeAll(async () => {
  browser = await launch();
  server = await Server.onDemoTown();
  const subjects = await whoHasALink();
  const office = new Visitor(server.url);
  const coordinator = ACCOUNTS.find(({ role }) => role === 'coordinator')!;
  const typed = { phone: coordinator.phone, password: DEMO_PASSWORD };
  await office.submit(await office.open('/sign-in'), '/sign-in', typed);
  for (const [purpose, subjectId] of Object.entries(subjects))
    links[purpose] = forwardedIn(await office.post('/links', { purpose, subjectId }));
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

async function opened(who: string, context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await openLink(page, links[who]!);
  if (who === 'escort') await page.waitForSelector('#roll[data-ready]');
  return page;
}

/** Targets that are too low, and pairs that nearly touch, by their words; every fold is open. */
function unreachable(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const targets = [...document.querySelectorAll('main :is(button, .btn, summary, select, input)')].filter(
      (each) => each.checkVisibility() && !each.matches('[type=checkbox]') && !each.closest('.bar, .answers'),
    );
    const words = (of) => of.textContent.trim().slice(0, 16);
    const found = [];
    targets.forEach((one, i) => {
      const a = one.getBoundingClientRect();
      if (a.height < ${LEAST_HEIGHT} - 0.5) found.push(words(one) + ': ' + Math.round(a.height) + ' px high');
      for (const other of targets.slice(i + 1)) {
        const b = other.getBoundingClientRect();
        const between = Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
        if (between < ${LEAST_GAP} - 0.5)
          found.push(words(one) + ' | ' + words(other) + ': ' + Math.round(between) + ' px between');
      }
    });
    return found;
  })()`);
}

describe.each(['zh-CN', 'en'])('what a thumb reaches, in %s', (lang) => {
  it.each(['clinic', 'escort', 'employer', 'worker'])(
    'is high enough and apart for the %s',
    async (who) => {
      const context = await aPhone(browser, server.url, { lang });
      const page = await opened(who, context);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await unreachable(page)).toEqual([]);
      await context.close();
    },
  );

  it('is the answer and the voice for a worker, without scrolling', async () => {
    const context = await aPhone(browser, server.url, { lang });
    const page = await opened('worker', context);
    const bottom = async (selector: string): Promise<number> => {
      const box = await page.locator(selector).first().boundingBox();
      return box === null ? Infinity : box.y + box.height;
    };
    expect(await bottom('[data-speak]')).toBeLessThan(780);
    expect(await bottom('form[action$="/consent"] button')).toBeLessThanOrEqual(780);
    await context.close();
  });

  it('is the confirmation of an employer, without scrolling', async () => {
    const context = await aPhone(browser, server.url, { lang });
    const page = await opened('employer', context);
    const box = await page.locator('button[value=confirm]').boundingBox();
    expect(box!.y + box!.height).toBeLessThanOrEqual(780);
    await context.close();
  });
});

it.each(['zh-CN', 'en'])(
  'leaves the list where it is while things happen around it, in %s',
  async (lang) => {
    const context = await aPhone(browser, server.url, { lang });
    const page = await opened('escort', context);
    const top = (): Promise<number> =>
      page.evaluate<number>(
        "document.querySelector('#lines').getBoundingClientRect().top + scrollY",
      );
    const before = await top();
    const board = page.locator('#lines button[value=boarded]').first();
    await board.click();
    await page.waitForSelector('#signal .calm');
    expect(await top(), 'after a tap that was sent').toBe(before);
    await context.setOffline(true);
    await board.click();
    await page.waitForSelector('#signal [data-send]');
    expect(await top(), 'with a tap that waits').toBe(before);
    await page.waitForSelector(
      `#signal :text("${{ 'zh-CN': '没有信号', en: 'No signal' }[lang]}")`,
    );
    expect(await top(), 'with a tap that could not be sent').toBe(before);
    await context.setOffline(false);
    await page.route('**/entries', (route) => route.fulfill({ status: 502, body: 'Bad Gateway' }));
    await page.click('#signal [data-send]');
    await page.waitForSelector('#why .hint');
    expect(await top(), 'with a gateway in the way').toBe(before);
    await context.setOffline(true);
    while ((await board.count()) > 0) await board.click();
    await page.waitForSelector('#ends summary');
    expect(await top(), 'when everybody is called and the departure can be said').toBe(before);
    await context.close();
  },
);

describe('parts of a phone that are there and broken', () => {
  it('says so where a voice never begins', async () => {
    const context = await aPhone(browser, server.url);
    await context.addInitScript('speechSynthesis.speak = () => undefined;');
    const page = await opened('worker', context);
    await page.click('[data-speak]');
    await page.waitForSelector('[data-mute]:not([hidden])');
    expect(await page.innerText('[data-mute]')).toContain('不会朗读');
    await context.close();
  });

  it('says so where asking for a voice fails', async () => {
    const context = await aPhone(browser, server.url, { lang: 'en' });
    await context.addInitScript('delete globalThis.SpeechSynthesisUtterance;');
    const page = await opened('worker', context);
    await page.click('[data-speak]');
    await page.waitForSelector('[data-mute]:not([hidden])');
    await context.close();
  });

  it('counts whoever is tapped where the phone cannot shake', async () => {
    const context = await aPhone(browser, server.url);
    await context.addInitScript('navigator.vibrate = () => { throw new Error("no motor"); };');
    const page = await opened('escort', context);
    await page.click('[data-filter=done]');
    const undo = page.locator('#lines button[value=undo]').first();
    const before = await page.innerText('#tally');
    await undo.click();
    await expect.poll(() => page.innerText('#tally')).not.toBe(before);
    await context.close();
  });
});
