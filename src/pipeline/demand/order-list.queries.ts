import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { jobOrder } from './demand.tables.ts';
import type { Orm } from '../../db/orm.ts';

export function ordersAfter(orm: Orm, before: string | null, limit: number) {
  return orm
    .select()
    .from(jobOrder)
    .where(before === null ? undefined : lt(jobOrder.id, before))
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
