import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { link } from '../../access/access.tables.ts';
import { jobOrder, orderVersion } from './demand.tables.ts';
import { batchPage } from '../batch/batch.queries.ts';
import type { Orm, Query } from '../../db/orm.ts';

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

export function insertOrder(orm: Orm, row: typeof jobOrder.$inferInsert): Query {
  return orm.insert(jobOrder).values(row);
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

/** Orders of the batches on a page, for their titles. */
export function ordersOf(orm: Orm, open: boolean, before: string | null, limit: number) {
  return orm
    .select({ id: jobOrder.id, trade: jobOrder.trade, terms: jobOrder.terms })
    .from(jobOrder)
    .where(
      inArray(jobOrder.id, sql`(select order_id from (${batchPage(orm, open, before, limit)}))`),
    );
}
