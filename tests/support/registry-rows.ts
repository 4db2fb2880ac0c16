/** What tests of the register, of access and of settings ask of the demo town beside. */
import { env } from 'cloudflare:workers';
import { drizzle } from 'drizzle-orm/d1';
import { eq, getTableColumns, inArray, ne, type SQL, sql } from 'drizzle-orm';
import type { Browser } from '../../scripts/story/browser.ts';
import { placement } from '../../src/pipeline/batch/batch.tables.ts';
import { area, worker } from '../../src/registry/registry.tables.ts';
import type { Sex } from '../../src/registry/worker.ts';
import { officersVillage, rows } from './town-rows.ts';

const db = drizzle(env.DB, { casing: 'snake_case' });

/** A number, a day or an instant beyond this one. */
export function after(limit: string | number) {
  return { condition: (column: SQL) => sql`${column} > ${limit}` };
}

/** The villages of the town. */
export function theVillages() {
  return rows.all(area, { kind: 'village' });
}

/** What the village of the officer of the cast is called. */
export async function officersVillageName(): Promise<string> {
  return (await rows.first(area, { id: await officersVillage() })).name;
}

/** Whoever is registered under a name that is nobody else's. */
export function thePersonNamed(name: string) {
  return rows.first(worker, { name });
}

/** How many people of this name are registered. */
export function peopleNamed(name: string): Promise<number> {
  return rows.count(worker, { name });
}

function placementsOfThose(whoLive: SQL) {
  const workers = db.select({ id: worker.id }).from(worker).where(whoLive);
  return db
    .select()
    .from(placement)
    .where(inArray(placement.workerId, workers))
    .orderBy(placement.id);
}

/** The placements of those who live in this village. */
export function placementsFrom(villageId: string) {
  return placementsOfThose(eq(worker.villageId, villageId));
}

/** The placements of those who live in any other village. */
export function placementsFromOutside(villageId: string) {
  return placementsOfThose(ne(worker.villageId, villageId));
}

type Person = typeof worker.$inferSelect;
type AsStored<V> = V extends string ? string : string | number | null;

/** Everybody in the register as the database file holds them: what is hidden stays hidden. */
export function peopleAsStored() {
  const columns = Object.fromEntries(
    Object.entries(getTableColumns(worker)).map(([name, column]) => [name, sql`${column}`]),
  ) as { [K in keyof Person]: SQL<AsStored<Person[K]>> };
  return db.select(columns).from(worker).orderBy(worker.id);
}

/** Puts down what is hidden of somebody as it was kept before there was a key. */
export async function keepReadable(id: string, lastFour: string, sex: Sex): Promise<void> {
  await db
    .update(worker)
    .set({ idNumberLast4: sql`${lastFour}`, sex: sql`${sex}`, idNumberTag: '' })
    .where(eq(worker.id, id));
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
