/** What the tests of the pipeline ask of the demo town beside what `town-rows.ts` tells. */
import { env } from 'cloudflare:workers';
import { and, asc, eq, notExists } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { setting } from '../../src/access/access.tables.ts';
import { newId } from '../../src/ids.ts';
import { batch, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { jobOrder } from '../../src/pipeline/demand/demand.tables.ts';
import { leg } from '../../src/pipeline/travel/travel.tables.ts';
import { worker } from '../../src/registry/registry.tables.ts';
import type { FigureName } from '../../src/settings/figures.ts';
import { rows } from './town-rows.ts';

const db = drizzle(env.DB, { casing: 'snake_case' });

/** The batch with this id. */
export function batchById(id: string) {
  return rows.first(batch, { id });
}

/** The order that a batch is to fill. */
export async function theOrderOf(batchId: string) {
  return rows.first(jobOrder, { id: (await batchById(batchId)).orderId });
}

/** Those batches whose journey has a leg that was not struck from the plan. */
export async function plannedBatches(): Promise<string[]> {
  const legs = await rows.all(leg, { removedAt: null });
  return [...new Set(legs.map(({ batchId }) => batchId))];
}

/** People who are in no batch now: in none at all, or out of each that they were in. */
export function peopleInNoBatchNow(count: number) {
  const theirs = db
    .select({ id: placement.id })
    .from(placement)
    .where(and(eq(placement.workerId, worker.id), eq(placement.active, true)));
  return db.select().from(worker).where(notExists(theirs)).orderBy(asc(worker.id)).limit(count);
}

/** People who were never in any batch. */
export function peopleNeverInABatch() {
  const theirs = db
    .select({ id: placement.id })
    .from(placement)
    .where(eq(placement.workerId, worker.id));
  return db.select().from(worker).where(notExists(theirs)).orderBy(asc(worker.id));
}

/**
 * Puts these people into a batch, past the app, each as told.
 *
 * @returns Their placements
 */
export async function putInto(
  batchId: string,
  people: { id: string }[],
  as: Pick<
    typeof placement.$inferInsert,
    'recruitment' | 'heldPlace' | 'health' | 'papers' | 'consentedHash'
  >,
): Promise<string[]> {
  const placements = people.map(({ id }) => ({
    id: newId(),
    batchId,
    workerId: id,
    active: true,
    custody: [],
    travel: 'expected' as const,
    followUp: 'none' as const,
    captain: false,
    ...as,
  }));
  const [first, ...others] = placements.map((each) => db.insert(placement).values(each));
  if (first) await db.batch([first, ...others]);
  return placements.map(({ id }) => id);
}

/** Sets one of the station's figures, past the app, and leaves the others as they are. */
export async function setFigure(name: FigureName, value: number): Promise<void> {
  const [kept] = await rows.all(setting, { name: 'figures' });
  const figures = { ...(kept?.value as Partial<Record<FigureName, number>>), [name]: value };
  await rows.remove(setting, { name: 'figures' });
  await rows.add(setting, { name: 'figures', value: figures });
}
