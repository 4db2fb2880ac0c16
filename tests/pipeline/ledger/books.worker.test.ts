import { env } from 'cloudflare:workers';
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

function costs() {
  return zhou.open(`/batches/${batch}/costs`);
}
function spent() {
  return firstValue(
    "select sum(amount_fen) as value from ledger_entry where batch_id = ? and kind = 'spent'",
    batch,
  );
}

describe('the books of a batch', () => {
  it('hold what was planned and spent, by line and by who bears it, and what each person cost', async () => {
    const said = textOf(await costs());
    for (const part of ['计划', '¥8,350.50', '承运人', '¥600', '人均(30 人上车)¥20'])
      expect(said).toContain(part);
    const empty = await firstValue("select id as value from batch where code = '26-08'");
    expect(textOf(await zhou.open(`/batches/${empty}/costs`))).toContain('还没有费用');
  });

  it('take a payment with its receipt, once, and keep what was typed where it is wrong', async () => {
    const before = Number(await spent());
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
    expect(Number(await spent())).toBe(before + 180_000);
    expect(textOf(await costs())).toContain('票据 NO 0042');
    expect(textOf(await zhou.open(`/batches/${batch}/history`))).toContain('护送付款 1800 元');
  });

  it('take no payment for a leg of another batch, and keep what was typed', async () => {
    const before = await spent();
    const foreign = await firstValue(
      'select id as value from leg where batch_id <> ? limit 1',
      batch,
    );
    const refused = await zhou.post(`/batches/${batch}/costs`, {
      amount: '77',
      receipt: 'NO 0077',
      line: 'escort',
      bearer: 'station',
      legId: foreign,
    });
    expect([refused.status, refused.html.includes('NO 0077')]).toEqual([422, true]);
    expect(textOf(refused)).toContain('这一程不在这个批次的行程里');
    const own = await firstValue('select id as value from leg where batch_id = ? limit 1', batch);
    const fields = { amount: '77', line: 'escort', bearer: 'station', legId: own };
    await zhou.submit(await costs(), /costs$/, fields);
    expect(Number(await spent())).toBe(Number(before) + 7_700);
  });

  it('are not rubbed out: what was wrong is reversed, once', async () => {
    const before = Number(await spent());
    const address = `/batches/${batch}/costs/${await firstValue("select id as value from ledger_entry where receipt = 'NO 0042'")}/reversal`;
    await Promise.all([1, 2].map(() => zhou.post(address, {})));
    await zhou.post(address, {});
    expect(Number(await spent())).toBe(before - 180_000);
    expect(
      await firstValue("select count(*) as value from ledger_entry where receipt = 'NO 0042'"),
    ).toBe('2');
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

  it('tell officers nothing of medicals, and nothing that names people of other villages', async () => {
    await env.DB.prepare(
      "insert into ledger_entry (batch_id, id, line, kind, bearer, amount_fen, origin, origin_id, at, actor) values (?, 'exam:1', 'medicals', 'spent', 'station', 8500, 'exam', 'day', 1, 'x')",
    )
      .bind(batch)
      .run();
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
