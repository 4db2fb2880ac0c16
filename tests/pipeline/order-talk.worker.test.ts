import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, forwardedIn, type Page, textOf } from '../../scripts/story/browser.ts';
import { link } from '../../src/access/access.tables.ts';
import { jobOrder } from '../../src/pipeline/demand/demand.tables.ts';
import { examDay } from '../../src/pipeline/health/health.tables.ts';
import { escort } from '../../src/pipeline/travel/travel.tables.ts';
import { worker } from '../../src/registry/registry.tables.ts';
import { aVisitor, seedTown, signedIn } from '../support/town.ts';
import { rows } from '../support/town-rows.ts';

let zhou: Browser;
beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
});

const TERMS = {
  site: '东莞市大岭山镇工业区',
  wageBasis: 'monthly',
  wageLow: '5200',
  wageHigh: '6000',
  meals: '300',
  lodging: 'free',
  insurance: 'social',
  headcount: '40',
  startsOn: '2027-03-01',
};

/** A new order of the first employer, sent, and what they have on their screen. */
async function sentOrder() {
  const form = await zhou.open('/orders/new');
  const contact = { contactName: '何经理', contactPhone: '13900139000' };
  const order = await zhou.submit(form, '/orders', { ...TERMS, ...contact, trade: 'general' });
  const sent = await zhou.submit(order, /\/sending$/);
  return {
    id: order.url.split('/').at(-1) ?? '',
    employer: aVisitor(),
    landing: forwardedIn(sent),
    sent,
  };
}
async function openedBy(employer: Browser, landing: string): Promise<Page> {
  return employer.submit(await employer.open(landing), landing);
}

async function amended(id: string, change: Record<string, string>): Promise<void> {
  const saved = await zhou.submit(
    await zhou.open(`/orders/${id}/amendment`),
    /\/amendment$/,
    change,
  );
  await zhou.submit(saved, /\/sending$/);
}
function notices(page: Page): string {
  return page.root
    .querySelectorAll('.notice')
    .map((each) => each.text)
    .join(' ');
}

describe('what an amendment changed', () => {
  it('is marked against the version that the employer confirmed', async () => {
    const { id, employer, landing } = await sentOrder();
    const first = await openedBy(employer, landing);
    expect(first.root.querySelectorAll('del'), 'the first sight shows no change').toHaveLength(0);
    await employer.submit(first, /\/reply$/, { kind: 'confirm' });
    await amended(id, { headcount: '35', wageHigh: '5800' });
    const again = await employer.open(first.url);
    expect(notices(again)).toMatch(/您 .+ 确认的那一版相比，改了：人数、工资/);
    expect(again.root.querySelectorAll('del').map((each) => each.text)).toEqual([
      '40 人',
      expect.stringContaining('6,000'),
    ]);
    await employer.submit(again, /\/reply$/, { kind: 'confirm' });
    expect((await employer.open(first.url)).root.querySelectorAll('del'), 'agreed').toHaveLength(0);
  });

  it('is marked against what was only seen, where nothing was answered; and what was never seen is no change', async () => {
    const seen = await sentOrder();
    const { url } = await openedBy(seen.employer, seen.landing);
    await amended(seen.id, { site: '深圳市龙岗区' });
    expect(notices(await seen.employer.open(url))).toMatch(/看到的那一版相比，改了：地点/);

    const unseen = await sentOrder();
    await amended(unseen.id, { site: '深圳市龙岗区' });
    expect(
      (await openedBy(unseen.employer, unseen.landing)).root.querySelectorAll('del'),
    ).toHaveLength(0);
  });

  it('is not taken for seen because somebody of the station looked', async () => {
    const { id, employer, landing } = await sentOrder();
    await openedBy(zhou, landing);
    const opened = async () => (await rows.first(link, { subjectId: id })).openedAt;
    expect(await opened()).toBeNull();
    await amended(id, { hoursPerDay: '10' });
    const page = await openedBy(employer, landing);
    expect(page.root.querySelectorAll('del')).toHaveLength(0);
    expect(await opened()).not.toBeNull();
  });

  it('is read all the same where it cannot be noted that it was', async () => {
    const { employer, landing } = await sentOrder();
    await env.DB.exec(
      "create trigger full_disk before update on order_version begin select raise(abort, 'database or disk is full'); end",
    );
    const page = await openedBy(employer, landing);
    await env.DB.exec('drop trigger full_disk');
    expect(page.status).toBe(200);
    expect(page.root.querySelector('button[value=confirm]')).not.toBeNull();
  });

  it('says so where a new version reads the same', async () => {
    const { id, employer, landing } = await sentOrder();
    const first = await openedBy(employer, landing);
    await employer.submit(first, /\/reply$/, { kind: 'confirm' });
    await amended(id, {});
    expect(notices(await employer.open(first.url))).toContain('没有改动');
  });
});

it('shows a counter on the page of whoever made it, with its words, and to the station', async () => {
  const { id, employer, landing } = await sentOrder();
  const first = await openedBy(employer, landing);
  const typed = {
    kind: 'counter',
    headcount: '３２',
    startsOn: '2027-03-05',
    note: '宿舍要修，晚几天',
  };
  const page = await employer.submit(first, /\/reply$/, typed);
  expect(notices(page)).toMatch(/您提出改为 32 人，.*3月5日.*宿舍要修，晚几天/);
  expect(textOf(page), 'the order itself stands as it was').toContain('40 人');
  expect(textOf(await zhou.open(`/orders/${id}`))).toMatch(/要改成 32 人.*何经理.*宿舍要修/s);
});

it('does not take a pressed Enter in the fields of a counter for a confirmation', async () => {
  const { id, employer, landing } = await sentOrder();
  const first = await openedBy(employer, landing);
  const page = await employer.submit(first, /\/reply$/, { kind: 'confirm', headcount: '32' });
  expect(page.status).toBe(409);
  expect(
    page.root.querySelector('#headcount')?.getAttribute('value'),
    'what was typed is kept',
  ).toBe('32');
  expect(page.root.querySelector('#headcount-error')?.text).toContain('人数或日期改过了');
  expect((await rows.first(jobOrder, { id })).state).toBe('sent');
});

it('does not take a change in which nothing is changed for one', async () => {
  const { employer, landing } = await sentOrder();
  const page = await employer.submit(await openedBy(employer, landing), /\/reply$/, {
    kind: 'counter',
  });
  expect(page.status).toBe(409);
  expect(page.root.querySelector('#headcount-error')?.text).toContain('都没有改');
});

it('asks once more before it takes a decline, and why; the station reads the reason', async () => {
  const { id, employer, landing } = await sentOrder();
  const first = await openedBy(employer, landing);
  const asked = await employer.submit(first, /\/reply$/, { kind: 'decline', note: '明年再说' });
  expect(asked.status).toBe(422);
  expect(asked.root.querySelector('#reason-error')?.text).not.toBe('');
  expect(asked.root.querySelector('#note')?.getAttribute('value')).toBe('明年再说');
  expect(
    asked.root.querySelector('details[open] #reason'),
    'open where it is to be answered',
  ).not.toBeNull();
  await employer.submit(asked, /\/reply$/, { kind: 'decline', reason: 'less_work' });
  expect(textOf(await zhou.open(`/orders/${id}`))).toMatch(
    /这次不需要 \(订单少了，岗位取消\).*明年再说/s,
  );
});

it('keeps what was typed where an answer by phone is refused', async () => {
  const { id } = await sentOrder();
  const page = await zhou.submit(await zhou.open(`/orders/${id}`), /\/reply$/, {
    kind: 'counter',
    headcount: '三十',
    note: '晚点',
  });
  expect(page.status).toBe(422);
  expect(page.root.querySelector('#headcount')?.getAttribute('value')).toBe('三十');
  expect(page.root.querySelector('#note')?.getAttribute('value')).toBe('晚点');
});

it('names what it is about in the sentence that each link is sent with', async () => {
  const { sent } = await sentOrder();
  expect(sent.root.querySelector('.forward textarea')?.text).toMatch(
    /用工单（.+ 40 人 .*3月1日.*到岗）/,
  );
  const about = async (purpose: string, subjectId: string): Promise<string> => {
    const page = await zhou.post('/links', { purpose, subjectId });
    return page.root.querySelector('.forward textarea')?.text ?? '';
  };
  const person = await rows.first(worker);
  expect(await about('worker', person.id)).toContain(person.name);
  expect(await about('clinic', (await rows.first(examDay)).id)).toMatch(
    /体检名单（.+\d+月\d+日.*）/,
  );
  expect(await about('escort', (await rows.first(escort)).id)).toMatch(
    /护送点名（.+ \d+ 人 .*出发）/,
  );
});
