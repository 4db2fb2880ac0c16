import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../src/clock.ts';
import { nextTry } from '../../src/pipeline/follow-up/visit.ts';
import { type Browser, formsTo, textOf } from '../../scripts/story/browser.ts';
import { firstValue, seedTown, signedIn } from '../support/town.ts';

const TODAY = dayOf(Date.now());
const WORKING = "(select id from batch where stage = 'followUp' and status = 'open' limit 1)";

let zhou: Browser;
beforeEach(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
}, 30_000);

/** A visit that is due today, to somebody at work who was not tried before. */
async function dueVisit(kind = 'quarter'): Promise<string> {
  const id = await firstValue(
    `select visit.id as value from visit join placement on placement.id = placement_id
     where visit.batch_id = ${WORKING} and follow_up = 'away' and open = 1 and tries = 0 and kind = ?
     and not exists (select 1 from visit other where other.placement_id = visit.placement_id and other.tries > 0)`,
    kind,
  );
  await env.DB.prepare('update visit set due_on = ? where id = ?').bind(TODAY, id).run();
  return id;
}
function of(id: string, what: string): Promise<string> {
  return firstValue(`select ${what} as value from visit where id = ?`, id);
}
async function say(id: string, outcome: string, more: Record<string, string> = {}) {
  return zhou.submit(await zhou.open(`/visits/${id}`), /\/outcome$/, { outcome, ...more });
}

describe('a call that reaches nobody', () => {
  it('leaves the visit open, for the next day, then three days on, then each week', async () => {
    expect([1, 2, 3, 4].map((tries) => nextTry('2027-03-01', tries))).toEqual([
      '2027-03-02',
      '2027-03-04',
      '2027-03-08',
      '2027-03-08',
    ]);
    const id = await dueVisit();
    const open = await firstValue(`select open_visits as value from batch where id = ${WORKING}`);
    const list = await say(id, 'not_reached');
    expect(await of(id, "open || ' ' || due_on || ' ' || tries")).toBe(`1 ${addDays(TODAY, 1)} 1`);
    expect(list.html, 'still on the list, later').toContain(`/visits/${id}`);
    const page = textOf(await zhou.open(`/visits/${id}`));
    expect(page).toContain('试过 1 次,没有说上话');
    expect(page).toContain('联系上了');
    await say(id, 'not_reached');
    expect(await of(id, 'due_on')).toBe(addDays(TODAY, 3));
    expect(await firstValue(`select open_visits as value from batch where id = ${WORKING}`)).toBe(
      open,
    );
    expect(await firstValue('select count(*) as value from visit_try where visit_id = ?', id)).toBe(
      '2',
    );
    const [line] = (
      await env.DB.prepare(
        `select detail from history where batch_id = ${WORKING} order by seq desc`,
      ).all()
    ).results;
    expect(String(line?.['detail'])).toContain('not_reached');
    const batch = await firstValue(`select ${WORKING} as value`);
    expect(textOf(await zhou.open(`/batches/${batch}/history`))).toMatch(/联系 \S+:没联系上/);
  });

  it('is recorded once where two devices tell of it, and once where one tells twice', async () => {
    const id = await dueVisit();
    const [one, other] = [await zhou.open(`/visits/${id}`), await zhou.open(`/visits/${id}`)];
    await zhou.submit(one, /\/outcome$/, { outcome: 'not_reached' });
    await zhou.submit(one, /\/outcome$/, { outcome: 'not_reached' });
    expect(await of(id, 'tries')).toBe('1');
    await zhou.submit(other, /\/outcome$/, { outcome: 'not_reached' });
    expect(await of(id, 'tries'), 'another call of another device is another try').toBe('2');
    await Promise.all([say(id, 'not_reached'), say(id, 'not_reached')]);
    const tries = Number(await of(id, 'tries'));
    expect(await firstValue('select count(*) as value from visit_try where visit_id = ?', id)).toBe(
      String(tries),
    );
    await zhou.submit(one, /\/outcome$/, { outcome: 'refused', key: '01TEST0000000000000000TAKE' });
    const late = await zhou.submit(other, /\/outcome$/, {
      outcome: 'not_reached',
      key: '01TEST0000000000000000TAKF',
    });
    expect(late.status).toBe(409);
    expect(textOf(late)).toContain('已经有人记过这次回访');
  });

  it('is made good by a later answer, which ends what was tried in vain before', async () => {
    const placement = await firstValue(
      `select placement_id as value from visit where batch_id = ${WORKING} and open = 1 group by 1
       having sum(kind = 'quarter' and tries = 0) = 1 and sum(kind = 'residence') = 1 limit 1`,
    );
    const visit = (kind: string) =>
      firstValue(
        'select id as value from visit where placement_id = ? and kind = ?',
        placement,
        kind,
      );
    const [quarter, residence] = [await visit('quarter'), await visit('residence')];
    await say(quarter, 'not_reached');
    const before = Number(
      await firstValue(`select open_visits as value from batch where id = ${WORKING}`),
    );
    await say(residence, 'done', { working: 'yes' });
    expect(await of(quarter, "coalesce(open, 0) || ' ' || outcome")).toBe('0 not_reached');
    expect(await firstValue(`select open_visits as value from batch where id = ${WORKING}`)).toBe(
      String(before - 2),
    );
    expect(
      await firstValue(
        `select count(*) as value from visit where batch_id = ${WORKING} and open = 1`,
      ),
    ).toBe(String(before - 2));
  });

  it('does not end a batch, which names whom nobody has spoken to', async () => {
    await env.DB.prepare(
      `update visit set outcome = null, tries = 0, open = null where batch_id = ${WORKING} and outcome is not null`,
    ).run();
    const id = await dueVisit('term_end');
    const placement = await of(id, 'placement_id');
    await env.DB.prepare(`update visit set open = null where batch_id = ${WORKING} and id <> ?`)
      .bind(id)
      .run();
    await env.DB.prepare(
      `update batch set open_visits = 1, touched = touched + 1 where id = ${WORKING}`,
    ).run();
    for (let tries = 1; tries <= 3; tries++) await say(id, 'not_reached');
    const [batch, status] = [
      await firstValue('select batch_id as value from placement where id = ?', placement),
      await firstValue(
        'select status as value from batch where id = (select batch_id from placement where id = ?)',
        placement,
      ),
    ];
    expect(status).toBe('open');
    const page = textOf(await zhou.open(`/batches/${batch}/follow-up`));
    const name = await firstValue(
      'select name as value from worker join placement on worker.id = worker_id where placement.id = ?',
      placement,
    );
    expect(page).toMatch(new RegExp(`还没说上话的人 1.*这一批不会结束.*${name} · 试过 3 次`));
    await say(id, 'done', { working: 'yes' });
    expect(await firstValue('select open_visits as value from batch where id = ?', batch)).toBe(
      '0',
    );
    expect(textOf(await zhou.open(`/batches/${batch}/follow-up`))).not.toContain('还没说上话的人');
  });
});

describe('a number that is not theirs', () => {
  it('is asked for anew, told in the history of the person, and called today', async () => {
    await env.DB.prepare(
      `update visit set open = 1, tries = 0, outcome = null where batch_id = ${WORKING} and kind = 'quarter'`,
    ).run();
    const id = await dueVisit();
    const worker = await firstValue(
      'select worker_id as value from placement where id = (select placement_id from visit where id = ?)',
      id,
    );
    const was = await firstValue('select phone as value from worker where id = ?', worker);
    const asked = await say(id, 'wrong_number');
    expect(textOf(asked)).toContain('现在的号码');
    expect(
      asked.root.querySelector(`a[href="tel:${was}"]`),
      'the wrong one is not offered',
    ).toBeNull();
    expect(
      formsTo(asked, /\/outcome$/).length,
      'nobody tries a wrong number again',
    ).toBeLessThanOrEqual(2);
    const odd = await zhou.submit(asked, /\/number$/, { phone: '139' });
    expect([odd.status, odd.root.querySelector('#phone')?.getAttribute('value')]).toEqual([
      422,
      '139',
    ]);
    const known = await zhou.submit(odd, /\/number$/, { phone: '139 0013 9777' });
    expect(known.root.querySelector('a[href="tel:13900139777"]')).not.toBeNull();
    const again = await zhou.submit(odd, /\/number$/, { phone: '139 0013 9777' });
    expect(again.status, 'sent twice, done once').toBe(200);
    expect(await of(id, "open || ' ' || due_on || ' ' || coalesce(outcome, '-')")).toBe(
      `1 ${TODAY} -`,
    );
    expect(textOf(await zhou.open(`/workers/${worker}`))).toContain('回访时问到');
  });
});

describe('a number that was said to be wrong', () => {
  const marked = async () => {
    const id = await dueVisit();
    const person =
      '(select worker_id from placement where id = (select placement_id from visit where id = ?))';
    const worker = await firstValue(`select id as value from worker where id = ${person}`, id);
    return {
      id,
      worker,
      was: await firstValue('select phone as value from worker where id = ?', worker),
      asked: await say(id, 'wrong_number'),
    };
  };

  it('is called where it was put right on the person’s own page', async () => {
    const { id, worker } = await marked();
    await env.DB.prepare('update visit set at = at - 1000 where id = ?').bind(id).run();
    const edit = await zhou.open(`/workers/${worker}/edit`);
    await zhou.submit(edit, `/workers/${worker}/edit`, { phone: '13900139888' });
    const page = await zhou.open(`/visits/${id}`);
    expect(page.root.querySelector('a[href="tel:13900139888"]')).not.toBeNull();
    expect(formsTo(page, /\/number$/)).toEqual([]);
  });

  it('is not offered at another visit to them either', async () => {
    const { id, was } = await marked();
    const other = await firstValue(
      "select id as value from visit where kind = 'residence' and placement_id = (select placement_id from visit where id = ?)",
      id,
    );
    const page = await zhou.open(`/visits/${other}`);
    expect(page.root.querySelector(`a[href="tel:${was}"]`)).toBeNull();
    expect(formsTo(page, /\/number$/)).toHaveLength(1);
  });

  it('is asked for as well where there is none', async () => {
    const id = await dueVisit();
    const person =
      '(select worker_id from placement where id = (select placement_id from visit where id = ?))';
    await env.DB.prepare(`update worker set phone = '' where id = ${person}`).bind(id).run();
    const page = await zhou.open(`/visits/${id}`);
    expect(textOf(page)).toContain('没有登记号码');
    const known = await zhou.submit(page, /\/number$/, { phone: '13900139444' });
    expect(known.root.querySelector('a[href="tel:13900139444"]')).not.toBeNull();
  });

  it('may have been theirs after all', async () => {
    const { id, was, asked } = await marked();
    const page = await zhou.submit(asked, /\/number$/, { phone: was });
    expect(page.root.querySelector(`a[href="tel:${was}"]`)).not.toBeNull();
    expect(await of(id, 'due_on')).toBe(TODAY);
  });

  it('is nobody else’s to write: not of another village, not where nothing was marked', async () => {
    const { id, worker } = await marked();
    const officer = await signedIn('officer');
    const village = await firstValue(
      "select village_id as value from account where role = 'officer'",
    );
    await env.DB.prepare('update visit set village_id = ? where id = ?').bind(village, id).run();
    await env.DB.prepare(
      "update worker set village_id = (select id from area where kind = 'village' and id <> ? limit 1) where id = ?",
    )
      .bind(village, worker)
      .run();
    expect((await officer.post(`/visits/${id}/number`, { phone: '13900139999' })).status).toBe(404);
    const other = await dueVisit('residence');
    expect((await zhou.post(`/visits/${other}/number`, { phone: '13900139999' })).status).toBe(409);
    expect(
      await firstValue("select count(*) as value from worker where phone = '13900139999'"),
    ).toBe('0');
  });
});

it('counts one call as one try, whatever else somebody was to be called about', async () => {
  const quarter = await dueVisit();
  const residence = await firstValue(
    "select id as value from visit where kind = 'residence' and placement_id = (select placement_id from visit where id = ?)",
    quarter,
  );
  await env.DB.prepare('update visit set due_on = ? where id = ?')
    .bind(addDays(TODAY, -2), residence)
    .run();
  await say(quarter, 'not_reached');
  expect([await of(residence, 'due_on'), await of(residence, 'tries')]).toEqual([
    addDays(TODAY, 1),
    '0',
  ]);
});

describe('the day of a call', () => {
  it('may be one that has passed, and none that is still to come', async () => {
    const id = await dueVisit();
    const early = await say(id, 'done', { working: 'yes', madeOn: addDays(TODAY, 1) });
    expect(early.status).toBe(422);
    expect(textOf(early)).toContain('这一天还没到');
    await say(id, 'done', { working: 'yes', madeOn: addDays(TODAY, -3) });
    expect(await firstValue('select made_on as value from visit_try where visit_id = ?', id)).toBe(
      addDays(TODAY, -3),
    );
  });
});

it('takes up again, in a database of before, whom nobody has spoken to', async () => {
  const id = await dueVisit();
  const placement = await of(id, 'placement_id');
  await env.DB.prepare(
    "update visit set outcome = 'not_reached', open = null, tries = 0, at = ? where id = ?",
  )
    .bind(Date.parse('2026-03-01T20:00:00Z'), id)
    .run();
  await env.DB.prepare(
    'update visit set open = null, outcome = null where placement_id = ? and id <> ?',
  )
    .bind(placement, id)
    .run();
  const [migration] = env.TEST_MIGRATIONS.filter(({ name }) => name.includes('tries_and_forms'));
  await env.DB.prepare('delete from visit_try').run();
  for (const query of migration!.queries.filter((each) => /^(insert|update)/im.test(each)))
    await env.DB.prepare(query).run();
  expect(await of(id, "open || ' ' || tries")).toBe('1 1');
  expect(await firstValue('select made_on as value from visit_try where visit_id = ?', id)).toBe(
    '2026-03-02',
  );
  expect(await firstValue(`select open_visits as value from batch where id = ${WORKING}`)).toBe(
    await firstValue(
      `select count(*) as value from visit where batch_id = ${WORKING} and open = 1`,
    ),
  );
});
