import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, textOf } from '../../../scripts/story/browser.ts';
import { firstValue, seedTown, signedIn } from '../../support/town.ts';

let zhou: Browser;
let batch: string;

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  batch = await firstValue("select id as value from batch where code = '26-02'");
});

const costs = () => zhou.open(`/batches/${batch}/costs`);
const spent = () =>
  firstValue("select sum(amount_fen) as value from ledger_entry where batch_id = ? and kind = 'spent'", batch);

describe('the books of a batch', () => {
  it('hold what was planned and spent, by line and by who bears it, and what each person cost', async () => {
    const said = textOf(await costs());
    for (const part of ['计划', '¥8,350.50', '承运人', '¥600', '人均(30 人上车)¥20']) expect(said).toContain(part);
    const empty = await firstValue("select id as value from batch where code = '26-08'");
    expect(textOf(await zhou.open(`/batches/${empty}/costs`))).toContain('还没有费用');
  });

  it('take a payment with its receipt, once, and keep what was typed where it is wrong', async () => {
    const before = Number(await spent());
    const wrong = await zhou.submit(await costs(), /costs$/, { amount: '很多', receipt: 'NO 0042', bearer: 'station' });
    expect([wrong.status, wrong.html.includes('NO 0042'), textOf(wrong).includes('请填金额')]).toEqual([
      422,
      true,
      true,
    ]);
    const page = await costs();
    const fields = { amount: '1800', receipt: 'NO 0042', line: 'escort', bearer: 'station', note: '去程包车' };
    await zhou.submit(page, /costs$/, fields);
    // The same form again is the same payment.
    await zhou.submit(page, /costs$/, fields);
    expect(Number(await spent())).toBe(before + 180_000);
    expect(textOf(await costs())).toContain('票据 NO 0042');
    expect(textOf(await zhou.open(`/batches/${batch}/history`))).toContain('护送付款 1800 元');
  });

  it('are not rubbed out: what was wrong is reversed, once', async () => {
    const before = Number(await spent());
    const address = `/batches/${batch}/costs/${await firstValue("select id as value from ledger_entry where receipt = 'NO 0042'")}/reversal`;
    await Promise.all([1, 2].map(() => zhou.post(address, {})));
    await zhou.post(address, {});
    expect(Number(await spent())).toBe(before - 180_000);
    expect(await firstValue("select count(*) as value from ledger_entry where receipt = 'NO 0042'")).toBe('2');
    // What the plan or a reversal wrote is nobody's to reverse.
    expect((await zhou.post(`${address.replace('/reversal', '')}:reversal/reversal`, {})).status).toBe(409);
  });

  it('are read by everybody of the station, and written by who runs the batch', async () => {
    for (const role of ['officer', 'leader'] as const) {
      const browser = await signedIn(role);
      const page = await browser.open(`/batches/${batch}/costs`);
      expect([role, page.status, page.html.includes('<form method="post" action="/batches')]).toEqual([
        role,
        200,
        false,
      ]);
      expect(
        (await browser.post(`/batches/${batch}/costs`, { amount: '1', line: 'other', bearer: 'station' })).status,
      ).toBe(403);
    }
  });

  it('charge nothing to a worker: there is no such choice', async () => {
    expect(
      (await costs()).root.querySelectorAll('#bearer option').map((option) => option.getAttribute('value')),
    ).toEqual(['station', 'employer', 'carrier', 'nobody']);
  });
});
