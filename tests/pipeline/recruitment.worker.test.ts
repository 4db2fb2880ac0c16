import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Browser,
  formsTo,
  forwardedIn,
  linksTo,
  type Page,
  textOf,
} from '../../scripts/story/browser.ts';
import { HOUR } from '../../src/clock.ts';
import { openDatabase } from '../../src/db/client.ts';
import { watch } from '../../src/pipeline/batch/watch.queries.ts';
import { audit } from '../../src/access/access.tables.ts';
import {
  batch as batchTable,
  placement as placementTable,
} from '../../src/pipeline/batch/batch.tables.ts';
import { history } from '../../src/pipeline/batch/history.tables.ts';
import { employerRating } from '../../src/pipeline/follow-up/follow-up.tables.ts';
import { escort, leg } from '../../src/pipeline/travel/travel.tables.ts';
import { worker as workerTable } from '../../src/registry/registry.tables.ts';
import { peopleNeverInABatch, plannedBatches } from '../support/pipeline-rows.ts';
import { not, type Where } from '../support/rows.ts';
import { aVisitor, seedTown, signedIn } from '../support/town.ts';
import { rows, selectedIn, thePlacement } from '../support/town-rows.ts';

let zhou: Browser;
beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
});

async function ownPage(placement: string): Promise<{ phone: Browser; page: Page }> {
  const { workerId: worker } = await thePlacement(placement);
  const landing = forwardedIn(await zhou.post('/links', { purpose: 'worker', subjectId: worker }));
  const phone = aVisitor();
  return { phone, page: await phone.submit(await phone.open(landing), landing) };
}

/** Somebody who has not left their batch; both are as told. */
async function anybodyOf(
  ofBatch: Where<typeof batchTable>,
  person: Where<typeof placementTable>,
): Promise<string> {
  const batches = await rows.all(batchTable, ofBatch);
  const batchId = batches.map(({ id }) => id);
  return (await rows.first(placementTable, { batchId, exit: null, ...person })).id;
}

describe('the list of a batch', () => {
  let batch = '';
  beforeAll(async () => {
    batch = (await rows.first(batchTable, { stage: 'recruitment' })).id;
  });

  it('proposes people with what speaks for them and what against', async () => {
    const page = await zhou.open(`/batches/${batch}/recruitment`);
    const proposals = page.root
      .querySelectorAll('form[action$="/placements"] .ticks li')
      .map((li) => li.text);
    expect(proposals.length).toBeGreaterThan(10);
    expect(proposals.filter((text) => text.includes('想外出')).length).toBeGreaterThan(3);
    expect(
      proposals.every((text) => /想外出|在家|证书有效|会这个工种|今年还没推荐过/.test(text)),
    ).toBe(true);
  });

  it('takes somebody against whom something speaks only with a word, which stays in the history', async () => {
    const { id: worker } = (await peopleNeverInABatch()).find(
      ({ availability, bornOn }) =>
        availability === 'unwilling' && bornOn >= '1980-01-01' && bornOn <= '1999-01-01',
    )!;
    const count = () => rows.count(placementTable, { workerId: worker });
    const asked = await zhou.post(`/workers/${worker}/placements`, { batchId: batch });
    expect(asked.status).toBe(422);
    expect(textOf(asked)).toContain('说过不想外出');
    expect(await count()).toBe(0);
    const forbidden = await zhou.submit(asked, /placements$/, { word: '乙肝已转阴' });
    expect([forbidden.status, await count()]).toEqual([422, 0]);
    await zhou.submit(asked, /placements$/, { word: '昨天来电说改主意了' });
    expect(await count()).toBe(1);
    expect(textOf(await zhou.open(`/batches/${batch}/history`))).toContain(
      '加入名单(昨天来电说改主意了)',
    );
  });

  it('takes nobody whom the law keeps from the post, whatever the word', async () => {
    const child = (await peopleNeverInABatch())[0]!.id;
    await rows.change(workerTable, { id: child }, { bornOn: '2015-01-01', availability: 'wants' });
    const answer = await zhou.post(`/workers/${child}/placements`, {
      batchId: batch,
      word: '家里很需要',
    });
    expect([answer.status, textOf(answer).includes('未满 16 周岁')]).toEqual([409, true]);
  });

  it('proposes nobody who no longer agrees to the use of their data', async () => {
    const [worker = ''] = (await zhou.open(`/batches/${batch}/recruitment`)).root
      .querySelectorAll('form[action$="/placements"] .ticks input')
      .map((input) => input.getAttribute('value') ?? '');
    await zhou.post(`/workers/${worker}/data-consent`, { agrees: '' });
    expect((await zhou.open(`/batches/${batch}/recruitment`)).html).not.toContain(
      `value="${worker}"`,
    );
  });
});

describe('a consent that an officer noted', () => {
  it('can be contradicted by the worker’s own link, and is void at once', async () => {
    const placement = await anybodyOf({ stage: 'recruitment' }, { recruitment: 'offered' });
    await zhou.submit(await zhou.open(`/placements/${placement}`), /consent$/, { manner: 'paper' });
    expect(textOf(await zhou.open(`/placements/${placement}`))).toContain('书面');
    const { phone, page } = await ownPage(placement);
    expect(textOf(page)).toContain('工作人员记录您');
    const denied = await phone.submit(page, /contradiction$/);
    expect(textOf(denied)).toContain('请您决定去不去');
    const state = async () => (await thePlacement(placement)).recruitment;
    expect(await state()).toBe('offered');
    expect(textOf(await zhou.open(`/placements/${placement}`))).toContain('本人否认');
    expect(textOf(await zhou.open('/inbox'))).toContain('说没有同意过');
    // What they tap themselves afterwards is their own, and there is nothing to contradict in it.
    const agreed = await phone.submit(denied, /consent$/);
    expect(formsTo(agreed, /contradiction$/)).toEqual([]);
    expect((await phone.post(`${page.url}/contradiction`, {})).status).toBe(409);
    expect(await state()).toBe('consented');
  });
});

/** The reserves of a batch by their rank. */
async function reservesOf(batchId: string) {
  const reserves = await rows.all(placementTable, {
    batchId,
    recruitment: 'reserve',
    exit: null,
  });
  return reserves.sort((one, other) => one.rank! - other.rank!);
}
/** A batch that sees to medicals or papers and has two reserves at least. */
async function aBatchWithTwoReserves(): Promise<string> {
  for (const { id } of await rows.all(batchTable, { stage: ['health', 'documents'] }))
    if ((await reservesOf(id)).length >= 2) return id;
  throw new Error('no batch has two reserves');
}

describe('the reserve list', () => {
  let batch = '';
  const look = (at: number) => watch(openDatabase(env.DB), batch, 1, at);
  const reserve = async (rank: number) => (await reservesOf(batch))[rank - 1]!.id;
  const offer = async (id: string) => (await thePlacement(id)).placeOffer;

  beforeAll(async () => {
    batch = await aBatchWithTwoReserves();
    const [leaver] = await selectedIn(batch);
    await zhou.post(`/placements/${leaver!.id}/withdrawal`, {});
  });

  it('is asked by itself when somebody leaves, with a time to answer, and the coordinator is told whom to write to', async () => {
    const first = await reserve(1);
    await look(Date.now());
    expect(await offer(first)).toBe('open');
    const page = await zhou.open(`/batches/${batch}`);
    // Their turn, not the station's, until the time is over.
    const line = page.root
      .querySelectorAll('.waits a')
      .find((a) => a.text.includes('等候补答复补不补'));
    expect(line?.getAttribute('href')).toBe(`/placements/${first}`);
    const { page: own } = await ownPage(first);
    expect(textOf(own)).toContain('有一个名额空出来了');
  });

  it('asks the next when the time is over; a late yes is told that the place is promised', async () => {
    const [first, second] = [await reserve(1), await reserve(2)];
    await look((await thePlacement(first)).placeOfferUntil! + 1);
    expect([await offer(first), await offer(second)]).toEqual(['lapsed', 'open']);
    const { phone, page } = await ownPage(first);
    const late = await phone.submit(page, /place$/, { answer: 'yes' });
    expect([late.status, textOf(late).includes('这个名额已给了别人，您仍在候补名单上')]).toEqual([
      409,
      true,
    ]);
  });

  it('gives the place to a yes by link, once', async () => {
    const second = await reserve(2);
    const { phone, page } = await ownPage(second);
    const yes = await phone.submit(page, /place$/, { answer: 'yes' });
    expect(textOf(yes)).toContain('您已入选');
    expect((await thePlacement(second)).recruitment).toBe('selected');
    const again = await phone.submit(page, /place$/, { answer: 'yes' });
    expect(again.status).toBe(200);
    const gives = { placementId: second, kind: ['promoted', 'selected'] };
    expect(await rows.count(history, gives)).toBe(1);
    await look(Date.now() + 12 * HOUR);
    expect(textOf(await zhou.open(`/batches/${batch}/history`))).toContain('转正');
  });

  it('can be stopped, and its order changed with a reason', async () => {
    const first = await reserve(1);
    const page = await zhou.open(`/batches/${batch}/recruitment`);
    const stopped = await zhou.submit(page, /reserve-offers$/);
    expect(textOf(stopped)).toContain('已停止自动问候补');
    const again = await zhou.submit(await zhou.open(`/placements/${first}`), /reserve-asking$/);
    expect(again.status).toBe(200);
    const bare = await zhou.post(`/placements/${first}/reserve-rank`, { rank: '2' });
    expect(bare.status).toBe(422);
    await zhou.submit(stopped, /reserve-offers$/);
    expect(textOf(await zhou.open(`/batches/${batch}/recruitment`))).toContain('4 小时');
  });
});

describe('a misplaced no', () => {
  it('to an offer is taken back in one tap', async () => {
    const placement = await anybodyOf(
      { status: 'open', departedAt: null },
      { recruitment: 'offered' },
    );
    const { phone, page } = await ownPage(placement);
    const out = await phone.submit(page, /withdrawal$/);
    expect(textOf(out)).toContain('点错了，我还想去');
    const back = await phone.submit(out, /taking-back$/);
    expect(textOf(back)).toContain('请您决定去不去');
    expect(await thePlacement(placement)).toMatchObject({ recruitment: 'offered', exit: null });
    const taking = { action: 'placement.take_back', subject: placement };
    expect(await rows.count(audit, taking)).toBe(1);
  });

  it('of somebody who holds a place gives it back, unless it was given away meanwhile', async () => {
    const placement = await anybodyOf(
      { status: 'open', departedAt: null, lockedAt: null },
      { recruitment: 'selected', travel: 'expected' },
    );
    const { batchId } = await thePlacement(placement);
    await rows.change(batchTable, { id: batchId }, { reserveStopped: true });
    await rows.change(placementTable, { batchId }, { placeOffer: null });
    const { phone, page } = await ownPage(placement);
    const out = await phone.submit(page, /withdrawal$/);
    await phone.submit(out, /taking-back$/);
    expect(await thePlacement(placement)).toMatchObject({ recruitment: 'selected', exit: null });
    const again = await phone.submit(await phone.open(page.url), /withdrawal$/);
    const other = await rows.last(placementTable, { batchId, id: not(placement) });
    await rows.change(placementTable, { id: other.id }, { replaces: placement });
    const late = await phone.submit(again, /taking-back$/);
    expect([late.status, textOf(late).includes('您的名额已给了别人')]).toEqual([409, true]);
    expect(formsTo(late, /taking-back$/)).toEqual([]);
  });
});

/** Somebody who has not arrived yet, with a leg to ride on and an escort. */
async function somebodyWithAJourney(): Promise<string> {
  const escorted = new Set((await rows.all(escort)).map(({ batchId }) => batchId));
  const id = (await plannedBatches()).filter((each) => escorted.has(each));
  return anybodyOf({ status: 'open', arrivedAt: null, id }, { recruitment: 'selected' });
}
/** Somebody for whose batch no journey was ever planned. */
async function somebodyWithoutAJourney(): Promise<string> {
  const planned = new Set((await rows.all(leg)).map(({ batchId }) => batchId));
  const open = await rows.all(batchTable, { status: 'open' });
  const id = open.map((each) => each.id).filter((each) => !planned.has(each));
  return anybodyOf({ id }, { recruitment: 'selected' });
}

describe('the journey on a worker’s own page', () => {
  it('says when, where, by what, on which seat and with whom, and what is not fixed yet', async () => {
    const { page } = await ownPage(await somebodyWithAJourney());
    const card = page.root.querySelector('#journey');
    expect(card?.text).toMatch(/出发.+集合地点.+车辆.+您的座位.+护送人.+到达/s);
    expect(card?.querySelector('a[href^="tel:1"]')).not.toBeNull();
    const { page: early } = await ownPage(await somebodyWithoutAJourney());
    expect(early.root.querySelector('#journey')?.text).toContain('车次和时间还没有定');
  });
});

describe('a worker’s own page', () => {
  it('asks to be called in one tap, prints the terms, and rates the employer once there', async () => {
    const open = await rows.all(batchTable, { status: 'open' });
    const { id: placement } = await rows.first(placementTable, {
      batchId: open.map(({ id }) => id),
      travel: 'accepted',
    });
    const { phone, page } = await ownPage(placement);
    expect(textOf(await phone.submit(page, /question$/))).toContain('已告诉劳务站，会给您打电话（');
    expect(textOf(await zhou.open('/inbox'))).toContain('有问题要问，请打电话');
    expect(page.root.querySelector('[data-mute]')?.text).toBe('这部手机不会朗读');
    const [terms = ''] = linksTo(page, /\/terms$/);
    const sheet = await phone.open(terms);
    expect(textOf(sheet)).toMatch(/条件第 \d+ 版 · 校验码 [0-9a-f]{12}/);
    await phone.submit(page, /rating$/, { mark: 'bad' });
    await phone.submit(await phone.open(page.url), /rating$/, { mark: 'good' });
    const { mark } = await rows.first(employerRating, { placementId: placement });
    expect(mark).toBe('good');
  });
});
