import { openDatabase } from '../../db/client.ts';
import type { Env } from '../../env.ts';
import { chase } from './watch.queries.ts';
import { ensureWorkflow } from './wake.workflow.ts';
import { batchQueries } from '../batch-row.queries.ts';
import { batchReadingOf } from '../batch-reading.requests.ts';
import type { Database } from '../../db/client.ts';
import { keptSteps } from './change.queries.ts';
import { batchesToChase, batchesToWake, batchesWithOldSteps, keepSteps } from './wake.queries.ts';

/** How many instances are woken at a time, so that a restart does not wake a hundred at once. */
const AT_ONCE = 10;

/**
 * Wakes every open batch whose reminder is due or whose newest line the workflow has not seen, and
 * creates instances that are missing; sends what is due of batches that have ended. A batch that
 * cannot be woken is tried again in the next minute and keeps none of the others waiting.
 */
export async function tickBatches(env: Env, now: number): Promise<number> {
  const db = openDatabase(env.DB);
  const [batches, ended] = await db.batch([
    batchesToWake(db.orm, now),
    batchesToChase(db.orm, now),
  ]);
  for (const { id } of ended) await chase(db, id, now);
  for (let i = 0; i < batches.length; i += AT_ONCE)
    await Promise.allSettled(
      batches.slice(i, i + AT_ONCE).map(({ id, waitNo }) => ensureWorkflow(env, id, waitNo)),
    );
  // Last: what it shows may be a minute old, a workflow must not wait for it.
  await renewSteps(db);
  return batches.length;
}

/** Of how many batches a minute what comes next is made anew. */
const RENEWED = 20;

/** Makes anew what comes next where a person, an order or a village has changed since. */
async function renewSteps(db: Database): Promise<void> {
  const [old] = await db.batch([batchesWithOldSteps(db.orm, RENEWED)]);
  for (const { id } of old) {
    const reading = batchReadingOf(await db.read(batchQueries(db.orm, { batchId: id })));
    if (!reading) continue;
    const { s, touched } = reading;
    await db.batch([keepSteps(db.orm, s, keptSteps(s), touched)]);
  }
}
