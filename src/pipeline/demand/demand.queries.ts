import { and, desc, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { link } from '../../access/access.tables.ts';
import type { Terms } from '../recruitment/terms.ts';
import { frozenTerms, jobOrder, orderReply, orderVersion } from './demand.tables.ts';
import type { OrderState } from './order-state.ts';
import { batchPage } from '../batch/batch.queries.ts';
import type { Orm, Query } from '../../db/orm.ts';

export function orderPage(orm: Orm, before: string | null, limit: number) {
  return orm
    .select()
    .from(jobOrder)
    .where(before === null ? undefined : lt(jobOrder.id, before))
    .orderBy(desc(jobOrder.id))
    .limit(limit);
}

const AWAITS_STATION: OrderState[] = ['countered', 'declined', 'expired', 'amended'];

/**
 * Orders that wait for the station: countered, declined, not answered in time, or amended and not
 * yet sent.
 */
export function ordersToAnswer(orm: Orm, limit: number) {
  return orm
    .select({ id: jobOrder.id, state: jobOrder.state, terms: jobOrder.terms })
    .from(jobOrder)
    .where(inArray(jobOrder.state, AWAITS_STATION))
    .orderBy(desc(jobOrder.id))
    .limit(limit);
}

/** Orders that nobody has been sent for yet: drafts without a batch, newest first. */
export function freeOrders(orm: Orm) {
  return orm
    .select()
    .from(jobOrder)
    .where(
      and(
        eq(jobOrder.state, 'draft'),
        sql`not exists (select 1 from batch where batch.order_id = ${jobOrder.id}
          and batch.status <> 'cancelled')`,
      ),
    )
    .orderBy(desc(jobOrder.id))
    .limit(30);
}

/** Ends the links of an order's employer: there is nothing left for them to answer. */
export function endOrderLinks(orm: Orm, orderId: string, at: number): Query {
  return orm
    .update(link)
    .set({ revokedAt: at })
    .where(and(eq(link.subjectId, orderId), isNull(link.revokedAt)));
}

export function orderRow(orm: Orm, id: string) {
  return orm.select().from(jobOrder).where(eq(jobOrder.id, id));
}

export function ordersOfEmployer(orm: Orm, employerId: string) {
  return orm
    .select({
      id: jobOrder.id,
      trade: jobOrder.trade,
      headcount: jobOrder.headcount,
      state: jobOrder.state,
      startsOn: jobOrder.startsOn,
    })
    .from(jobOrder)
    .where(eq(jobOrder.employerId, employerId))
    .orderBy(desc(jobOrder.id))
    .limit(20);
}

export function repliesOfEmployer(orm: Orm, employerId: string) {
  return orm
    .select()
    .from(orderReply)
    .where(
      inArray(
        orderReply.orderId,
        sql`(select id from job_order where employer_id = ${employerId})`,
      ),
    )
    .limit(100);
}

export function repliesOf(orm: Orm, orderId: string | SQL) {
  return orm
    .select()
    .from(orderReply)
    .where(eq(orderReply.orderId, orderId))
    .orderBy(desc(orderReply.id))
    .limit(10);
}

export function insertOrder(orm: Orm, row: typeof jobOrder.$inferInsert): Query {
  return orm.insert(jobOrder).values(row);
}

export function insertReply(orm: Orm, row: typeof orderReply.$inferInsert): Query {
  return orm.insert(orderReply).values(row);
}

/** What the newest versions of an order said, the newest first. */
export function versionsOf(orm: Orm, orderId: string | SQL) {
  return orm
    .select()
    .from(orderVersion)
    .where(eq(orderVersion.orderId, orderId))
    .orderBy(desc(orderVersion.version))
    .limit(10);
}

export function insertVersion(
  orm: Orm,
  {
    orderId,
    version,
    headcount,
    startsOn,
    terms,
  }: Omit<typeof orderVersion.$inferSelect, 'seenAt'>,
): Query {
  return orm.insert(orderVersion).values({ orderId, version, headcount, startsOn, terms });
}

/** The employer has this version on the screen; the first time counts. */
export function noteSeen(orm: Orm, orderId: string, version: number, at: number): Query {
  return orm
    .update(orderVersion)
    .set({ seenAt: at })
    .where(
      and(
        eq(orderVersion.orderId, orderId),
        eq(orderVersion.version, version),
        isNull(orderVersion.seenAt),
      ),
    );
}

/** Freezes terms as they are shown. The same terms are frozen once: the hash is the key. */
export function freezeTerms(
  orm: Orm,
  orderId: string,
  orderVersion: number,
  terms: Terms,
  hash: string,
  now: number,
): Query {
  return orm
    .insert(frozenTerms)
    .values({ hash, orderId, orderVersion, terms, frozenAt: now })
    .onConflictDoNothing();
}

export function setTerms(orm: Orm, orderId: string, terms: Terms): Query {
  return orm.update(jobOrder).set({ terms }).where(eq(jobOrder.id, orderId));
}

/** Orders of the batches on a page, for their titles. */
export function ordersOf(orm: Orm, open: boolean, before: string | null, limit: number) {
  return orm
    .select({ id: jobOrder.id, trade: jobOrder.trade, terms: jobOrder.terms })
    .from(jobOrder)
    .where(
      inArray(jobOrder.id, sql`(select order_id from (${batchPage(orm, open, before, limit)}))`),
    );
}
