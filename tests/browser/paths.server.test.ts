import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPhone, forwarded, launch, openLink, signIn } from '../support/chromium.ts';
import { Server } from '../support/server.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each([
  ['with script', true],
  ['without script', false],
])('%s, on a phone', (_name, script) => {
  let server: Server;
  let office: Page;
  const phones: BrowserContext[] = [];
  const faults: string[] = [];

  const phone = async (): Promise<Page> => {
    const context = await aPhone(browser, server.url, { script });
    phones.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
        faults.push(message.text());
    });
    return page;
  };

  const openBatch = async (employer: string): Promise<void> => {
    await office.goto('/batches');
    await office.click(`.people a:has-text("${employer}")`);
    await office.waitForSelector('.rail');
  };

  beforeAll(async () => {
    server = await Server.onDemoTown();
    office = await phone();
    await signIn(office, 'coordinator');
  });
  afterAll(async () => {
    for (const context of phones) await context.close();
    await server.remove();
    expect(faults).toEqual([]);
  });

  it('lets a coordinator open a batch and do the next three things', async () => {
    await openBatch('苏州恒泰电子');
    const todo = office.locator('.todo-list li');
    const first = todo.filter({ hasText: '原件要归还' });
    await first.locator('button').click();
    await office.waitForURL(/\/placements\//);

    await openBatch('苏州恒泰电子');
    expect(await todo.filter({ hasText: '原件要归还' }).count()).toBe(0);
    await todo.filter({ hasText: '护送人' }).locator('.btn').click();
    await office.click('summary:has-text("添加护送人")');
    await office.fill('#name', '李桂芳');
    await office.fill('#phone', '13800000302');
    await office.click('form[action$="/escorts"] button.primary');
    await office.waitForSelector('.people .name:has-text("李桂芳")');

    await openBatch('苏州恒泰电子');
    await todo.filter({ hasText: '证件没有办齐' }).locator('.btn').click();
    const line = office.locator('.people .line').first();
    const name = await line.locator('.name').innerText();
    await line.locator('button').click();
    await (script
      ? office.waitForSelector(`.line:has-text("${name}") .tag:has-text("待核")`)
      : office.waitForURL(/\/placements\//));
    const states = script
      ? office.locator(`.line:has-text("${name}") .tag`)
      : office.locator('.line .tag');
    expect((await states.allInnerTexts()).join()).toContain('待核');
  });

  it('lets an employer counter with another number, and keeps what was typed when it is wrong', async () => {
    await openBatch('松江长青农业');
    await office.click('.rail li a >> nth=0');
    await office.click('a:has-text("转发微信")');
    const employer = await phone();
    await openLink(employer, await forwarded(office));
    await employer.click('summary:has-text("答复人")');
    await employer.click('summary:has-text("人数或日期有变")');
    await employer.fill('#name', '贺经理');
    await employer.fill('#phone', '1380000');
    await employer.fill('#headcount', '8');
    await employer.click('button:has-text("发出修改意见")');
    await employer.waitForSelector('#phone-error');
    expect(await employer.inputValue('#name')).toBe('贺经理');
    expect(await employer.inputValue('#phone')).toBe('1380000');
    expect(await employer.inputValue('#headcount'), 'the fold is still open').toBe('8');
    await employer.fill('#phone', '13800001007');
    await employer.click('button:has-text("发出修改意见")');
    await employer.waitForSelector('.notice:has-text("您提出改为 8 人")');
    await openBatch('松江长青农业');
    expect(await office.locator('.todo-list').innerText()).toContain('用工单位提出修改');
  });

  it('lets a worker read the terms, consent, and withdraw again', async () => {
    await openBatch('义乌安通物流');
    await office.click('.chips a:has-text("应征")');
    await office.click('#people .people li:has(.tag:has-text("等待答复")) a');
    const name = await office.locator('h1').innerText();
    await office.click('form[action="/links"] button');
    const worker = await phone();
    await openLink(worker, await forwarded(office));
    expect(await worker.locator('h1').innerText()).toContain(name);
    expect(await worker.locator('.terms').innerText()).toContain('工资');
    await worker.click('button:has-text("我同意，我要去")');
    await worker.waitForSelector('text=已收到您的同意');
    await worker.click('summary:has-text("我不想去了")');
    await worker.click('button:has-text("我退出")');
    await worker.waitForSelector('text=您没有参加这一批');
    await openBatch('义乌安通物流');
    await office.click('.chips a:has-text("退出")');
    expect(await office.locator('#people').innerText()).toContain(name);
  });

  it('lets a clinic mark its day', async () => {
    await openBatch('东莞永固建设');
    await office.click('.rail li a >> nth=2');
    await office.click('a:has-text("转发微信")');
    const clinic = await phone();
    await openLink(clinic, await forwarded(office));
    const open = clinic.locator('li.line:has(> form button:has-text("合格"))');
    const before = await open.count();
    expect(before).toBeGreaterThan(1);
    const fit = await open.first().locator('.name').innerText();
    await open.first().locator('> form button').click();
    await clinic.waitForSelector(`li.line:has-text("${fit}") > .tag:has-text("合格")`);
    const recheck = await open.first().locator('.name').innerText();
    const line = clinic.locator(`li.line:has(.name:text-is("${recheck}"))`);
    await line.locator('summary').click();
    await line.locator('button:has-text("需复查")').click();
    await clinic.waitForSelector(
      `li.line:has(.name:text-is("${recheck}")) > .tag:has-text("需复查")`,
    );
    expect(await open.count()).toBe(before - 2);
    expect(
      await clinic.locator('textarea, input[type=text], input:not([type])').count(),
      'nothing can be typed but a date',
    ).toBe(0);
  });

  it('lets an escort call the roll, take one back, and leave', async () => {
    await openBatch('昆山顺达精密');
    await office.click('.rail li a >> nth=4');
    await office.click('.people .line a:has-text("转发微信")');
    const escort = await phone();
    await openLink(escort, await forwarded(office));
    const count = escort.locator('.count');
    const counted = (people: number) =>
      escort.locator('.count', { hasText: new RegExp(`^\\s*${people}\\b`) }).waitFor();
    const before = Number.parseInt(await count.innerText(), 10);
    const toBoard = escort.locator('li.line > form button:has-text("上车")');
    let waiting = await toBoard.count();
    expect(waiting).toBeGreaterThan(3);
    const first = await escort
      .locator('li.line:has(> form button:has-text("上车")) .name')
      .first()
      .innerText();
    await toBoard.first().click();
    await counted(before + 1);
    // On a phone the second tap of a double one takes nothing back: so it is tapped until it does.
    const undo = escort.locator(`li.line:has(.name:text-is("${first}")) button:has-text("撤回")`);
    const undone = async (): Promise<number> => {
      if (await undo.isVisible()) await undo.click();
      return Number.parseInt(await count.innerText(), 10);
    };
    await expect.poll(undone, { timeout: 15_000, interval: 200 }).toBe(before);
    for (; waiting > 0; waiting--) {
      const here = Number.parseInt(await count.innerText(), 10);
      await toBoard.first().click();
      await counted(here + 1);
    }
    // It asks once: the bus does not leave by a slip of the thumb.
    await escort.click('summary:has-text("人齐，出发")');
    await escort.click('button:has-text("确认出发")');
    await escort.waitForSelector('li.line > form button:has-text("到达")');
    await openBatch('昆山顺达精密');
    expect(await office.locator('.legend').innerText()).toContain('在途');
  });
});
