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
import { aVisitor, firstValue, seedTown, signedIn } from '../support/town.ts';

let zhou: Browser;
beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
});

async function ownPage(placement: string): Promise<{ phone: Browser; page: Page }> {
  const worker = await firstValue(
    'select worker_id as value from placement where id = ?',
    placement,
  );
  const landing = forwardedIn(await zhou.post('/links', { purpose: 'worker', subjectId: worker }));
  const phone = aVisitor();
  return { phone, page: await phone.submit(await phone.open(landing), landing) };
}

describe('the list of a batch', () => {
  let batch = '';
  beforeAll(async () => {
    batch = await firstValue("select id as value from batch where stage = 'recruitment' limit 1");
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
    const worker = await firstValue(
      "select id as value from worker where availability = 'unwilling' and born_on between '1980-01-01' and '1999-01-01' and not exists (select 1 from placement where worker_id = worker.id) limit 1",
    );
    const count = () =>
      firstValue('select count(*) as value from placement where worker_id = ?', worker);
    const asked = await zhou.post(`/workers/${worker}/placements`, { batchId: batch });
    expect(asked.status).toBe(422);
    expect(textOf(asked)).toContain('说过不想外出');
    expect(await count()).toBe('0');
    const forbidden = await zhou.submit(asked, /placements$/, { word: '乙肝已转阴' });
    expect([forbidden.status, await count()]).toEqual([422, '0']);
    await zhou.submit(asked, /placements$/, { word: '昨天来电说改主意了' });
    expect(await count()).toBe('1');
    expect(textOf(await zhou.open(`/batches/${batch}/history`))).toContain(
      '加入名单(昨天来电说改主意了)',
    );
  });

  it('takes nobody whom the law keeps from the post, whatever the word', async () => {
    const child = await firstValue(
      'select id as value from worker where not exists (select 1 from placement where worker_id = worker.id) limit 1',
    );
    await env.DB.prepare(
      "update worker set born_on = '2015-01-01', availability = 'wants' where id = ?",
    )
      .bind(child)
      .run();
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
    const placement = await firstValue(
      "select placement.id as value from placement join batch on batch.id = batch_id where batch.stage = 'recruitment' and recruitment = 'offered' and exit is null limit 1",
    );
    await zhou.submit(await zhou.open(`/placements/${placement}`), /consent$/, { manner: 'paper' });
    expect(textOf(await zhou.open(`/placements/${placement}`))).toContain('书面');
    const { phone, page } = await ownPage(placement);
    expect(textOf(page)).toContain('工作人员记录您');
    const denied = await phone.submit(page, /contradiction$/);
    expect(textOf(denied)).toContain('请您决定去不去');
    const state = () =>
      firstValue('select recruitment as value from placement where id = ?', placement);
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

describe('the reserve list', () => {
  let batch = '';
  const look = (at: number) => watch(openDatabase(env.DB), batch, 1, at);
  const reserve = async (rank: number) =>
    firstValue(
      "select id as value from placement where batch_id = ? and recruitment = 'reserve' and exit is null order by rank limit 1 offset ?",
      batch,
      rank - 1,
    );
  const offer = (id: string) =>
    firstValue('select place_offer as value from placement where id = ?', id);
  const until = async (id: string) =>
    Number(await firstValue('select place_offer_until as value from placement where id = ?', id));

  beforeAll(async () => {
    batch = await firstValue(
      "select id as value from batch where stage in ('health', 'documents') and (select count(*) from placement where batch_id = batch.id and recruitment = 'reserve' and exit is null) >= 2 limit 1",
    );
    const leaver = await firstValue(
      "select id as value from placement where batch_id = ? and recruitment = 'selected' and exit is null limit 1",
      batch,
    );
    await zhou.post(`/placements/${leaver}/withdrawal`, {});
  });

  it('is asked by itself when somebody leaves, with a time to answer, and the coordinator is told whom to write to', async () => {
    const first = await reserve(1);
    await look(Date.now());
    expect(await offer(first)).toBe('open');
    const page = await zhou.open(`/batches/${batch}`);
    const line = page.root
      .querySelectorAll('.todo-list li')
      .find((li) => li.text.includes('等答复补不补'));
    expect(line?.querySelector('a.btn')?.getAttribute('href')).toBe(`/placements/${first}`);
    const { page: own } = await ownPage(first);
    expect(textOf(own)).toContain('有一个名额空出来了');
  });

  it('asks the next when the time is over; a late yes is told that the place is promised', async () => {
    const [first, second] = [await reserve(1), await reserve(2)];
    await look((await until(first)) + 1);
    expect([await offer(first), await offer(second)]).toEqual(['lapsed', 'open']);
    const { phone, page } = await ownPage(first);
    const late = await phone.submit(page, /place$/, { answer: 'yes' });
    expect([late.status, textOf(late).includes('这个名额已给了别人,您仍在候补名单上')]).toEqual([
      409,
      true,
    ]);
  });

  it('gives the place to a yes by link, once', async () => {
    const second = await reserve(2);
    const { phone, page } = await ownPage(second);
    const yes = await phone.submit(page, /place$/, { answer: 'yes' });
    expect(textOf(yes)).toContain('您已入选');
    expect(
      await firstValue('select recruitment as value from placement where id = ?', second),
    ).toBe('selected');
    const again = await phone.submit(page, /place$/, { answer: 'yes' });
    expect(again.status).toBe(200);
    expect(
      await firstValue(
        "select count(*) as value from history where placement_id = ? and kind in ('promoted', 'selected')",
        second,
      ),
    ).toBe('1');
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
  const status = (id: string) =>
    firstValue(
      "select recruitment || ' ' || coalesce(exit, 'in') as value from placement where id = ?",
      id,
    );
  const anybody = (where: string) =>
    firstValue(
      `select placement.id as value from placement join batch on batch.id = batch_id where batch.status = 'open' and departed_at is null and exit is null and ${where} limit 1`,
    );

  it('to an offer is taken back in one tap', async () => {
    const placement = await anybody("recruitment = 'offered'");
    const { phone, page } = await ownPage(placement);
    const out = await phone.submit(page, /withdrawal$/);
    expect(textOf(out)).toContain('点错了，我还想去');
    const back = await phone.submit(out, /taking-back$/);
    expect(textOf(back)).toContain('请您决定去不去');
    expect(await status(placement)).toBe('offered in');
    expect(
      await firstValue(
        "select count(*) as value from audit where action = 'placement.take_back' and subject = ?",
        placement,
      ),
    ).toBe('1');
  });

  it('of somebody who holds a place gives it back, unless it was given away meanwhile', async () => {
    const placement = await anybody(
      "recruitment = 'selected' and travel = 'expected' and locked_at is null",
    );
    const mine = '(select batch_id from placement where id = ?)';
    await env.DB.prepare(`update batch set reserve_stopped = 1 where id = ${mine}`)
      .bind(placement)
      .run();
    await env.DB.prepare(`update placement set place_offer = null where batch_id = ${mine}`)
      .bind(placement)
      .run();
    const { phone, page } = await ownPage(placement);
    const out = await phone.submit(page, /withdrawal$/);
    await phone.submit(out, /taking-back$/);
    expect(await status(placement)).toBe('selected in');
    const again = await phone.submit(await phone.open(page.url), /withdrawal$/);
    await env.DB.prepare(
      'update placement set replaces = ? where id = (select max(id) from placement where batch_id = (select batch_id from placement where id = ?) and id <> ?)',
    )
      .bind(placement, placement, placement)
      .run();
    const late = await phone.submit(again, /taking-back$/);
    expect([late.status, textOf(late).includes('您的名额已给了别人')]).toEqual([409, true]);
    expect(formsTo(late, /taking-back$/)).toEqual([]);
  });
});

describe('the journey on a worker’s own page', () => {
  it('says when, where, by what, on which seat and with whom, and what is not fixed yet', async () => {
    const planned = await firstValue(
      "select placement.id as value from placement join batch on batch.id = batch_id where batch.status = 'open' and arrived_at is null and recruitment = 'selected' and exit is null and exists (select 1 from leg where leg.batch_id = batch.id and removed_at is null) and exists (select 1 from escort where escort.batch_id = batch.id) limit 1",
    );
    const { page } = await ownPage(planned);
    const card = page.root.querySelector('#journey');
    expect(card?.text).toMatch(/出发.+集合地点.+车辆.+您的座位.+护送人.+到达/s);
    expect(card?.querySelector('a[href^="tel:1"]')).not.toBeNull();
    const open = await firstValue(
      "select placement.id as value from placement join batch on batch.id = batch_id where batch.status = 'open' and recruitment = 'selected' and exit is null and not exists (select 1 from leg where leg.batch_id = batch.id) limit 1",
    );
    const { page: early } = await ownPage(open);
    expect(early.root.querySelector('#journey')?.text).toContain('车次和时间还没有定');
  });
});

describe('a worker’s own page', () => {
  it('asks to be called in one tap, prints the terms, and rates the employer once there', async () => {
    const placement = await firstValue(
      "select placement.id as value from placement join batch on batch.id = batch_id where travel = 'accepted' and batch.status = 'open' limit 1",
    );
    const { phone, page } = await ownPage(placement);
    expect(textOf(await phone.submit(page, /question$/))).toContain('已告诉劳务站，会给您打电话（');
    expect(textOf(await zhou.open('/inbox'))).toContain('有问题要问,请打电话');
    expect(page.root.querySelector('[data-mute]')?.text).toBe('这部手机不会朗读');
    const [terms = ''] = linksTo(page, /\/terms$/);
    const sheet = await phone.open(terms);
    expect(textOf(sheet)).toMatch(/条件第 \d+ 版 · 校验码 [0-9a-f]{12}/);
    await phone.submit(page, /rating$/, { mark: 'bad' });
    await phone.submit(await phone.open(page.url), /rating$/, { mark: 'good' });
    expect(
      await firstValue(
        'select mark as value from employer_rating where placement_id = ?',
        placement,
      ),
    ).toBe('good');
  });
});
