import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { type Browser, forwardedIn, textOf } from '../../../scripts/story/browser.ts';
import { printedDigits, takeoverToken } from '../../../src/access/printed.ts';
import { placement } from '../../../src/pipeline/batch/batch.tables.ts';
import { aVisitor, seedTown, signedIn } from '../../support/town.ts';
import { personIn, rows, theBatch } from '../../support/town-rows.ts';
import { escortOf } from '../../support/travel-rows.ts';

let zhou: Browser;
let batch: string;
let escort: string;
let address: string;
let pin: string;

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  batch = (await theBatch(3)).id;
  escort = (await escortOf(batch)).id;
  address = `/t/${escort}/${await takeoverToken(env.SECRET, escort)}`;
  pin = await printedDigits(env.SECRET, 'takeoverPin', escort);
});

it('stands on the printed roster: a square, and digits that are not in it', async () => {
  const paper = await zhou.open(`/batches/${batch}/roster`);
  expect(textOf(paper)).toContain(pin);
  expect(paper.root.querySelectorAll('svg.qr').length).toBeGreaterThan(0);
  expect(address).not.toContain(pin);
});

it('hands the roll call to another phone, ends the old one’s link, and tells the coordinator', async () => {
  const landing = forwardedIn(
    await zhou.post('/links', { purpose: 'escort', subjectId: escort, batchId: batch }),
  );
  const lost = aVisitor();
  const old = await lost.submit(await lost.open(landing), landing);
  const found = aVisitor();
  const page = await found.open(address);
  expect([page.status, textOf(page).includes('接替点名手机')]).toEqual([200, true]);
  // The paper names nobody of the roster.
  const { name } = await personIn((await rows.first(placement, { batchId: batch })).id);
  expect(page.html).not.toContain(name);
  const wrong = await found.submit(page, address, {
    name: '王兰花',
    pin: pin === '000000' ? '000001' : '000000',
  });
  expect([wrong.status, textOf(wrong).includes('数字不对')]).toEqual([422, true]);
  const taken = await found.submit(page, address, { name: '王兰花', pin, key: '' });
  expect([taken.status, taken.url.startsWith('/g/')]).toEqual([200, true]);
  expect((await lost.open(old.url)).status).toBe(410);
  const { answer } = {
    answer: await lost.post(`${old.url}/entries`, {
      phone: 'lost0001',
      seq: '0',
      sentAt: '1',
      entries: '[]',
    }),
  };
  expect([answer.status, JSON.parse(answer.html)]).toMatchObject([
    410,
    { over: true, roster: null },
  ]);
  expect(textOf(await zhou.open(`/batches/${batch}`))).toContain('王兰花 换手机接替');
});

it('is nobody’s who only guesses, and stops after ten tries', async () => {
  const other = aVisitor();
  expect(
    (await other.open(`${address.slice(0, -1)}${address.endsWith('A') ? 'B' : 'A'}`)).status,
  ).toBe(404);
  let last = 0;
  for (let i = 0; i < 12; i++)
    last = (await other.post(address, { name: '王兰花', pin: '999999x' })).status;
  expect(last).toBe(429);
});
