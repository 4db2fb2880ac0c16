import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { DAY, HOUR } from '../../src/clock.ts';
import { openDatabase } from '../../src/db/client.ts';
import { watch } from '../../src/pipeline/batch/watch.queries.ts';
import { notice } from '../../src/notices/notices.tables.ts';
import { batch as batchTable } from '../../src/pipeline/batch/batch.tables.ts';
import { deadline, history } from '../../src/pipeline/batch/history.tables.ts';
import { jobOrder } from '../../src/pipeline/demand/demand.tables.ts';
import { batchById, theOrderOf } from '../support/pipeline-rows.ts';
import { type RoleName, seedTown } from '../support/town.ts';
import { accountOf, rows } from '../support/town-rows.ts';

let batch = '';
let sentAt = 0;

/**
 * One look of the workflow at the batch whose employer is silent, `hours` after the order was sent.
 */
function look(hours: number) {
  return watch(openDatabase(env.DB), batch, 1, sentAt + hours * HOUR);
}

async function told(role: RoleName): Promise<number> {
  const { id: accountId } = await accountOf(role);
  return rows.count(notice, { batchId: batch, kind: 'deadline', accountId });
}

beforeAll(async () => {
  await seedTown();
  const order = await rows.first(jobOrder, { state: 'sent' });
  batch = (await rows.first(batchTable, { orderId: order.id })).id;
  sentAt = order.sentAt!;
});

it('reminds of a silent employer after a day and after three, once each, and says when it will look again', async () => {
  expect((await look(23)).nextInMs).toBe(HOUR);
  expect(await told('coordinator')).toBe(0);
  await look(25);
  await look(26);
  expect(await told('coordinator')).toBe(1);
  expect((await look(30)).nextInMs).toBe(42 * HOUR);
  await look(73);
  expect(await told('coordinator')).toBe(2);
  expect(await told('leader')).toBe(0);
});

it('lets the order expire after a week, tells the leaders, and waits for nothing more', async () => {
  await look(7 * 24 + 1);
  await look(7 * 24 + 2);
  expect((await theOrderOf(batch)).state).toBe('expired');
  expect(await told('coordinator')).toBe(3);
  expect(await told('leader')).toBe(1);
  expect(await rows.count(history, { batchId: batch, kind: 'order_expired' })).toBe(1);
  expect(await rows.count(deadline, { batchId: batch })).toBe(0);
  expect((await look(7 * 24 + 3)).nextInMs).toBeNull();
});

it('notes which wait it rests on and how far it has seen, so that the cron handler can find whom to wake', async () => {
  await watch(openDatabase(env.DB), batch, 17, sentAt + 9 * DAY);
  const { waitNo, seenSeq, seq } = await batchById(batch);
  expect(waitNo).toBe(17);
  expect(seenSeq).toBe(seq);
});
