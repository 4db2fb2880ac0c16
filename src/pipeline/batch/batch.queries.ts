import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  isNull,
  lt,
  sql,
  type SQL,
} from 'drizzle-orm';
import { batch, placement } from './batch.tables.ts';
import type { Orm } from '../../db/orm.ts';
import { history } from './history.tables.ts';

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

/** What has not left yet comes first, the soonest on top; then what is at work. */
const BY_DAY = sql<string>`(departed_at is not null) || departs_on || id`;

/** Batches by state, keyset by the last row's key: open ones by day, ended ones newest first. */
export function batchPage(orm: Orm, open: boolean, after: string | null, limit: number) {
  const rows = orm.select({ ...getTableColumns(batch), key: BY_DAY.as('key') }).from(batch);
  if (open)
    return rows
      .where(and(eq(batch.status, 'open'), after === null ? undefined : gt(BY_DAY, after)))
      .orderBy(asc(BY_DAY))
      .limit(limit);
  return rows
    .where(
      and(
        inArray(batch.status, ['closed', 'cancelled']),
        after === null ? undefined : lt(batch.id, after),
      ),
    )
    .orderBy(desc(batch.id))
    .limit(limit);
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
