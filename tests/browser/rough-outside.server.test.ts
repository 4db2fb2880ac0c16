import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { batch, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { examBooking, examDay } from '../../src/pipeline/health/health.tables.ts';
import { rollEntry } from '../../src/pipeline/travel/roll-call/roll-call.tables.ts';
import { aPhone, forwarded, launch, openLink, signIn } from '../support/chromium.ts';
import { type Answers, Front } from '../support/front.ts';
import { addLike, touch } from '../support/server-rows.ts';
import { Server } from '../support/server.ts';

/** A loaded machine is slow, not wrong. */
const PATIENT = { timeout: 60_000, interval: 100 };
const HOUR = 3_600_000;

let browser: Browser;
let server: Server;
let front: Front;
let office: Page;
const landings = { clinic: '', escort: '', employer: '', worker: '' };
const contexts: BrowserContext[] = [];

/**
 * How many hours the phone's clock is off, as the page sees it; it can be set while the page lives.
 */
const CLOCK = `(() => {
  const real = Date.now;
  const off = () => Number(localStorage.getItem('test-clock') ?? 0);
  Date.now = () => real() + off();
})()`;

async function phone(): Promise<BrowserContext> {
  const context = await aPhone(browser, front.url);
  await context.addInitScript(CLOCK);
  contexts.push(context);
  return context;
}

/** Books forty people for the clinic's day, as like as the ones who are on it. */
async function bookForty(stopped: Server): Promise<void> {
  const { rows } = stopped;
  const batches = (await rows.all(batch, { stage: 'health' })).map(({ id }) => id);
  const { id: examDayId, batchId } = await rows.last(examDay, { batchId: batches });
  const booked = (await rows.all(examBooking, { examDayId })).map((each) => each.placementId);
  const model = await rows.first(placement, { id: booked, exit: null });
  for (const { id } of await addLike(stopped, model, 40))
    await rows.add(examBooking, { id: `B${id.slice(1)}`, examDayId, placementId: id });
  await touch(stopped, batchId);
}

beforeAll(async () => {
  browser = await launch(['--ignore-certificate-errors']);
  server = await Server.onDemoTown({ prepare: bookForty });
  front = await Front.before(server.url);
  office = await (await aPhone(browser, server.url)).newPage();
  await signIn(office, 'coordinator');
  const forward = async (employer: string, stage: number): Promise<string> => {
    await office.goto('/batches');
    await office.click(`.people a:has-text("${employer}")`);
    await office.waitForSelector('.rail');
    await office.click(`.rail li a >> nth=${stage}`);
    await office.locator('a:has-text("转发微信")').first().click();
    return forwarded(office);
  };
  landings.clinic = await forward('东莞永固建设', 2);
  landings.escort = await forward('昆山顺达精密', 4);
  landings.employer = await forward('松江长青农业', 0);
  await office.goto('/batches');
  await office.click('.people a:has-text("义乌安通物流")');
  await office.click('.chips a:has-text("应征")');
  await office.click('#people .people li:has(.tag:has-text("等待答复")) a');
  await office.click('form[action="/links"] button');
  landings.worker = await forwarded(office);
}, 240_000);
afterEach(async () => {
  front.answers = 'station';
  for (const context of contexts.splice(0)) await context.close();
});
afterAll(async () => {
  await browser.close();
  await front.close();
  await server.remove();
});

function isKept(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(
    'Promise.all([caches.match(location.pathname), ...[...document.scripts].map((script) => caches.match(script.src))]).then((kept) => kept.every(Boolean) && navigator.serviceWorker.controller !== null)',
  );
}

async function opened(context: BrowserContext, landing: string): Promise<Page> {
  const page = await context.newPage();
  await openLink(page, landing);
  await expect.poll(() => isKept(page), PATIENT).toBe(true);
  return page;
}

function openLines(page: Page) {
  return page.locator('li[data-line][data-open="yes"]');
}
function bar(page: Page) {
  return page.locator('#queue');
}

/** What the station has of somebody, asked from the clinic's own page by another device. */
async function isOnRecord(name: string): Promise<boolean> {
  const other = await (await phone()).newPage();
  await openLink(other, landings.clinic);
  const tags = await other
    .locator(`li[data-line]:has(.name:text-is("${name}")) > .tag`)
    .allInnerTexts();
  await other.context().close();
  contexts.pop();
  return tags.includes('合格');
}

describe('a clinic', () => {
  it.each<Answers>(['gateway', 'not found', 'bad gateway', 'nobody'])(
    'loses nothing while not the station answers, but: %s',
    async (answers) => {
      const context = await phone();
      const page = await opened(context, landings.clinic);
      const name = await openLines(page).first().locator('.name').innerText();
      front.answers = answers;
      await openLines(page).first().locator('> form button').click();
      await expect.poll(() => bar(page).innerText(), PATIENT).toContain('1 条只存在这台设备上');
      // Loaded anew by somebody who wonders: the list is there, and says what was said.
      await page.reload();
      const line = page.locator(`li[data-line]:has(.name:text-is("${name}"))`);
      await expect.poll(() => line.getAttribute('data-pending'), PATIENT).toContain('合格');
      front.answers = 'station';
      await page.evaluate<void>("void dispatchEvent(new Event('online'))");
      await expect.poll(() => line.locator('> .tag').innerText(), PATIENT).toBe('合格');
      expect(await isOnRecord(name)).toBe(true);
    },
  );

  it('is shown whom the list holds now: whoever was booked since, in their place, and nobody who no longer is', async () => {
    const page = await opened(await phone(), landings.clinic);
    const names = () => page.locator('li[data-line] .name').allInnerTexts();
    const before = await names();
    expect(before.length).toBeGreaterThan(3);
    // As this page would be, had it been opened before the last booking.
    await page.evaluate<void>(`(() => {
      const [first, second, third] = document.querySelectorAll('li[data-line]');
      const gone = third.cloneNode(true);
      gone.setAttribute('data-line', '01KNOBODY');
      gone.querySelector('.name').textContent = '不在单上';
      first.before(gone);
      second.remove();
      document.querySelector('[data-version]').dataset.version = 'earlier';
    })()`);
    await page.evaluate<void>("void dispatchEvent(new Event('online'))");
    await expect.poll(names, PATIENT).toEqual(before);
  });

  it('keeps what was tapped in the moment in which the tab was closed', async () => {
    const context = await phone();
    const names: string[] = [];
    for (let i = 0; i < 3; i++) {
      const page = await opened(context, landings.clinic);
      const line = openLines(page).first();
      names.push(await line.locator('.name').innerText());
      front.answers = 'nobody';
      await page.evaluate<void>(
        `document.querySelector('li[data-open=yes] > form button').click(); window.stop()`,
      );
      await page.close({ runBeforeUnload: false });
      front.answers = 'station';
      const again = await context.newPage();
      await again.goto(new URL(page.url()).pathname);
      await expect
        .poll(
          () =>
            again
              .locator(`li[data-line]:has(.name:text-is("${names.at(-1)}")) > .tag`)
              .allInnerTexts(),
          PATIENT,
        )
        .toContain('合格');
      await again.close();
    }
    expect(new Set(names).size).toBe(3);
  });

  it('is told to open its link again where the browser forgot it, and sends all of it then', async () => {
    const context = await phone();
    const page = await opened(context, landings.clinic);
    const name = await openLines(page).first().locator('.name').innerText();
    await context.clearCookies();
    await openLines(page).first().locator('> form button').click();
    await expect.poll(() => bar(page).innerText(), PATIENT).toContain('再点一次收到的链接');
    await openLink(page, landings.clinic);
    await expect.poll(() => isOnRecord(name), PATIENT).toBe(true);
  });

  it(
    'marks forty people without a signal on a screen of 360 x 640, each in reach',
    { timeout: 180_000 },
    async () => {
      const context = await phone();
      const page = await opened(context, landings.clinic);
      await page.setViewportSize({ width: 360, height: 640 });
      const total = await openLines(page).count();
      expect(total).toBeGreaterThan(25);
      front.answers = 'nobody';
      // One is found at once, by the name as somebody spaces it, without a signal too.
      const wanted = await openLines(page).last().locator('.name').innerText();
      await page.fill('#find', [...wanted].join(' '));
      await expect
        .poll(() => page.locator('li[data-line]:visible .name').allInnerTexts(), PATIENT)
        .toContain(wanted);
      expect(await page.locator('li[data-line]:visible').count()).toBeLessThan(5);
      await page.fill('#find', '');
      await page.locator('[data-show-only="done"]').click();
      await expect
        .poll(() => openLines(page).and(page.locator(':visible')).count(), PATIENT)
        .toBe(0);
      await page.locator('[data-show-only="open"]').click();
      for (let i = 0; i < total; i++) {
        const button = page
          .locator('li[data-line][data-open="yes"]:not([data-pending]) > form button')
          .first();
        // A real tap: it fails where something lies over the button.
        await button.click({ timeout: 10_000 });
      }
      expect((await bar(page).boundingBox())!.height).toBeLessThan(200);
      await page.reload();
      await expect.poll(() => page.locator('li[data-pending]').count(), PATIENT).toBe(total);
      front.answers = 'station';
      await page.evaluate<void>("void dispatchEvent(new Event('online'))");
      await expect.poll(() => openLines(page).count(), PATIENT).toBe(0);
      await expect
        .poll(() => page.locator('[data-part=left]').innerText(), PATIENT)
        .toContain('还有 0 人');
    },
  );
});

describe('an escort', () => {
  const tally = (page: Page) => page.innerText('#tally');
  const signal = (page: Page) => page.innerText('#signal');
  const ready = (page: Page) => page.waitForSelector('#roll[data-ready]');
  const boarded = async (page: Page): Promise<number> => Number((await tally(page)).split('/')[0]);
  const board = (page: Page) => page.locator('#lines button[value="boarded"]').first().click();

  it.each<Answers>(['gateway', 'not found', 'bad gateway'])(
    'goes on while not the station answers, but: %s',
    async (answers) => {
      const page = await opened(await phone(), landings.escort);
      await ready(page);
      const before = await boarded(page);
      front.answers = answers;
      await board(page);
      await expect.poll(() => signal(page), PATIENT).toContain('没送到');
      await page.reload();
      await ready(page);
      expect(await boarded(page)).toBe(before + 1);
      expect(await signal(page)).toContain('1 条只在这部手机里');
      front.answers = 'station';
      await page.click('button[data-send]');
      await expect.poll(() => signal(page), PATIENT).toContain('都已上传');
      // Taken back, for whoever calls next.
      await page.waitForTimeout(800);
      await page.click('button[data-undo-last]');
      await expect.poll(() => boarded(page), PATIENT).toBe(before);
      await expect.poll(() => signal(page), PATIENT).toContain('都已上传');
    },
  );

  it('keeps its roster and its taps where the browser forgot the link', async () => {
    const context = await phone();
    const page = await opened(context, landings.escort);
    await ready(page);
    const before = await boarded(page);
    await context.clearCookies();
    await board(page);
    await expect.poll(() => page.innerText('#why'), PATIENT).toContain('再点一次收到的链接');
    expect(await page.locator('#lines li').count()).toBeGreaterThan(0);
    await openLink(page, landings.escort);
    await ready(page);
    await expect.poll(() => signal(page), PATIENT).toContain('都已上传');
    expect(await boarded(page)).toBe(before + 1);
  });

  it('keeps a tap whose tab is closed in the same instant', async () => {
    const context = await phone();
    let page = await opened(context, landings.escort);
    await ready(page);
    const address = new URL(page.url()).pathname;
    for (let i = 0; i < 3; i++) {
      const before = await boarded(page);
      front.answers = 'nobody';
      const closing = page
        .evaluate<void>(`document.querySelector('#lines button[value="boarded"]').click()`)
        .catch(() => undefined);
      await page.close();
      await closing;
      front.answers = 'station';
      page = await context.newPage();
      await page.goto(address);
      await ready(page);
      await expect.poll(() => boarded(page), PATIENT).toBe(before + 1);
    }
  });

  it.each([-26, 26])(
    'says when it was, with a clock that is %s hours off at the tap and right when it sends',
    async (hours) => {
      const page = await opened(await phone(), landings.escort);
      await ready(page);
      await page.evaluate<void>(`localStorage.setItem('test-clock', '${hours * HOUR}')`);
      await page.reload();
      await ready(page);
      const id = await page
        .locator('#lines li:has(button[value="boarded"])')
        .first()
        .getAttribute('data-id');
      front.answers = 'nobody';
      const tappedAt = Date.now();
      await board(page);
      // The network sets the clock right, as it does where a signal comes back.
      await page.evaluate<void>("localStorage.setItem('test-clock', '0')");
      front.answers = 'station';
      await page.click('button[data-send]');
      await expect.poll(() => signal(page), PATIENT).toContain('都已上传');
      await server.stop();
      const row = (await server.rows.all(rollEntry, { placementId: id! }))
        .toSorted((a, b) => a.recordedAt - b.recordedAt)
        .at(-1);
      await server.start();
      expect(Math.abs(row!.occurredAt - tappedAt)).toBeLessThan(HOUR);
    },
  );
});

describe.each(['employer', 'worker'] as const)('the answer of the %s', (who) => {
  const COUNTER = '您提出改为 8 人';
  const hasAnswered = async (page: Page): Promise<boolean> =>
    page
      .getByText(who === 'employer' ? COUNTER : '已收到您的同意')
      .first()
      .isVisible();
  const answer = async (page: Page): Promise<void> => {
    if (who === 'worker') return page.click('form[action$="/consent"] button:has-text("我同意")');
    if (!(await page.isVisible('#headcount')))
      await page.click('summary:has-text("人数或日期有变")');
    await page.fill('#headcount', '8');
    await page.click('button:has-text("发出修改意见")');
  };

  it('stays on the page, and says so, while not the station answers; and is sent once it does', async () => {
    const page = await (await phone()).newPage();
    await openLink(page, landings[who]);
    for (const answers of ['gateway', 'not found', 'bad gateway', 'nobody'] as const) {
      front.answers = answers;
      await answer(page);
      await page.waitForSelector('p[data-unsent]:has-text("没有送出")', PATIENT);
      expect(await hasAnswered(page)).toBe(false);
      if (who === 'employer') expect(await page.inputValue('#headcount')).toBe('8');
      await page.evaluate<void>("document.querySelector('p[data-unsent]').remove()");
    }
    front.answers = 'station';
    await answer(page);
    await expect.poll(() => hasAnswered(page), PATIENT).toBe(true);
  });

  it('finds its page again where the browser forgot it, by the link in the chat', async () => {
    const context = await phone();
    const page = await context.newPage();
    await openLink(page, landings[who]);
    await context.clearCookies();
    await page.reload();
    expect(await page.innerText('main')).toContain('再点一次收到的链接');
    await openLink(page, landings[who]);
    expect(await hasAnswered(page)).toBe(true);
  });
});
