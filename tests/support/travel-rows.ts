/** What tests of the journey ask of the rows in the database of the Worker. */
import type { placement } from '../../src/pipeline/batch/batch.tables.ts';
import type { LegMode } from '../../src/pipeline/travel/manifest.ts';
import { ledgerEntry } from '../../src/pipeline/ledger/ledger.tables.ts';
import { escort, handover, leg } from '../../src/pipeline/travel/travel.tables.ts';
import { worker } from '../../src/registry/registry.tables.ts';
import type { Where } from './rows.ts';
import { rows, thePlacement } from './town-rows.ts';

type Placement = typeof placement.$inferSelect;

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
