import { desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { orderReply } from './demand.tables.ts';
import type { Orm, Query } from '../../db/orm.ts';

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

export function insertReply(orm: Orm, row: typeof orderReply.$inferInsert): Query {
  return orm.insert(orderReply).values(row);
}
