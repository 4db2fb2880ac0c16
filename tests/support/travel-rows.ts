/** What tests of the journey ask of the rows in the database of the Worker. */
import { env } from 'cloudflare:workers';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import { batch, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { rollEntry } from '../../src/pipeline/travel/roll-call/roll-call.tables.ts';
import type { LegMode } from '../../src/pipeline/travel/manifest.ts';
import { ledgerEntry } from '../../src/pipeline/ledger/ledger.tables.ts';
import { escort, handover, leg } from '../../src/pipeline/travel/travel.tables.ts';
import { worker } from '../../src/registry/registry.tables.ts';
import { UNCALLED } from './roll-rows.ts';
import type { Where } from './rows.ts';
import { rows, thePlacement } from './town-rows.ts';

type Placement = typeof placement.$inferSelect;

const db = drizzle(env.DB, { casing: 'snake_case' });

/** These placements, each with the name of whoever is in it. */
export async function withNames(placements: readonly Placement[]) {
  const people = await rows.all(worker, { id: placements.map(({ workerId }) => workerId) });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return placements.map((each) => ({ ...each, name: names.get(each.workerId)! }));
}

/** Where whoever is in this placement is on the way. */
export async function travelOf(placementId: string) {
  return (await thePlacement(placementId)).travel;
}

/** The leg of the batch that is gone in this way, as the plan stands. */
export function legBy(mode: LegMode, batchId: string) {
  return rows.first(leg, { batchId, mode, removedAt: null });
}

/** Somebody who rides along with the batch, and has not been replaced. */
export function escortOf(batchId: string) {
  return rows.first(escort, { batchId, replacedAt: null });
}

/** The version of what was signed for the batch that no other has corrected. */
export async function newestHandover(batchId: string) {
  const versions = await rows.all(handover, { batchId });
  const corrected = new Set(versions.map(({ corrects }) => corrects));
  return versions.find(({ id }) => !corrected.has(id))!;
}

/** What these entries of the books come to, in fen. */
export async function fenIn(where: Where<typeof ledgerEntry>): Promise<number> {
  const entries = await rows.all(ledgerEntry, where);
  return entries.reduce((sum, { amountFen }) => sum + amountFen, 0);
}

/**
 * Makes the roll of a batch what it is while nobody has called it, and nobody has departed; in one
 * step, for it comes before each of thousands of courses.
 */
export async function nobodyCalledIn(batchId: string): Promise<void> {
  await db.batch([
    db.delete(rollEntry).where(eq(rollEntry.batchId, batchId)),
    db.delete(handover).where(eq(handover.batchId, batchId)),
    db
      .update(placement)
      .set(UNCALLED.person)
      .where(and(eq(placement.batchId, batchId), isNull(placement.exit))),
    db
      .update(batch)
      .set({ ...UNCALLED.batch, touched: sql`touched + 1` })
      .where(eq(batch.id, batchId)),
  ]);
}
