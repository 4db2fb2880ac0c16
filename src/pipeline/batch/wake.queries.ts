import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { batch } from './batch.tables.ts';
import type { Todo } from '../todo.ts';
import type { Snapshot } from './snapshot.ts';
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

/**
 * Batches under way, or of which an original is still out, where something changed that no write of
 * theirs tells: a person, a village.
 */
export function batchesWithOldSteps(orm: Orm, limit: number) {
  return orm
    .select({ id: batch.id, touched: batch.touched })
    .from(batch)
    .where(
      and(
        or(eq(batch.status, 'open'), inArray(batch.id, sql`(select batch_id from deadline)`)),
        ne(batch.stepsTouched, batch.touched),
      ),
    )
    .limit(limit);
}

/** Keeps steps that were made anew; of a batch that has changed since, its own write has them. */
export function keepSteps(orm: Orm, s: Snapshot, steps: Todo[], touched: number) {
  return orm
    .update(batch)
    .set({ steps, stepsTouched: touched })
    .where(and(eq(batch.id, s.id), eq(batch.seq, s.seq)));
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
