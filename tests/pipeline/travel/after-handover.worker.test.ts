import { demoCode } from '../../../scripts/seed/town.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, textOf } from '../../../scripts/story/browser.ts';
import { placement } from '../../../src/pipeline/batch/batch.tables.ts';
import { jobOrder } from '../../../src/pipeline/demand/demand.tables.ts';
import { visit } from '../../../src/pipeline/follow-up/follow-up.tables.ts';
import { handover } from '../../../src/pipeline/travel/travel.tables.ts';
import { not } from '../../support/rows.ts';
import { seedTown, signedIn } from '../../support/town.ts';
import { rows, theBatch, thePlacement, touch } from '../../support/town-rows.ts';
import { fenIn, newestHandover, travelOf, withNames } from '../../support/travel-rows.ts';

/** At work since October: everybody was accepted. */
const AT_WORK = 2;
let zhou: Browser;
let batch: string;
let people: string[];
let names: string[];

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  batch = (await theBatch(AT_WORK)).id;
  const all = await withNames(await rows.all(placement, { batchId: batch, travel: 'accepted' }));
  people = all.map(({ id }) => id);
  names = all.map(({ name }) => name);
});

function plan() {
  return zhou.open(`/batches/${batch}/travel`);
}
function travel(i: number) {
  return travelOf(people[i]!);
}
function visitsDue(i: number) {
  return rows.count(visit, { placementId: people[i]!, open: 1 });
}
function newest() {
  return newestHandover(batch);
}
async function correct(fields: Record<string, string>) {
  return zhou.submit(await plan(), new RegExp(`handovers/${(await newest()).id}/correction$`), {
    name: '赵经理',
    why: '清点时看错了名单',
    key: '',
    ...fields,
  });
}
async function balances(): Promise<boolean> {
  const e = (await theBatch(AT_WORK)).counts;
  return (
    e.boarded === e.arrived + e.leftEnRoute + e.missing && e.arrived === e.accepted + e.rejected
  );
}

describe('a signature that turns out to be wrong', () => {
  it('is not corrected without a reason: it is asked for beside its field, and what was typed stays', async () => {
    const lacking = await correct({ placementId: people[0]!, outcome: 'rejected' });
    expect([lacking.status, textOf(lacking).includes('请写明原因')]).toEqual([422, true]);
    expect(lacking.html).toContain('清点时看错了名单');
    const unsaid = await correct({
      placementId: people[0]!,
      outcome: 'rejected',
      reason: 'skill_differs',
      why: '',
    });
    expect(unsaid.status).toBe(422);
  });

  it('is corrected by a new version, with both to be seen', async () => {
    const before = await newest();
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
    expect([await travel(0), await visitsDue(0), await balances()]).toEqual(['rejected', 0, true]);
    const corrected = await newest();
    expect(corrected.corrects).toBe(before.id);
    expect((await rows.first(handover, { id: before.id })).employerCount).toBe(people.length);
    expect(corrected.employerCount).toBe(people.length - 1);
    expect(textOf(await zhou.open(`/batches/${batch}/history`))).toContain(
      `更正签收：${names[0]} 已接收 → 没接收`,
    );
    // The paper shows what holds.
    expect(textOf(await zhou.open(`/batches/${batch}/handover-note`))).toContain(
      `${people.length - 1} 人`,
    );
  });

  it('is corrected once, however often and by however many it is sent', async () => {
    const { id } = await newest();
    const address = `/batches/${batch}/handovers/${id}/correction`;
    const fields = { placementId: people[1]!, outcome: 'missing', name: '赵经理', why: '不在场' };
    const answers = await Promise.all([1, 2, 3].map(() => zhou.post(address, fields)));
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(await rows.count(handover, { corrects: id })).toBe(1);
    expect([await travel(1), await visitsDue(1), await balances()]).toEqual(['missing', 0, true]);
    // The version that was corrected is nobody's to correct any more.
    expect(
      (await zhou.post(address, { ...fields, outcome: 'rejected', reason: 'other' })).status,
    ).toBe(409);
    expect(textOf(await zhou.open(`/batches/${batch}`))).toContain('失联，要找到人');
  });

  it('brings back whoever was there after all, with their visits', async () => {
    await correct({ placementId: people[2]!, outcome: 'left_en_route' });
    expect([await travel(2), await visitsDue(2)]).toEqual(['left_en_route', 0]);
    await correct({ placementId: people[2]!, outcome: 'accepted' });
    expect(await travel(2)).toBe('accepted');
    expect(await visitsDue(2)).toBeGreaterThan(0);
    expect((await theBatch(AT_WORK)).openVisits).toBe(
      await rows.count(visit, { batchId: batch, open: 1 }),
    );
  });

  it('brings back nobody who was not taken and is in another batch by now', async () => {
    const other = (await theBatch(6)).id;
    const { workerId } = await thePlacement(people[0]!);
    await zhou.post(`/workers/${workerId}/placements`, { batchId: other, word: '本人愿意' });
    expect(await rows.count(placement, { workerId, active: true })).toBe(1);
    const refused = await correct({ placementId: people[0]!, outcome: 'accepted' });
    expect(textOf(refused)).toContain('已在一个进行中的批次里');
    expect(await travel(0)).toBe('rejected');
  });

  it('is corrected once where two correct it at once for different people; the other one is told', async () => {
    const { id } = await newest();
    const answers = await Promise.all(
      [4, 5].map((i) =>
        zhou.post(`/batches/${batch}/handovers/${id}/correction`, {
          placementId: people[i]!,
          outcome: 'rejected',
          reason: 'other',
          name: '赵经理',
          why: '看错',
        }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await rows.count(handover, { corrects: id })).toBe(1);
    expect(await balances()).toBe(true);
  });

  it('stands in the roll call as well: a phone that says otherwise, unaware, is a disagreement to be settled', async () => {
    const { roll } = await thePlacement(people[1]!);
    expect(roll.arrival!.at(-1)).toMatchObject({ phone: 'station', outcome: 'missing' });
  });

  it('does not put anybody to work on terms that they have not agreed to', async () => {
    await rows.change(placement, { id: people[1]! }, { consentedHash: null });
    await touch(batch);
    const refused = await correct({ placementId: people[1]!, outcome: 'accepted' });
    expect(textOf(refused)).toContain('没有同意');
    expect(await travel(1)).toBe('missing');
  });

  it('does not ask again for visits that were made', async () => {
    const ofThem = { placementId: people[6]! };
    const made = (await rows.all(visit, { ...ofThem, outcome: not(null) })).map(({ kind }) => kind);
    expect(made.length).toBeGreaterThan(0);
    await correct({ placementId: people[6]!, outcome: 'missing' });
    await correct({ placementId: people[6]!, outcome: 'accepted' });
    const due = (await rows.all(visit, { ...ofThem, open: 1 })).map(({ kind }) => kind);
    expect(due.length).toBeGreaterThan(0);
    expect(due.filter((kind) => made.includes(kind))).toEqual([]);
  });

  it('is nobody’s to correct but the station’s', async () => {
    for (const role of ['officer', 'leader'] as const) {
      const browser = await signedIn(role);
      const answer = await browser.post(
        `/batches/${batch}/handovers/${(await newest()).id}/correction`,
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
    const { orderId } = await theBatch(AT_WORK);
    const { employerId } = await rows.first(jobOrder, { id: orderId });
    const taken = String((await newest()).employerCount);
    const terms = (await zhou.open(`/employers/${employerId}`)).root.querySelectorAll('dt');
    const said = terms.map((term) => `${term.text} ${term.nextElementSibling?.text}`);
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
      note: '坐 K1352 回，女儿到站接',
    });
    expect(textOf(settled)).toContain('送回家');
    expect(textOf(await zhou.open(`/batches/${batch}`))).not.toContain(
      `${names[0]} 人在外地没有岗位`,
    );
    const spent = () => fenIn({ batchId: batch, origin: 'onward', bearer: 'employer' });
    expect(await spent()).toBe(26_850);
    // The fare was another one: what was entered is there to be changed, and counts once.
    const again = await zhou.open(`/placements/${people[0]}`);
    expect(again.root.querySelector('#onward #cost')?.getAttribute('value')).toBe('268.5');
    await zhou.submit(again, /onward-way$/, { cost: '350' });
    expect(await spent()).toBe(35_000);
    expect(textOf(await zhou.open(`/batches/${batch}/costs`))).toContain('路上和退回安置');
    const report = textOf(await zhou.open(`/batches/${batch}/journey-report`));
    expect(report).toContain('坐 K1352 回，女儿到站接');
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
    expect(textOf(english)).toContain(`report of journey ${demoCode(2, Date.now())}`);
  });

  it('says of nobody who did not board that it was for their health', async () => {
    const boarding = (await theBatch(3)).id;
    const { id } = await rows.first(placement, {
      batchId: boarding,
      travel: 'expected',
      recruitment: 'selected',
      exit: null,
    });
    await zhou.post(`/placements/${id}/check-in`, { outcome: 'unfit' });
    expect(await travelOf(id)).toBe('unfit');
    const leader = await signedIn('leader');
    const report = textOf(await leader.open(`/batches/${boarding}/journey-report`));
    expect(report).toContain('没来');
    expect(report).not.toContain('身体不适');
  });
});
