/** What tests ask of the demo town in the database of the Worker. */
import { env } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/d1';
import { sql } from 'drizzle-orm';
import { account } from '../../src/access/access.tables.ts';
import { batch, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { worker } from '../../src/registry/registry.tables.ts';
import { demoCode } from '../../scripts/seed/town.ts';
import { Rows } from './rows.ts';
import type { RoleName } from './town.ts';

const db = drizzle(env.DB, { casing: 'snake_case' });

/** The rows of the Worker's own database. */
export const rows = new Rows(db);

/** The batch of the demo town with this number in its code. */
export function theBatch(number: number) {
  return rows.first(batch, { code: demoCode(number, Date.now()) });
}

/** The account of the cast with this role. */
export function accountOf(role: RoleName) {
  return rows.first(account, { role });
}

/** The village that the officer of the cast looks after. */
export async function officersVillage(): Promise<string> {
  return (await accountOf('officer')).villageId!;
}

/** The placement with this id. */
export function thePlacement(id: string) {
  return rows.first(placement, { id });
}

/** The person with this id. */
export function thePerson(id: string) {
  return rows.first(worker, { id });
}

/** The person who is in this placement. */
export async function personIn(placementId: string) {
  return thePerson((await thePlacement(placementId)).workerId);
}

/** Those who hold a place of a batch and have not left it. */
export function holdersIn(batchId: string) {
  return rows.all(placement, { batchId, heldPlace: true, exit: null });
}

/** Those who are selected in a batch and have not left it. */
export function selectedIn(batchId: string) {
  return rows.all(placement, { batchId, recruitment: 'selected', exit: null });
}

/** Tells the app that rows of a batch, or of all, were written past it: what it keeps is old. */
export async function touch(batchId?: string): Promise<void> {
  await db
    .update(batch)
    .set({ touched: sql`touched + 1` })
    .where(batchId === undefined ? undefined : sql`id = ${batchId}`);
}
