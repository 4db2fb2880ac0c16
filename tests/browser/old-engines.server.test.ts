import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPhone, forwarded, launch, signIn } from '../support/chromium.ts';
import { Front } from '../support/front.ts';
import { ENGINES, type OldPhone, oldPhone } from '../support/old-phones.ts';
import { Server } from '../support/server.ts';

let browser: Browser;
let server: Server;
let front: Front;
let office: Page;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function openBatch(employer: string): Promise<void> {
  await office.goto('/batches');
  await office.click(`.people a:has-text("${employer}")`);
  await office.waitForSelector('.rail');
}

/** A link as the office forwards it, to whoever it is for. */
const links = {
  clinic: async (): Promise<string> => {
    await openBatch('东莞永固建设');
    await office.click('.rail li a >> nth=2');
    await office.click('a:has-text("转发微信")');
    return forwarded(office);
  },
  escort: async (): Promise<string> => {
    await openBatch('昆山顺达精密');
    await office.click('.rail li a >> nth=4');
    await office.click('.people .line a:has-text("转发微信")');
    return forwarded(office);
  },
  employer: async (): Promise<string> => {
    await openBatch('松江长青农业');
    await office.click('.rail li a >> nth=0');
    await office.click('a:has-text("转发微信")');
    return forwarded(office);
  },
  worker: async (): Promise<string> => {
    await openBatch('义乌安通物流');
    await office.click('.chips a:has-text("应征")');
    await office.click('#people .people li:has(.tag:has-text("等待答复")) a');
    await office.click('form[action="/links"] button');
    return forwarded(office);
  },
};

describe.each(ENGINES)('%s', (engine) => {
  let phone: OldPhone;
  // A town for each: of a list of people every engine marks some.
  beforeAll(async () => {
    server = await Server.onDemoTown();
    front = await Front.before(server.url);
    office = await (await aPhone(browser, server.url)).newPage();
    await signIn(office, 'coordinator');
  });
  afterAll(async () => {
    await office.context().close();
    await front.close();
    await server.remove();
  });

  const openLink = async (landing: string): Promise<void> => {
    await phone.open(front.url + landing);
    await phone.tap('main button.primary');
    await phone.until('/^\\/[ecgw]\\/\\w{26}/.test(location.pathname)');
  };

  describe.each([
    ['with script', false],
    ['without script', true],
  ])('%s', (_name, dropsScripts) => {
    // A phone of its own for each, so that no script is left from the other.
    beforeAll(async () => {
      phone = await oldPhone(engine);
      front.dropsScripts = dropsScripts;
    });
    afterAll(() => phone.close());

    it('lets a clinic mark two people, differently', async () => {
      await openLink(await links.clinic());
      const open = "document.querySelectorAll('li.line[data-open=yes]').length";
      const before = (await phone.value<number>(open)) ?? 0;
      expect(before).toBeGreaterThan(1);
      await phone.tap('li.line[data-open=yes] > form button', '合格');
      await phone.until(`${open} === ${before - 1}`);
      await phone.tap('li.line[data-open=yes] summary');
      await phone.tap('li.line[data-open=yes] details[open] button', '需复查');
      await phone.until(`${open} === ${before - 2}`);
    });

    it('lets an escort call two people, and the station hears of it', async () => {
      await openLink(await links.escort());
      if (!dropsScripts) await phone.until("document.querySelector('#roll[data-ready]') !== null");
      const count = "parseInt(document.querySelector('.count').textContent, 10)";
      const before = (await phone.value<number>(count)) ?? 0;
      await phone.tap('li.line > form button', '上车');
      await phone.until(`${count} === ${before + 1}`);
      await phone.tap('li.line > form button', '上车');
      await phone.until(`${count} === ${before + 2}`);
      if (!dropsScripts) await phone.sees('都已上传');
      await openBatch('昆山顺达精密');
      expect(await office.locator('.history, #people').first().innerText()).toBeTruthy();
    });

    if (!dropsScripts)
      it.each(['escort', 'clinic'] as const)(
        'opens again without a signal what was said, for the %s',
        async (who) => {
          await openLink(await links[who]());
          const address = `${front.url}${await phone.value<string>('location.pathname')}`;
          // Opened once more by whoever keeps the page, which is then all there is.
          await phone.until(
            'navigator.serviceWorker && navigator.serviceWorker.controller !== null',
          );
          await phone.open(address);
          const isEscort = who === 'escort';
          const isReady = isEscort
            ? "document.querySelector('#roll[data-ready]') !== null"
            : 'true';
          const waits = isEscort ? '1 条只在这部手机里' : '1 条只存在这台设备上';
          await phone.until(isReady);
          front.answers = 'nobody';
          try {
            await phone.tap('li.line > form button', isEscort ? '上车' : '合格');
            await phone.sees(waits);
            await phone.open(address);
            await phone.until(isReady);
            await phone.sees(waits);
          } finally {
            front.answers = 'station';
          }
          await phone.open(address);
          await phone.until(
            `${isReady} && document.body.innerText.indexOf(${JSON.stringify(waits)}) < 0`,
            'sent',
          );
          if (isEscort) await phone.sees('都已上传');
          else await phone.until("find('li.line[data-open=no]', '合格') !== null");
        },
      );

    it('lets an employer answer with another number', async () => {
      await openLink(await links.employer());
      await phone.tap('summary', '答复人');
      await phone.tap('summary', '人数或日期有变');
      await phone.type('#name', '贺经理');
      await phone.type('#phone', '13800001007');
      await phone.type('#headcount', '8');
      await phone.tap('button', '发出修改意见');
      await phone.sees('您提出改为 8 人');
    });

    it('lets a worker consent and withdraw', async () => {
      await openLink(await links.worker());
      await phone.tap('button', '我同意');
      await phone.sees('已收到您的同意');
      await phone.tap('summary', '我不想去了');
      await phone.tap('button', '我退出');
      await phone.sees('您没有参加这一批');
    });

    it('lets an officer sign in and open somebody of the village', async () => {
      await phone.open(`${front.url}/sign-in`);
      await phone.type('#phone', '13900000003');
      await phone.type('#password', 'songxing-demo');
      await phone.tap('main button.primary');
      await phone.until("location.pathname === '/today'");
      await phone.open(`${front.url}/workers`);
      await phone.tap('.people a');
      await phone.until('/^\\/workers\\/\\w{26}/.test(location.pathname)');
    });
  });
});
