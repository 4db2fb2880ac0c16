/** Seeds the demo town into an empty database. The same seed makes the same town. */
import { hide, holdSecret } from '../../src/access/hidden-text.ts';
import { DAY, dayOf } from '../../src/clock.ts';
import type { WorkerRow } from '../../src/registry/worker-rows.queries.ts';
import { playBatches } from './batches/batches.ts';
import { insertMany } from './bulk.ts';
import { randomFrom } from './random.ts';
import { townspeople } from './register/people.ts';
import { taker } from './register/taker.ts';
import { insertPartners, insertStation } from './station.ts';

/**
 * Writes the whole town: the station, its register, its batches. Throws where the story of a batch
 * breaks a rule, and where the database is not empty.
 * @param secret the station's key
 * @param now the instant at which somebody opens the town for the first time
 * @param people how many are in the register; those of the town where nothing is said
 */
export async function seedDemo(
  db: D1Database,
  secret: string,
  now: number,
  people?: number,
): Promise<void> {
  holdSecret(secret);
  const random = randomFrom(20_270_306);
  const { villageIds, coordinatorId } = await insertStation(db, now);
  const partners = await insertPartners(db, random, now);
  const register = await townspeople(random, secret, villageIds, now, people);
  await insertMany(db, 'worker', register.workers.map(hidden));
  await insertMany(db, 'certificate', register.certificates);
  await insertMany(db, 'likeness', register.likenesses);
  const take = taker(register.workers, dayOf(now));
  await playBatches({ db, secret, now, coordinatorId, ...partners, take });
  await readOldNotices(db, now);
}

function hidden(row: WorkerRow) {
  return { ...row, sex: hide(row.sex), idNumberLast4: hide(row.idNumberLast4) };
}

/** Only those of the last four days are still to be read. */
async function readOldNotices(db: D1Database, now: number): Promise<void> {
  await db
    .prepare('update notice set read_at = created_at where created_at < ?')
    .bind(now - 4 * DAY)
    .run();
}
