import { exports } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../src/ids.ts';
import { ACCOUNTS, DEMO_PASSWORD } from '../../scripts/seed/town.ts';
import { audit } from '../../src/access/access.tables.ts';
import {
  batch as batchTable,
  placement as placementTable,
} from '../../src/pipeline/batch/batch.tables.ts';
import { history } from '../../src/pipeline/batch/history.tables.ts';
import { batchById, peopleInNoBatchNow, putInto, theOrderOf } from '../support/pipeline-rows.ts';
import { seedTown } from '../support/town.ts';
import { holdersIn, rows } from '../support/town-rows.ts';

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
  batch = (await rows.first(batchTable, { stage: 'recruitment' })).id;
});

it('gives the last place to exactly one of fifty who are claimed at once, and tells the others', async () => {
  await rows.change(
    placementTable,
    { batchId: batch, heldPlace: false },
    { recruitment: 'declined', exit: 'declined', active: false },
  );
  const free = await peopleInNoBatchNow(50);
  expect(free).toHaveLength(50);
  const ids = await putInto(batch, free, {
    recruitment: 'consented',
    consentedHash: (await theOrderOf(batch)).termsHash,
    heldPlace: false,
    health: 'none',
    papers: {},
  });
  const held = await rows.count(placementTable, { batchId: batch, heldPlace: true });
  await rows.change(batchTable, { id: batch }, { headcount: held + 1 });
  const answers = await Promise.all(
    ids.map((id) => post(`/placements/${id}/selection`, { key: newId() })),
  );
  const statuses = answers.map((answer) => answer.status);
  expect(statuses.filter((status) => status === 303)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(49);
  for (const answer of answers.filter((each) => each.status === 409))
    expect(await answer.text()).toContain('名额已满');
  expect(await holdersIn(batch)).toHaveLength((await batchById(batch)).headcount);
});

it('does a thing once however often its form arrives, one after the other or all at once', async () => {
  const { id: placement } = await rows.first(placementTable, {
    batchId: batch,
    recruitment: 'consented',
    exit: null,
  });
  const count = () => rows.count(history, { placementId: placement, kind: 'reserved' });
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
  expect(await count()).toBe(1);
  expect(await rows.count(audit, { key })).toBe(1);
});

it('keeps the history without a gap and the counts equal to the rows', async () => {
  for (const { id, seq, counts } of await rows.all(batchTable)) {
    expect(await rows.count(history, { batchId: id })).toBe(seq);
    const reserves = { batchId: id, exit: null, recruitment: 'reserve' } as const;
    expect(counts.reserve).toBe(await rows.count(placementTable, reserves));
  }
});
