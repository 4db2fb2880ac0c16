import { type BatchKey, historyPage, idOf } from './batch/batch.queries.ts';
import { asc, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm';
import { villages } from '../registry/registry.queries.ts';
import { worker } from '../registry/registry.tables.ts';
import { jobOrder } from './demand/demand.tables.ts';
import { escort } from './travel/travel.tables.ts';
import { keptFigures } from '../settings/figures.queries.ts';
import { batch, placement } from './batch/batch.tables.ts';
import { statement } from '../db/statements.ts';
import type { Orm } from '../db/orm.ts';
import type { history } from './batch/history.tables.ts';

/** The columns of a worker that a batch shows. Never the ID number. */
const BATCH_WORKER = {
  id: worker.id,
  name: worker.name,
  villageId: worker.villageId,
  phone: worker.phone,
  last4: worker.idNumberLast4,
  kin: worker.kin,
  trade: worker.trade,
  bornOn: worker.bornOn,
  sex: worker.sex,
  originalsOut: worker.originalsOut,
};

const provinceOf = sql<string>`(select province from employer where employer.id = employer_id)`;

/** The day of the earliest open visit of a batch. */
export const nextVisitOf = sql<string | null>`(select min(due_on) from visit
  where visit.batch_id = batch.id and visit.open = 1)`;

function orderIdOf(key: BatchKey): SQL | string {
  return 'orderId' in key ? key.orderId : sql`(select order_id from batch where id = ${idOf(key)})`;
}

/**
 * Until when they hold a certificate of the order's trade, the longest; null where they hold none.
 */
export function certifiedUntil(key: BatchKey): SQL<string | null> {
  return sql`(select max(coalesce(expires_on, '9999-12-31')) from certificate
    where certificate.worker_id = worker.id
    and certificate.trade = (select trade from job_order where id = ${orderIdOf(key)}))`;
}

/** How many of the newest history lines come with a batch. */
export const NEWEST_LINES = 6;

/** The selects that make up a batch, to be read in one `db.batch`, alone or with a page's own. */
export function batchQueries(orm: Orm, key: BatchKey) {
  return {
    batchRows: orm
      .select({
        ...getTableColumns(batch),
        figures: keptFigures.as('figures'),
        nextVisitOn: nextVisitOf.as('next_visit_on'),
      })
      .from(batch)
      .where(eq(batch.id, idOf(key))),
    orderRows: orm
      .select({ ...getTableColumns(jobOrder), province: provinceOf.as('province') })
      .from(jobOrder)
      .where(eq(jobOrder.id, orderIdOf(key))),
    placementRows: orm
      .select()
      .from(placement)
      .where(eq(placement.batchId, idOf(key)))
      .orderBy(asc(placement.id)),
    workerRows: orm
      .select({
        ...BATCH_WORKER,
        certifiedUntil: certifiedUntil(key).as('certified_until'),
      })
      .from(worker)
      .where(
        inArray(worker.id, sql`(select worker_id from placement where batch_id = ${idOf(key)})`),
      ),
    escortRows: orm
      .select()
      .from(escort)
      .where(eq(escort.batchId, idOf(key))),
    areaRows: villages(orm),
    newestLines: historyPage(orm, key, null, NEWEST_LINES),
  };
}

export type BatchRow = typeof batch.$inferSelect & {
  figures: string | null;
  nextVisitOn: string | null;
};

export type OrderRow = typeof jobOrder.$inferSelect & { province: string };

export type HistoryLine = typeof history.$inferSelect;

export type EscortRow = typeof escort.$inferSelect;

export type BatchWorker = {
  id: string;
  name: string;
  villageId: string;
  phone: string;
  last4: string;
  kin: (typeof worker.$inferSelect)['kin'];
  trade: (typeof worker.$inferSelect)['trade'];
  bornOn: string;
  sex: (typeof worker.$inferSelect)['sex'];
  certifiedUntil: string | null;
  originalsOut: (typeof worker.$inferSelect)['originalsOut'];
};

export type Village = { id: string; name: string; minutesToBus: number | null };

export type BatchRows = {
  batchRows: BatchRow[];
  orderRows: OrderRow[];
  placementRows: (typeof placement.$inferSelect)[];
  workerRows: BatchWorker[];
  escortRows: EscortRow[];
  areaRows: Village[];
  newestLines: HistoryLine[];
};

/** Whether the batch is still as it was seen: two columns of one row. */
export const newestOf = statement<{ batchId: string }>()((orm, { batchId }) =>
  orm.select({ seq: batch.seq, touched: batch.touched }).from(batch).where(eq(batch.id, batchId)),
);

/** The newest batch of an order. */
export function batchOfOrder(orm: Orm, orderId: string) {
  return batchQueries(orm, { orderId }).batchRows;
}
