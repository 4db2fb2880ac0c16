import { and, desc, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { link } from '../../access/access.tables.ts';
import type { Orm, Query } from '../../db/client.ts';
import type { Terms } from '../recruitment/terms.ts';
import { frozenTerms, jobOrder, orderReply, orderVersion } from './demand.tables.ts';
import type { OrderState } from './order-state.ts';
import { batchPage } from '../batch/batch.queries.ts';

export const orderPage = (orm: Orm, before: string | null, limit: number) =>
  orm
    .select()
    .from(jobOrder)
    .where(before === null ? undefined : lt(jobOrder.id, before))
    .orderBy(desc(jobOrder.id))
    .limit(limit);

const AWAITS_STATION: OrderState[] = ['countered', 'declined', 'expired', 'amended'];

/** Orders that wait for the station: countered, declined, not answered in time, or amended and not yet sent. */
export const ordersToAnswer = (orm: Orm, limit: number) =>
  orm
    .select({ id: jobOrder.id, state: jobOrder.state, terms: jobOrder.terms })
    .from(jobOrder)
    .where(inArray(jobOrder.state, AWAITS_STATION))
    .orderBy(desc(jobOrder.id))
    .limit(limit);

/** Orders that nobody has been sent for yet: drafts without a batch, newest first. */
export const freeOrders = (orm: Orm) =>
  orm
    .select()
    .from(jobOrder)
    .where(
      and(
        eq(jobOrder.state, 'draft'),
        sql`not exists (select 1 from batch where batch.order_id = ${jobOrder.id} and batch.status <> 'cancelled')`,
      ),
    )
    .orderBy(desc(jobOrder.id))
    .limit(30);

/** Ends the links of an order's employer: there is nothing left for them to answer. */
export const endOrderLinks = (orm: Orm, orderId: string, at: number): Query =>
  orm
    .update(link)
    .set({ revokedAt: at })
    .where(and(eq(link.subjectId, orderId), isNull(link.revokedAt)));

export const orderRow = (orm: Orm, id: string) => orm.select().from(jobOrder).where(eq(jobOrder.id, id));

export const ordersOfEmployer = (orm: Orm, employerId: string) =>
  orm
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

export const repliesOfEmployer = (orm: Orm, employerId: string) =>
  orm
    .select()
    .from(orderReply)
    .where(inArray(orderReply.orderId, sql`(select id from job_order where employer_id = ${employerId})`))
    .limit(100);

export const repliesOf = (orm: Orm, orderId: string | SQL) =>
  orm.select().from(orderReply).where(eq(orderReply.orderId, orderId)).orderBy(desc(orderReply.id)).limit(10);

export const insertOrder = (orm: Orm, row: typeof jobOrder.$inferInsert): Query => orm.insert(jobOrder).values(row);

export const insertReply = (orm: Orm, row: typeof orderReply.$inferInsert): Query => orm.insert(orderReply).values(row);

/** What the newest versions of an order said, the newest first. */
export const versionsOf = (orm: Orm, orderId: string | SQL) =>
  orm
    .select()
    .from(orderVersion)
    .where(eq(orderVersion.orderId, orderId))
    .orderBy(desc(orderVersion.version))
    .limit(10);

export const insertVersion = (
  orm: Orm,
  { orderId, version, headcount, startsOn, terms }: Omit<typeof orderVersion.$inferSelect, 'seenAt'>,
): Query => orm.insert(orderVersion).values({ orderId, version, headcount, startsOn, terms });

/** The employer has this version on the screen; the first time counts. */
export const noteSeen = (orm: Orm, orderId: string, version: number, at: number): Query =>
  orm
    .update(orderVersion)
    .set({ seenAt: at })
    .where(and(eq(orderVersion.orderId, orderId), eq(orderVersion.version, version), isNull(orderVersion.seenAt)));

/** Freezes terms as they are shown. The same terms are frozen once: the hash is the key. */
export const freezeTerms = (
  orm: Orm,
  orderId: string,
  orderVersion: number,
  terms: Terms,
  hash: string,
  now: number,
): Query => orm.insert(frozenTerms).values({ hash, orderId, orderVersion, terms, frozenAt: now }).onConflictDoNothing();

export const setTerms = (orm: Orm, orderId: string, terms: Terms): Query =>
  orm.update(jobOrder).set({ terms }).where(eq(jobOrder.id, orderId));

/** Orders of the batches on a page, for their titles. */
export const ordersOf = (orm: Orm, open: boolean, before: string | null, limit: number) =>
  orm
    .select({ id: jobOrder.id, trade: jobOrder.trade, terms: jobOrder.terms })
    .from(jobOrder)
    .where(inArray(jobOrder.id, sql`(select order_id from (${batchPage(orm, open, before, limit)}))`));
