/** What tests of the register, of access and of settings ask of the demo town beside. */
import { env } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/d1';
import { eq, getTableColumns, inArray, ne, sql } from 'drizzle-orm';
import type { Browser } from '../../scripts/story/browser.ts';
import { placement } from '../../src/pipeline/batch/batch.tables.ts';
import { area, worker } from '../../src/registry/registry.tables.ts';
import { officersVillage, rows } from './town-rows.ts';

const db = drizzle(env.DB, { casing: 'snake_case' });

/** The villages of the town. */
export function theVillages() {
  return rows.all(area, { kind: 'village' });
}

/** What the village of the officer of the cast is called. */
export async function officersVillageName(): Promise<string> {
  return (await rows.first(area, { id: await officersVillage() })).name;
}

/** How many people of this name are registered. */
export function peopleNamed(name: string): Promise<number> {
  return rows.count(worker, { name });
}

/** The placements of those who live in this village. */
export function placementsFrom(villageId: string) {
  const living = db.select({ id: worker.id }).from(worker).where(eq(worker.villageId, villageId));
  return db
    .select()
    .from(placement)
    .where(inArray(placement.workerId, living))
    .orderBy(placement.id);
}

/** The placements of those who live in any other village. */
export function placementsFromOutside(villageId: string) {
  const living = db.select({ id: worker.id }).from(worker).where(ne(worker.villageId, villageId));
  return db
    .select()
    .from(placement)
    .where(inArray(placement.workerId, living))
    .orderBy(placement.id);
}

/** Everybody in the register as the database file holds them: what is hidden stays hidden. */
export async function peopleAsStored() {
  const columns = Object.keys(getTableColumns(worker)) as (keyof typeof worker.$inferSelect)[];
  const asStored = Object.fromEntries(
    columns.map((name) => [name, sql<string>`${worker[name]}`]),
  ) as Record<(typeof columns)[number], ReturnType<typeof sql<string>>>;
  return db.select(asStored).from(worker).orderBy(worker.id);
}

/** Gives names of before the form that names have now, as the migration did that brought it. */
export async function migrateNamesAgain(): Promise<void> {
  const migration = env.TEST_MIGRATIONS.find(({ name }) => name.includes('names_in_parts'));
  for (const query of migration?.queries ?? [])
    if (/^UPDATE/m.test(query) && !query.includes('TRIGGER')) await env.DB.prepare(query).run();
}

/** What a browser shows for itself, where a test has to send what no browser sends. */
export function cookieOf(browser: Browser): string {
  return browser['headers']()['cookie']!;
}
