import { desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Orm, Query } from '../../db/client.ts';
import type { Terms } from '../recruitment/terms.ts';
import type { OrderState } from './job-order.ts';
import { frozenTerms, jobOrder, orderReply } from './demand.tables.ts';

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

export const repliesOf = (orm: Orm, orderId: string) =>
  orm.select().from(orderReply).where(eq(orderReply.orderId, orderId)).orderBy(desc(orderReply.id)).limit(10);

export const insertOrder = (orm: Orm, row: typeof jobOrder.$inferInsert): Query => orm.insert(jobOrder).values(row);

export const insertReply = (orm: Orm, row: typeof orderReply.$inferInsert): Query => orm.insert(orderReply).values(row);

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
