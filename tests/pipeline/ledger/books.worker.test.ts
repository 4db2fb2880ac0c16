import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, textOf } from '../../../scripts/story/browser.ts';
import { ledgerEntry } from '../../../src/pipeline/ledger/ledger.tables.ts';
import { leg } from '../../../src/pipeline/travel/travel.tables.ts';
import { not } from '../../support/rows.ts';
import { seedTown, signedIn } from '../../support/town.ts';
import { rows, theBatch } from '../../support/town-rows.ts';

let zhou: Browser;
let batch: string;

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  batch = (await theBatch(2)).id;
});

function costs() {
  return zhou.open(`/batches/${batch}/costs`);
}
/** What the batch has cost so far, in fen. */
async function spent(): Promise<number> {
  const entries = await rows.all(ledgerEntry, { batchId: batch, kind: 'spent' });
  return entries.reduce((sum, { amountFen }) => sum + amountFen, 0);
}

describe('the books of a batch', () => {
  it('hold what was planned and spent, by line and by who bears it, and what each person cost', async () => {
    const said = textOf(await costs());
    for (const part of ['计划', '¥8,350.50', '承运人', '¥600', '人均（30 人上车）¥20'])
      expect(said).toContain(part);
    const empty = await theBatch(8);
    expect(textOf(await zhou.open(`/batches/${empty.id}/costs`))).toContain('还没有费用');
  });

  it('take a payment with its receipt, once, and keep what was typed where it is wrong', async () => {
    const before = await spent();
    const wrong = await zhou.submit(await costs(), /costs$/, {
      amount: '很多',
      receipt: 'NO 0042',
      bearer: 'station',
    });
    expect([
      wrong.status,
      wrong.html.includes('NO 0042'),
      textOf(wrong).includes('请填金额'),
    ]).toEqual([422, true, true]);
    const page = await costs();
    const fields = {
      amount: '1800',
      receipt: 'NO 0042',
      line: 'escort',
      bearer: 'station',
      note: '去程包车',
    };
    await zhou.submit(page, /costs$/, fields);
    // The same form again is the same payment.
    await zhou.submit(page, /costs$/, fields);
    expect(await spent()).toBe(before + 180_000);
    expect(textOf(await costs())).toContain('票据 NO 0042');
    expect(textOf(await zhou.open(`/batches/${batch}/history`))).toContain('护送付款 1800 元');
  });
});

describe('the books', () => {
  it('take no payment for a leg of another batch, and keep what was typed', async () => {
    const before = await spent();
    const foreign = await rows.first(leg, { batchId: not(batch) });
    const refused = await zhou.post(`/batches/${batch}/costs`, {
      amount: '77',
      receipt: 'NO 0077',
      line: 'escort',
      bearer: 'station',
      legId: foreign.id,
    });
    expect([refused.status, refused.html.includes('NO 0077')]).toEqual([422, true]);
    expect(textOf(refused)).toContain('这一程不在这个批次的行程里');
    const own = await rows.first(leg, { batchId: batch });
    const fields = { amount: '77', line: 'escort', bearer: 'station', legId: own.id };
    await zhou.submit(await costs(), /costs$/, fields);
    expect(await spent()).toBe(before + 7_700);
  });

  it('are not rubbed out: what was wrong is reversed, once', async () => {
    const before = await spent();
    const { id } = await rows.first(ledgerEntry, { receipt: 'NO 0042' });
    const address = `/batches/${batch}/costs/${id}/reversal`;
    await Promise.all([1, 2].map(() => zhou.post(address, {})));
    await zhou.post(address, {});
    expect(await spent()).toBe(before - 180_000);
    expect(await rows.count(ledgerEntry, { receipt: 'NO 0042' })).toBe(2);
    // What the plan or a reversal wrote is nobody's to reverse.
    expect(
      (await zhou.post(`${address.replace('/reversal', '')}:reversal/reversal`, {})).status,
    ).toBe(409);
  });

  it('take what an incident cost once that is known, and show it beside the incident', async () => {
    const page = await zhou.open(`/batches/${batch}/travel`);
    const wrong = await zhou.submit(page, /incidents\/\w{26}\/cost$/, {
      amount: '-5',
      bearer: 'station',
      key: '',
    });
    expect(wrong.status).toBe(422);
    const saved = await zhou.submit(page, /incidents\/\w{26}\/cost$/, {
      amount: '120',
      bearer: 'station',
    });
    expect(textOf(saved)).toMatch(/¥600 · 承运人.*¥120 · 工作站|¥120 · 工作站.*¥600 · 承运人/);
    expect(textOf(await zhou.open(`/batches/${batch}/journey-report`))).toContain('¥120 · 工作站');
    expect(
      (
        await zhou.post(`/batches/${batch}/incidents/01KPPPPPPPPPPPPPPPPPPPPPP1/cost`, {
          amount: '1',
        })
      ).status,
    ).toBe(404);
  });
});

describe('books', () => {
  it('tell officers nothing of medicals, and nothing that names people of other villages', async () => {
    await rows.add(ledgerEntry, {
      batchId: batch,
      id: 'exam:1',
      line: 'medicals',
      kind: 'spent',
      bearer: 'station',
      amountFen: 8500,
      origin: 'exam',
      originId: 'day',
      at: 1,
      actor: 'x',
    });
    const officer = await signedIn('officer');
    expect(textOf(await zhou.open(`/batches/${batch}/costs`))).toContain('体检工作站');
    expect(textOf(await officer.open(`/batches/${batch}/costs`))).not.toContain('体检工作站');
    const travel = textOf(await officer.open(`/batches/${batch}/travel`));
    expect(travel).toContain('车辆故障或换车');
    expect(travel).not.toContain('爆胎');
  });

  it('are read by everybody of the station, and written by who runs the batch', async () => {
    for (const role of ['officer', 'leader'] as const) {
      const browser = await signedIn(role);
      const page = await browser.open(`/batches/${batch}/costs`);
      expect([
        role,
        page.status,
        page.html.includes('<form method="post" action="/batches'),
      ]).toEqual([role, 200, false]);
      expect(
        (
          await browser.post(`/batches/${batch}/costs`, {
            amount: '1',
            line: 'other',
            bearer: 'station',
          })
        ).status,
      ).toBe(403);
    }
  });

  it('charge nothing to a worker: there is no such choice', async () => {
    expect(
      (await costs()).root
        .querySelectorAll('#bearer option')
        .map((option) => option.getAttribute('value')),
    ).toEqual(['station', 'employer', 'carrier', 'nobody']);
  });
});
