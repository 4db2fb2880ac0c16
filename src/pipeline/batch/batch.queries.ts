import { and, asc, desc, eq, inArray, isNull, lt, ne, notInArray, or, sql, type SQL } from 'drizzle-orm';
import type { Orm } from '../../db/client.ts';
import { batch, deadline, history, placement } from './batch.tables.ts';

/** Which batch: by its own id, or by one of its placements, its order, or a link's subject. */
export type BatchKey = { batchId: string | SQL } | { placementId: string } | { orderId: string | SQL };

export const idOf = (key: BatchKey): string | SQL =>
  'batchId' in key
    ? key.batchId
    : 'placementId' in key
      ? sql`(select batch_id from placement where id = ${key.placementId})`
      : sql`(select id from batch where order_id = ${key.orderId} order by id desc limit 1)`;

/** The newest history lines of a batch, before a sequence number. */
export const historyPage = (orm: Orm, key: BatchKey, before: number | null, limit: number) =>
  orm
    .select()
    .from(history)
    .where(and(eq(history.batchId, idOf(key)), before === null ? undefined : lt(history.seq, before)))
    .orderBy(desc(history.seq))
    .limit(limit);

/** Batches by state, newest first, keyset by id. */
export const batchPage = (orm: Orm, open: boolean, before: string | null, limit: number) =>
  orm
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

/** Open batches that the workflow has not seen the newest of, or whose next reminder is due. */
export const batchesToWake = (orm: Orm, now: number) =>
  orm
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

/** Batches that have ended while something of them is still due: originals that are not back. */
export const batchesToChase = (orm: Orm, now: number) =>
  orm
    .select({ id: batch.id })
    .from(batch)
    .where(
      and(ne(batch.status, 'open'), inArray(batch.id, sql`(select batch_id from deadline where next_at <= ${now})`)),
    )
    .limit(20);

/** Batches that somebody can still join. */
export const joinableBatches = (orm: Orm) =>
  orm
    .select({ id: batch.id, code: batch.code })
    .from(batch)
    .where(and(eq(batch.status, 'open'), isNull(batch.departedAt)))
    .orderBy(desc(batch.id))
    .limit(20);

/** Notes on which wait the workflow is about to rest, so that whoever writes from now on nudges that one. */
export const noteWait = (orm: Orm, batchId: string, waitNo: number) =>
  orm.update(batch).set({ waitNo }).where(eq(batch.id, batchId));

/** Notes up to which line the workflow has dealt with everything. Killed before this, it is woken and looks again. */
export const noteSeen = (orm: Orm, batchId: string, seenSeq: number) =>
  orm.update(batch).set({ seenSeq }).where(eq(batch.id, batchId));

export const dueDeadlines = (orm: Orm, batchId: string) =>
  orm
    .select()
    .from(deadline)
    .where(and(eq(deadline.batchId, batchId)));

export const noteReminder = (orm: Orm, id: string, level: number, nextAt: number | null) =>
  orm.update(deadline).set({ level, nextAt }).where(eq(deadline.id, id));

/** The earliest deadlines: all of the station's, or those of one village's people. */
export const comingDeadlines = (orm: Orm, villageId: string | null, seesHealth: boolean, limit: number) =>
  orm
    .select()
    .from(deadline)
    .where(
      and(
        seesHealth ? undefined : notInArray(deadline.kind, ['recheck', 'medical_expiry']),
        villageId === null
          ? undefined
          : sql`exists (select 1 from placement join worker on worker.id = placement.worker_id where placement.id = deadline.placement_id and worker.village_id = ${villageId})`,
      ),
    )
    .orderBy(asc(deadline.dueAt))
    .limit(limit);

export const placementsOfWorker = (orm: Orm, workerId: string) =>
  orm.select().from(placement).where(eq(placement.workerId, workerId)).orderBy(desc(placement.id)).limit(20);

/** Code and dates of the batches a worker was in, for the person page. */
export const batchesOfWorker = (orm: Orm, workerId: string) =>
  orm
    .select({ id: batch.id, code: batch.code, status: batch.status, stage: batch.stage, departsOn: batch.departsOn })
    .from(batch)
    .where(inArray(batch.id, sql`(select batch_id from placement where worker_id = ${workerId})`))
    .limit(20);
