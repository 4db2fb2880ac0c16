/** What tests of the journey ask of the rows in the database of the Worker. */
import { env } from 'cloudflare:workers';
import type { placement } from '../../src/pipeline/batch/batch.tables.ts';
import type { Counts } from '../../src/pipeline/batch/counts.ts';
import type { Roll } from '../../src/pipeline/travel/roll-call/roll-state.ts';
import { saidIn } from '../../src/pipeline/travel/roll-call/word.ts';
import type { LegMode } from '../../src/pipeline/travel/manifest.ts';
import { ledgerEntry } from '../../src/pipeline/ledger/ledger.tables.ts';
import { escort, handover, leg } from '../../src/pipeline/travel/travel.tables.ts';
import { worker } from '../../src/registry/registry.tables.ts';
import { UNCALLED } from './roll-rows.ts';
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

/*
 * What comes before, in and after each of thousands of courses, as plain SQL: there, writing a
 * statement anew each time takes longer than what is tested.
 */

/** Makes the roll of a batch what it is while nobody has called it, and nobody has departed. */
export async function nobodyCalledIn(batchId: string): Promise<void> {
  const { person, batch: whole } = UNCALLED;
  await env.DB.batch([
    env.DB.prepare('delete from roll_entry where batch_id = ?').bind(batchId),
    env.DB.prepare('delete from handover where batch_id = ?').bind(batchId),
    env.DB.prepare(
      `update placement set travel = ?, roll = '{}', active = 1, follow_up = ?
       where batch_id = ? and exit is null`,
    ).bind(person.travel, person.followUp, batchId),
    env.DB.prepare(
      `update batch set departed_at = null, arrived_at = null, handed_over_at = null,
         open_visits = 0, phones = '{}', held_entries = '[]', stage = ?, touched = touched + 1
       where id = ?`,
    ).bind(whole.stage, batchId),
  ]);
}

/** The counts that a batch keeps. */
export async function countsIn(batchId: string): Promise<Counts> {
  const counts = await env.DB.prepare('select counts from batch where id = ?')
    .bind(batchId)
    .first<string>('counts');
  return JSON.parse(counts!) as Counts;
}

/** What became of the words on everybody in a batch, and where they are by them. */
export async function wordsIn(batchId: string) {
  const [words, people] = await env.DB.batch<Record<string, string>>([
    env.DB.prepare("select id, verdict from roll_entry where batch_id = ? and kind = 'word'").bind(
      batchId,
    ),
    env.DB.prepare(
      `select placement.id, travel, roll, departed_at from placement
       join batch on batch.id = batch_id where batch_id = ?`,
    ).bind(batchId),
  ]);
  const states = people!.results.map(({ id, travel, roll, departed_at: departedAt }) => ({
    id: id!,
    travel: travel!,
    said: saidIn((JSON.parse(roll!) as Roll).boarding),
    hasDeparted: departedAt !== null,
  }));
  return { words: words!.results as { id: string; verdict: string }[], states };
}
