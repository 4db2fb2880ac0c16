import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { batch } from './batch.tables.ts';
import type { Orm } from '../../db/orm.ts';

/** Open batches that the workflow has not seen the newest of, or whose next reminder is due. */
export function batchesToWake(orm: Orm, now: number) {
  return orm
    .select({ id: batch.id, waitNo: batch.waitNo })
    .from(batch)
    .where(
      and(
        eq(batch.status, 'open'),
        or(
          ne(batch.seenSeq, batch.seq),
          inArray(batch.id, sql`(select batch_id from deadline where next_at <= ${now})`),
        ),
      ),
    );
}

/** Batches that have ended while something of them is still due: originals that are not back. */
export function batchesToChase(orm: Orm, now: number) {
  return orm
    .select({ id: batch.id })
    .from(batch)
    .where(
      and(
        ne(batch.status, 'open'),
        inArray(batch.id, sql`(select batch_id from deadline where next_at <= ${now})`),
      ),
    )
    .limit(20);
}

/**
 * Notes on which wait the workflow is about to rest, so that whoever writes from now on nudges that
 * one.
 */
export function noteWait(orm: Orm, batchId: string, waitNo: number) {
  return orm.update(batch).set({ waitNo }).where(eq(batch.id, batchId));
}

/**
 * Notes up to which line the workflow has dealt with everything. Killed before this, it is woken
 * and looks again.
 */
export function noteSeen(orm: Orm, batchId: string, seenSeq: number) {
  return orm.update(batch).set({ seenSeq }).where(eq(batch.id, batchId));
}
