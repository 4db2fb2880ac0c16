import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { rateLimit } from '../../src/access/access.tables.ts';
import { countTry, refuseIfFull } from '../../src/access/rate-limit.ts';
import { DAY, MINUTE } from '../../src/clock.ts';
import { openDatabase } from '../../src/db/client.ts';
import { rows } from '../support/town-rows.ts';

const NOON = Date.UTC(2027, 2, 1, 4);
const LIMIT = { hits: 2, withinMs: 15 * MINUTE };
const BUCKET = 'client:somebody';

function tryAt(now: number): Promise<void> {
  return countTry(openDatabase(env.DB), BUCKET, LIMIT, now);
}

it('keeps nobody out for a day whose tries were counted by a clock that was a day ahead', async () => {
  await tryAt(NOON + DAY);
  await tryAt(NOON + DAY);
  await expect(tryAt(NOON + DAY)).rejects.toMatchObject({ status: 429 });
  const full = await rows.first(rateLimit, { bucket: BUCKET });
  expect(() => refuseIfFull(full, LIMIT, NOON + DAY)).toThrow('too_many_tries');
  expect(() => refuseIfFull(full, LIMIT, NOON)).not.toThrow();
  await tryAt(NOON);
  await tryAt(NOON);
  await expect(tryAt(NOON), 'and counts on from there').rejects.toMatchObject({ status: 429 });
});
