import { and, asc, desc, eq, inArray, isNull, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import { type Orm, refuseUnless, statement } from '../../db/client.ts';
import { villages } from '../../registry/registry.queries.ts';
import { worker } from '../../registry/registry.tables.ts';
import { jobOrder } from '../demand/demand.tables.ts';
import { escort } from '../travel/travel.tables.ts';
import { batch, deadline, history, placement } from './batch.tables.ts';
import type { Placement, Snapshot } from './snapshot.ts';

/** Which batch: by its own id, or by one of its placements, its order, or a link's subject. */
export type BatchKey = { batchId: string | SQL } | { placementId: string } | { orderId: string | SQL };

const idOf = (key: BatchKey): string | SQL =>
  'batchId' in key
    ? key.batchId
    : 'placementId' in key
      ? sql`(select batch_id from placement where id = ${key.placementId})`
      : sql`(select id from batch where order_id = ${key.orderId} order by id desc limit 1)`;

const orderIdOf = (key: BatchKey): SQL | string =>
  'orderId' in key ? key.orderId : sql`(select order_id from batch where id = ${idOf(key)})`;

/** The columns of a worker that a batch shows. Never the ID number. */
export const BATCH_WORKER = {
  id: worker.id,
  name: worker.name,
  villageId: worker.villageId,
  phone: worker.phone,
  last4: worker.idNumberLast4,
  kin: worker.kin,
  trade: worker.trade,
  bornOn: worker.bornOn,
};

/** How many of the newest history lines come with a batch. */
export const NEWEST_LINES = 6;

/** The selects that make up a batch, to be read in one `db.batch`, alone or with a page's own. */
export const batchQueries = (orm: Orm, key: BatchKey) =>
  [
    orm
      .select()
      .from(batch)
      .where(eq(batch.id, idOf(key))),
    orm
      .select()
      .from(jobOrder)
      .where(eq(jobOrder.id, orderIdOf(key))),
    orm
      .select()
      .from(placement)
      .where(eq(placement.batchId, idOf(key)))
      .orderBy(asc(placement.id)),
    orm
      .select(BATCH_WORKER)
      .from(worker)
      .where(inArray(worker.id, sql`(select worker_id from placement where batch_id = ${idOf(key)})`)),
    orm
      .select()
      .from(escort)
      .where(eq(escort.batchId, idOf(key))),
    villages(orm),
    historyPage(orm, key, null, NEWEST_LINES),
  ] as const;

export type BatchRow = typeof batch.$inferSelect;
export type OrderRow = typeof jobOrder.$inferSelect;
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
};
export type BatchRows = readonly [
  BatchRow[],
  OrderRow[],
  (typeof placement.$inferSelect)[],
  BatchWorker[],
  EscortRow[],
  { id: string; name: string }[],
  HistoryLine[],
];

/** A batch as it was read at one moment: what the rules decide on, and what pages show beside it. */
export type Seen = {
  s: Snapshot;
  order: OrderRow;
  workers: BatchWorker[];
  escorts: EscortRow[];
  villages: { id: string; name: string }[];
  /** The newest, newest first. */
  lines: HistoryLine[];
  touched: number;
};

/** Builds what was seen from the rows of `batchQueries`; null when there is no such batch. */
export const toSeen = (rows: BatchRows): Seen | null => {
  const [[row], [order], placements, workers, escorts, areas, lines] = rows;
  if (!row || !order) return null;
  const names = new Map(workers.map((w) => [w.id, w.name]));
  const { orderId: _o, counts: _c, endReason: _e, waitNo: _w, seenSeq: _s, openedAt: _a, touched, ...own } = row;
  const { id, state, version, headcount, startsOn, termsHash, sentAt, trade, terms } = order;
  const { contractMonths, payDay } = terms;
  const s: Snapshot = {
    ...own,
    order: { id, state, version, headcount, startsOn, termsHash, sentAt, trade, contractMonths, payDay },
    escorts: escorts.length,
    placements: placements.map(({ batchId: _, ...p }): Placement => ({ ...p, name: names.get(p.workerId) ?? '' })),
  };
  return { s, order, workers, escorts, villages: areas, lines, touched };
};

/** Whether the batch is still as it was seen: two columns of one row. */
export const newestOf = statement<{ batchId: string }>()((orm, { batchId }) =>
  orm.select({ seq: batch.seq, touched: batch.touched }).from(batch).where(eq(batch.id, batchId)),
);

/** Fails the whole `db.batch` with `OVERTAKEN` when the batch is no longer as it was seen. */
export const refuseUnlessNewest = statement<{ id: string; seq: number; touched: number }>()(
  (_orm, { id, seq, touched }) =>
    refuseUnless(sql`(select seq = ${seq} and touched = ${touched} from batch where id = ${id})`, 'OVERTAKEN'),
);

/** The newest batch of an order. */
export const batchOfOrder = (orm: Orm, orderId: string) => batchQueries(orm, { orderId })[0];

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

/** Orders of the batches on a page, for their titles. */
export const ordersOf = (orm: Orm, open: boolean, before: string | null, limit: number) =>
  orm
    .select({ id: jobOrder.id, trade: jobOrder.trade, terms: jobOrder.terms })
    .from(jobOrder)
    .where(inArray(jobOrder.id, sql`(select order_id from (${batchPage(orm, open, before, limit)}))`));

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
        seesHealth ? undefined : ne(deadline.kind, 'recheck'),
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
