/** What tests ask of, and write into, the database file of a stopped server. */
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { batch, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { day, id, instant } from '../../src/db/columns.ts';
import { demoCode } from '../../scripts/seed/town.ts';
import type { Server } from './server.ts';

type Placement = typeof placement.$inferSelect;

/** The register without the columns that only the station's own secret opens. */
export const registered = sqliteTable('worker', {
  id: id(),
  name: text().notNull(),
  bornOn: day().notNull(),
  idNumberIndex: text('id_number_index').notNull(),
  phone: text().notNull(),
  mergedInto: text('merged_into'),
  erasedAt: instant(),
  erasureDueOn: day(),
});

/** The batch of the demo town with this number in its code. */
export function theBatch({ rows }: Server, number: number) {
  return rows.first(batch, { code: demoCode(number, Date.now()) });
}

/** Those who are selected in a batch and have not left it. */
export function selectedIn({ rows }: Server, batchId: string) {
  return rows.all(placement, { batchId, recruitment: 'selected', exit: null });
}

/** Tells the app that rows of a batch were written past it: what it keeps of it is old. */
export async function touch({ rows }: Server, batchId: string): Promise<void> {
  const { touched } = await rows.first(batch, { id: batchId });
  await rows.change(batch, { id: batchId }, { touched: touched + 1 });
}

/** Those of working age who are in no batch that goes on, and whom nobody is about to erase. */
async function idle({ rows }: Server) {
  const active = await rows.all(placement, { active: true });
  const taken = new Set(active.map(({ workerId }) => workerId));
  const people = await rows.all(registered, {
    mergedInto: null,
    erasedAt: null,
    erasureDueOn: null,
  });
  return people.filter(
    ({ id, bornOn }) => !taken.has(id) && bornOn >= '1975-01-01' && bornOn <= '2000-01-01',
  );
}

/** Puts more people into the batch of somebody, each as far as they are. @returns who they are */
export async function addLike(
  server: Server,
  model: Placement,
  more: number,
): Promise<Placement[]> {
  const added = (await idle(server))
    .slice(0, more)
    .map((person) => ({ ...model, id: `P${person.id.slice(1)}`, workerId: person.id }));
  for (const each of added) await server.rows.add(placement, each);
  return added;
}

/** How many of these rows there are of each kind, by what these columns say. */
export function countBy<R>(rows: readonly R[], ...by: (keyof R)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const kind = by.map((name) => String(row[name])).join(' ');
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

/** Every row of every table, as it lies in the file. */
export function everythingIn(server: Server): string {
  return server
    .query<{ name: string }>("select name from sqlite_master where type = 'table'")
    .filter(({ name }) => !name.startsWith('_cf') && !name.startsWith('sqlite'))
    .map(({ name }) => JSON.stringify(server.query(`select * from "${name}"`)))
    .join('\n');
}
