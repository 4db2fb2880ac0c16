import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, textOf } from '../../../scripts/story/browser.ts';
import { firstValue, seedTown, signedIn } from '../../support/town.ts';

/** At work since October: everybody was accepted. */
const AT_WORK = '26-02';
let zhou: Browser;
let batch: string;
let people: string[];
let names: string[];

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  batch = await firstValue('select id as value from batch where code = ?', AT_WORK);
  const rows = JSON.parse(
    await firstValue(
      "select json_group_array(json_array(p.id, w.name)) as value from placement p join worker w on w.id = worker_id where batch_id = ? and travel = 'accepted' order by p.id",
      batch,
    ),
  ) as [string, string][];
  people = rows.map(([id]) => id);
  names = rows.map(([, name]) => name);
});

function travelOf() {
  return zhou.open(`/batches/${batch}/travel`);
}
function travel(i: number) {
  return firstValue('select travel as value from placement where id = ?', people[i]);
}
function visitsDue(i: number) {
  return firstValue(
    'select count(*) as value from visit where placement_id = ? and open = 1',
    people[i],
  );
}
function newest() {
  return firstValue(
    'select id as value from handover where batch_id = ? and not exists (select 1 from handover later where later.corrects = handover.id)',
    batch,
  );
}
async function correct(fields: Record<string, string>) {
  return zhou.submit(await travelOf(), new RegExp(`handovers/${await newest()}/correction$`), {
    name: '赵经理',
    why: '清点时看错了名单',
    key: '',
    ...fields,
  });
}
async function balances(): Promise<boolean> {
  const e = JSON.parse(
    await firstValue('select counts as value from batch where id = ?', batch),
  ) as Record<string, number>;
  return (
    e['boarded'] === e['arrived']! + e['leftEnRoute']! + e['missing']! &&
    e['arrived'] === e['accepted']! + e['rejected']!
  );
}

describe('a signature that turns out to be wrong', () => {
  it('is corrected by a new version, with both to be seen, and asks beside the field for what it lacks', async () => {
    const before = await newest();
    const lacking = await correct({ placementId: people[0]!, outcome: 'rejected' });
    expect([lacking.status, textOf(lacking).includes('请写明原因')]).toEqual([422, true]);
    // What was typed is still there.
    expect(lacking.html).toContain('清点时看错了名单');
    const unsaid = await correct({
      placementId: people[0]!,
      outcome: 'rejected',
      reason: 'skill_differs',
      why: '',
    });
    expect(unsaid.status).toBe(422);
    const page = await correct({
      placementId: people[0]!,
      outcome: 'rejected',
      reason: 'skill_differs',
    });
    const said = textOf(page);
    for (const part of [
      '签收更正',
      '已有更正',
      '清点时看错了名单',
      `${names[0]} 没接收 · 技能不符`,
      '赵经理',
    ])
      expect(said).toContain(part);
    expect([await travel(0), await visitsDue(0), await balances()]).toEqual([
      'rejected',
      '0',
      true,
    ]);
    expect(
      await firstValue('select corrects as value from handover where id = ?', await newest()),
    ).toBe(before);
    expect(
      await firstValue('select employer_count as value from handover where id = ?', before),
    ).toBe(String(people.length));
    expect(
      await firstValue('select employer_count as value from handover where id = ?', await newest()),
    ).toBe(String(people.length - 1));
    expect(textOf(await zhou.open(`/batches/${batch}/history`))).toContain(
      `更正签收:${names[0]} 已接收 → 没接收`,
    );
    // The paper shows what holds.
    expect(textOf(await zhou.open(`/batches/${batch}/handover-note`))).toContain(
      `${people.length - 1} 人`,
    );
  });

  it('is corrected once, however often and by however many it is sent', async () => {
    const row = await newest();
    const address = `/batches/${batch}/handovers/${row}/correction`;
    const fields = { placementId: people[1]!, outcome: 'missing', name: '赵经理', why: '不在场' };
    const answers = await Promise.all([1, 2, 3].map(() => zhou.post(address, fields)));
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(await firstValue('select count(*) as value from handover where corrects = ?', row)).toBe(
      '1',
    );
    expect([await travel(1), await visitsDue(1), await balances()]).toEqual(['missing', '0', true]);
    // The version that was corrected is nobody's to correct any more.
    expect(
      (await zhou.post(address, { ...fields, outcome: 'rejected', reason: 'other' })).status,
    ).toBe(409);
    expect(textOf(await zhou.open(`/batches/${batch}`))).toContain('失联,要找到人');
  });

  it('brings back whoever was there after all, with their visits, unless they are in another batch by now', async () => {
    await correct({ placementId: people[2]!, outcome: 'left_en_route' });
    expect([await travel(2), await visitsDue(2)]).toEqual(['left_en_route', '0']);
    await correct({ placementId: people[2]!, outcome: 'accepted' });
    expect(await travel(2)).toBe('accepted');
    expect(Number(await visitsDue(2))).toBeGreaterThan(0);
    expect(await firstValue('select open_visits as value from batch where id = ?', batch)).toBe(
      await firstValue(
        'select count(*) as value from visit where batch_id = ? and open = 1',
        batch,
      ),
    );
    // Somebody who was not taken went elsewhere.
    const other = await firstValue("select id as value from batch where code = '26-06'");
    const worker = await firstValue(
      'select worker_id as value from placement where id = ?',
      people[0],
    );
    await zhou.post(`/workers/${worker}/placements`, { batchId: other, word: '本人愿意' });
    expect(
      await firstValue(
        'select count(*) as value from placement where worker_id = ? and active = 1',
        worker,
      ),
    ).toBe('1');
    const refused = await correct({ placementId: people[0]!, outcome: 'accepted' });
    expect(textOf(refused)).toContain('已在一个进行中的批次里');
    expect(await travel(0)).toBe('rejected');
  });

  it('is corrected once where two correct it at once for different people; the other one is told', async () => {
    const row = await newest();
    const answers = await Promise.all(
      [4, 5].map((i) =>
        zhou.post(`/batches/${batch}/handovers/${row}/correction`, {
          placementId: people[i]!,
          outcome: 'rejected',
          reason: 'other',
          name: '赵经理',
          why: '看错',
        }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await firstValue('select count(*) as value from handover where corrects = ?', row)).toBe(
      '1',
    );
    expect(await balances()).toBe(true);
  });

  it('stands in the roll call as well: a phone that says otherwise, unaware, is a disagreement to be settled', async () => {
    const roll = JSON.parse(
      await firstValue('select roll as value from placement where id = ?', people[1]),
    ) as {
      arrival: { phone: string; outcome: string }[];
    };
    expect(roll.arrival.at(-1)).toMatchObject({ phone: 'station', outcome: 'missing' });
  });

  it('does not put anybody to work on terms that they have not agreed to', async () => {
    await env.DB.batch([
      env.DB.prepare('update placement set consented_hash = null where id = ?').bind(people[1]),
      env.DB.prepare('update batch set touched = touched + 1 where id = ?').bind(batch),
    ]);
    const refused = await correct({ placementId: people[1]!, outcome: 'accepted' });
    expect(textOf(refused)).toContain('没有同意');
    expect(await travel(1)).toBe('missing');
  });

  it('does not ask again for visits that were made', async () => {
    const made = JSON.parse(
      await firstValue(
        'select json_group_array(kind) as value from visit where placement_id = ? and outcome is not null',
        people[6],
      ),
    ) as string[];
    expect(made.length).toBeGreaterThan(0);
    await correct({ placementId: people[6]!, outcome: 'missing' });
    await correct({ placementId: people[6]!, outcome: 'accepted' });
    const due = JSON.parse(
      await firstValue(
        'select json_group_array(kind) as value from visit where placement_id = ? and open = 1',
        people[6],
      ),
    ) as string[];
    expect(due.length).toBeGreaterThan(0);
    expect(due.filter((kind) => made.includes(kind))).toEqual([]);
  });

  it('is nobody’s to correct but the station’s', async () => {
    for (const role of ['officer', 'leader'] as const) {
      const browser = await signedIn(role);
      const answer = await browser.post(
        `/batches/${batch}/handovers/${await newest()}/correction`,
        {
          placementId: people[3]!,
          outcome: 'missing',
          name: '赵经理',
          why: '不在场',
        },
      );
      expect([role, answer.status]).toEqual([role, 403]);
    }
    expect(await travel(3)).toBe('accepted');
  });

  it('counts as corrected in what is said of the employer', async () => {
    const employer = await firstValue(
      'select employer_id as value from job_order where id = (select order_id from batch where id = ?)',
      batch,
    );
    const taken = await firstValue(
      'select employer_count as value from handover where id = ?',
      await newest(),
    );
    const rows = (await zhou.open(`/employers/${employer}`)).root.querySelectorAll('dt');
    const said = rows.map((row) => `${row.text} ${row.nextElementSibling?.text}`);
    expect(said.filter((row) => row.includes('接收')).join()).toContain(taken);
    expect(said.filter((row) => row.includes('接收')).join()).not.toContain(String(people.length));
  });
});

describe('somebody whom the employer did not take', () => {
  it('is on the list of what to do until it is said where they go and who pays; the cost is in the books', async () => {
    expect(textOf(await zhou.open(`/batches/${batch}`))).toContain(`${names[0]} 人在外地没有岗位`);
    const page = await zhou.open(`/placements/${people[0]}`);
    expect(textOf(page)).toContain('用工单位没有接收');
    const settled = await zhou.submit(page, /onward-way$/, {
      next: 'home',
      bearer: 'employer',
      cost: '268.5',
      note: '坐 K1352 回,女儿到站接',
    });
    expect(textOf(settled)).toContain('送回家');
    expect(textOf(await zhou.open(`/batches/${batch}`))).not.toContain(
      `${names[0]} 人在外地没有岗位`,
    );
    const spent = () =>
      firstValue(
        "select sum(amount_fen) as value from ledger_entry where batch_id = ? and origin = 'onward' and bearer = 'employer'",
        batch,
      );
    expect(await spent()).toBe('26850');
    // The fare was another one: what was entered is there to be changed, and counts once.
    const again = await zhou.open(`/placements/${people[0]}`);
    expect(again.root.querySelector('#onward #cost')?.getAttribute('value')).toBe('268.5');
    await zhou.submit(again, /onward-way$/, { cost: '350' });
    expect(await spent()).toBe('35000');
    expect(textOf(await zhou.open(`/batches/${batch}/costs`))).toContain('路上和退回安置');
    const report = textOf(await zhou.open(`/batches/${batch}/journey-report`));
    expect(report).toContain('坐 K1352 回,女儿到站接');
  });
});

describe('the report of a journey', () => {
  it('is for the station and its leaders, and tells the count with every name, trouble and costs', async () => {
    const leader = await signedIn('leader');
    const report = textOf(await leader.open(`/batches/${batch}/journey-report`));
    for (const part of [
      `确认 ${people.length} 人 = 上车 ${people.length}`,
      names[1]!,
      '车辆故障或换车',
      '爆胎',
      '承运人',
      '签收更正',
      '人均',
    ])
      expect(report).toContain(part);
    expect(
      (await (await signedIn('officer')).open(`/batches/${batch}/journey-report`)).status,
    ).toBe(403);
    const english = await leader.open(`/batches/${batch}/journey-report?lang=en`);
    expect(textOf(english)).toContain('report of journey 26-02');
  });

  it('says of nobody who did not board that it was for their health', async () => {
    const boarding = await firstValue("select id as value from batch where code = '26-03'");
    const one = await firstValue(
      "select id as value from placement where batch_id = ? and travel = 'expected' and recruitment = 'selected' and exit is null limit 1",
      boarding,
    );
    await zhou.post(`/placements/${one}/check-in`, { outcome: 'unfit' });
    expect(await firstValue('select travel as value from placement where id = ?', one)).toBe(
      'unfit',
    );
    const leader = await signedIn('leader');
    const report = textOf(await leader.open(`/batches/${boarding}/journey-report`));
    expect(report).toContain('没来');
    expect(report).not.toContain('身体不适');
  });
});
