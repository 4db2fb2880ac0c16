import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { custody } from './documents.tables.ts';
import type { Orm } from '../../db/orm.ts';

/** Originals of one placement, lent and returned, the newest first. */
export function custodyOf(orm: Orm, placementId: string | SQL) {
  return orm
    .select()
    .from(custody)
    .where(eq(custody.placementId, placementId))
    .orderBy(desc(custody.id))
    .limit(20);
}

/**
 * Originals of one person, of whichever batch: those that are out or not yet known to be back, the
 * newest first.
 */
export function loansOf(orm: Orm, workerId: SQL) {
  return orm
    .select()
    .from(custody)
    .where(
      and(
        inArray(custody.placementId, sql`(select id from placement where worker_id = ${workerId})`),
        sql`(returned_at is null or return_confirmed_at is null)`,
      ),
    )
    .orderBy(desc(custody.id))
    .limit(20);
}
