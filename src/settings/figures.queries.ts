import { eq, sql } from 'drizzle-orm';
import { setting } from '../access/access.tables.ts';
import type { Figures } from './figures.ts';
import type { Orm, Query } from '../db/orm.ts';

const NAME = 'figures';

/** What the station set of the figures, to be read by `figuresOf`. */
export function figuresQuery(orm: Orm) {
  return orm.select({ value: setting.value }).from(setting).where(eq(setting.name, NAME));
}

/** The same as a column beside another row. */
export const keptFigures = sql<
  string | null
>`(select value from setting where name = ${sql.raw(`'${NAME}'`)})`;

/**
 * Keeps the figures. Batches that were remembered are read anew, because their deadlines follow
 * from them.
 */
export function saveFigures(orm: Orm, value: Figures): Query[] {
  return [
    orm
      .insert(setting)
      .values({ name: NAME, value })
      .onConflictDoUpdate({ target: setting.name, set: { value } }),
    orm.run(sql`update batch set touched = touched + 1 where status = 'open'`),
  ];
}
