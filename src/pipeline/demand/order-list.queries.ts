import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import { jobOrder } from './demand.tables.ts';
import type { OrderState } from './order-state.ts';
import type { Orm } from '../../db/orm.ts';

export function ordersAfter(orm: Orm, before: string | null, limit: number) {
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
