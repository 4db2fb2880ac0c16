import { exports, env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../src/ids.ts';
import { ACCOUNTS, DEMO_PASSWORD } from '../../scripts/seed/town.ts';
import { firstValue, seedTown } from '../support/town.ts';

const BASE = 'https://songxing.test';
const headers = { origin: BASE, 'sec-fetch-site': 'same-origin' };
let cookie = '';
let batch = '';

function post(path: string, fields: Record<string, string>) {
  return exports.default.fetch(
    new Request(`${BASE}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...headers, cookie },
      body: new URLSearchParams(fields),
    }),
  );
}

beforeAll(async () => {
  await seedTown();
  const { phone } = ACCOUNTS.find((account) => account.role === 'coordinator')!;
  const response = await post('/sign-in', { phone, password: DEMO_PASSWORD });
  cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  batch = await firstValue("select id as value from batch where stage = 'recruitment' limit 1");
});

it('gives the last place to exactly one of fifty who are claimed at once, and tells the others', async () => {
  const order = await firstValue('select order_id as value from batch where id = ?', batch);
  const hash = await firstValue('select terms_hash as value from job_order where id = ?', order);
  await env.DB.prepare(
    "update placement set recruitment = 'declined', exit = 'declined', active = 0 where batch_id = ? and held_place = 0",
  )
    .bind(batch)
    .run();
  const { results: free } = await env.DB.prepare(
    'select id from worker where not exists (select 1 from placement where worker_id = worker.id and active = 1) limit 50',
  ).all<{ id: string }>();
  expect(free).toHaveLength(50);
  const ids = free.map(() => newId());
  await env.DB.batch(
    free.map(({ id }, i) =>
      env.DB.prepare(
        `insert into placement (id, batch_id, worker_id, active, recruitment, consented_hash, held_place, health, papers, custody, travel, follow_up, captain)
         values (?, ?, ?, 1, 'consented', ?, 0, 'none', '{}', '[]', 'expected', 'none', 0)`,
      ).bind(ids[i], batch, id, hash),
    ),
  );
  await env.DB.prepare(
    'update batch set headcount = (select count(*) from placement where batch_id = ?1 and held_place = 1) + 1 where id = ?1',
  )
    .bind(batch)
    .run();
  const answers = await Promise.all(
    ids.map((id) => post(`/placements/${id}/selection`, { key: newId() })),
  );
  const statuses = answers.map((answer) => answer.status);
  expect(statuses.filter((status) => status === 303)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(49);
  for (const answer of answers.filter((each) => each.status === 409))
    expect(await answer.text()).toContain('名额已满');
  expect(
    await firstValue(
      `select count(*) as value from placement where batch_id = ? and held_place = 1 and exit is null`,
      batch,
    ),
  ).toBe(await firstValue('select headcount as value from batch where id = ?', batch));
}, 60_000);

it('does a thing once however often its form arrives, one after the other or all at once', async () => {
  const placement = await firstValue(
    "select id as value from placement where batch_id = ? and recruitment = 'consented' and exit is null limit 1",
    batch,
  );
  const count = () =>
    firstValue(
      "select count(*) as value from history where placement_id = ? and kind = 'reserved'",
      placement,
    );
  const key = newId();
  const statuses: number[] = [];
  for (let i = 0; i < 3; i++)
    statuses.push((await post(`/placements/${placement}/reserve`, { key })).status);
  const parallel = await Promise.all(
    [1, 2].map(() => post(`/placements/${placement}/reserve`, { key })),
  );
  expect([...statuses, ...parallel.map((answer) => answer.status)]).toEqual([
    303, 303, 303, 303, 303,
  ]);
  expect(await count()).toBe('1');
  const { results } = await env.DB.prepare('select count(*) as n from audit where key = ?')
    .bind(key)
    .all<{ n: number }>();
  expect(results[0]?.n).toBe(1);
});

it('keeps the history without a gap and the counts equal to the rows', async () => {
  const { results: batches } = await env.DB.prepare('select id, seq, counts from batch').all<{
    id: string;
    seq: number;
    counts: string;
  }>();
  for (const { id, seq, counts } of batches) {
    expect(await firstValue('select count(*) as value from history where batch_id = ?', id)).toBe(
      String(seq),
    );
    const reserve = await firstValue(
      "select count(*) as value from placement where batch_id = ? and exit is null and recruitment = 'reserve'",
      id,
    );
    expect(String((JSON.parse(counts) as { reserve: number }).reserve)).toBe(reserve);
  }
});
