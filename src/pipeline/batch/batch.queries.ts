import {
  and,
  asc,
  desc,
  eq,
  inArray,
  isNull,
  lt,
  ne,
  notInArray,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import { batch, placement } from './batch.tables.ts';
import type { Orm } from '../../db/orm.ts';
import { deadline, history } from './history.tables.ts';

/** Which batch: by its own id, or by one of its placements, its order, or a link's subject. */
export type BatchKey =
  | { batchId: string | SQL }
  | { placementId: string }
  | { orderId: string | SQL };

export function idOf(key: BatchKey): string | SQL {
  if ('batchId' in key) return key.batchId;
  if ('placementId' in key)
    return sql`(select batch_id from placement where id = ${key.placementId})`;
  return sql`(select id from batch where order_id = ${key.orderId} order by id desc limit 1)`;
}

/** The newest history lines of a batch, before a sequence number. */
export function historyPage(orm: Orm, key: BatchKey, before: number | null, limit: number) {
  return orm
    .select()
    .from(history)
    .where(
      and(eq(history.batchId, idOf(key)), before === null ? undefined : lt(history.seq, before)),
    )
    .orderBy(desc(history.seq))
    .limit(limit);
}

/** Batches by state, newest first, keyset by id. */
export function batchPage(orm: Orm, open: boolean, before: string | null, limit: number) {
  return orm
    .select()
    .from(batch)
    .where(
      and(
        open ? eq(batch.status, 'open') : inArray(batch.status, ['closed', 'cancelled']),
        before === null ? undefined : lt(batch.id, before),
      ),
    )
    .orderBy(desc(batch.id))
    .limit(limit);
}

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

/** Batches that somebody can still join. */
export function joinableBatches(orm: Orm) {
  return orm
    .select({ id: batch.id, code: batch.code })
    .from(batch)
    .where(and(eq(batch.status, 'open'), isNull(batch.departedAt)))
    .orderBy(desc(batch.id))
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

export function dueDeadlines(orm: Orm, batchId: string) {
  return orm
    .select()
    .from(deadline)
    .where(and(eq(deadline.batchId, batchId)));
}

export function noteReminder(orm: Orm, id: string, level: number, nextAt: number | null) {
  return orm.update(deadline).set({ level, nextAt }).where(eq(deadline.id, id));
}

/** The earliest deadlines: all of the station's, or those of one village's people. */
export function comingDeadlines(
  orm: Orm,
  villageId: string | null,
  seesHealth: boolean,
  limit: number,
) {
  return orm
    .select()
    .from(deadline)
    .where(
      and(
        seesHealth ? undefined : notInArray(deadline.kind, ['recheck', 'medical_expiry']),
        villageId === null
          ? undefined
          : sql`exists (select 1 from placement join worker on worker.id = placement.worker_id
            where placement.id = deadline.placement_id and worker.village_id = ${villageId})`,
      ),
    )
    .orderBy(asc(deadline.dueAt))
    .limit(limit);
}

export function placementsOfWorker(orm: Orm, workerId: string) {
  return orm
    .select()
    .from(placement)
    .where(eq(placement.workerId, workerId))
    .orderBy(desc(placement.id))
    .limit(20);
}

/** Code and dates of the batches a worker was in, for the person page. */
export function batchesOfWorker(orm: Orm, workerId: string) {
  return orm
    .select({
      id: batch.id,
      code: batch.code,
      status: batch.status,
      stage: batch.stage,
      departsOn: batch.departsOn,
    })
    .from(batch)
    .where(inArray(batch.id, sql`(select batch_id from placement where worker_id = ${workerId})`))
    .limit(20);
}
