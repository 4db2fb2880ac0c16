import { sql } from 'drizzle-orm';
import { dayOf } from '../../clock.ts';
import { batch } from './batch.tables.ts';
import type { Orm } from '../../db/orm.ts';

/** The next free batch code of the year, `YY-NN`: what people call a batch by on the phone. */
export function nextCode(orm: Orm, now: number) {
  const year = dayOf(now).slice(2, 4);
  const next = sql`coalesce(max(cast(substr(code, 4) as integer)), 0) + 1`;
  return orm
    .select({ code: sql<string>`${`${year}-`} || printf('%02d', ${next})`.as('next_code') })
    .from(batch)
    .where(sql`code >= ${`${year}-`} and code < ${`${year}.`}`);
}
