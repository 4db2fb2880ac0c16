import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { DAY, HOUR } from '../../src/clock.ts';
import { openDatabase } from '../../src/db/client.ts';
import { watch } from '../../src/pipeline/batch/watch.queries.ts';
import { firstValue, seedTown } from '../support/town.ts';

let batch = '';
let sentAt = 0;

/**
 * One look of the workflow at the batch whose employer is silent, `hours` after the order was sent.
 */
function look(hours: number) {
  return watch(openDatabase(env.DB), batch, 1, sentAt + hours * HOUR);
}

async function told(role: string): Promise<number> {
  return Number(
    await firstValue(
      "select count(*) as value from notice where batch_id = ? and kind = 'deadline' and account_id = (select id from account where role = ?)",
      batch,
      role,
    ),
  );
}

beforeAll(async () => {
  await seedTown();
  batch = await firstValue(
    "select batch.id as value from batch join job_order on job_order.id = order_id where state = 'sent'",
  );
  sentAt = Number(
    await firstValue(
      'select sent_at as value from job_order where id = (select order_id from batch where id = ?)',
      batch,
    ),
  );
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
  expect(
    await firstValue(
      'select state as value from job_order where id = (select order_id from batch where id = ?)',
      batch,
    ),
  ).toBe('expired');
  expect(await told('coordinator')).toBe(3);
  expect(await told('leader')).toBe(1);
  expect(
    await firstValue(
      "select count(*) as value from history where batch_id = ? and kind = 'order_expired'",
      batch,
    ),
  ).toBe('1');
  expect(await firstValue('select count(*) as value from deadline where batch_id = ?', batch)).toBe(
    '0',
  );
  expect((await look(7 * 24 + 3)).nextInMs).toBeNull();
});

it('notes which wait it rests on and how far it has seen, so that the cron handler can find whom to wake', async () => {
  await watch(openDatabase(env.DB), batch, 17, sentAt + 9 * DAY);
  expect(await firstValue('select wait_no as value from batch where id = ?', batch)).toBe('17');
  expect(await firstValue('select seen_seq - seq as value from batch where id = ?', batch)).toBe(
    '0',
  );
});
