import { asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { type Orm, type Query } from '../../db/client.ts';
import { escort, handover, leg } from './travel.tables.ts';

export const legsOf = (orm: Orm, batchId: string | SQL) =>
  orm.select().from(leg).where(eq(leg.batchId, batchId)).orderBy(asc(leg.position)).limit(20);

export const insertLeg = (orm: Orm, row: typeof leg.$inferInsert): Query => orm.insert(leg).values(row);
export const insertEscort = (orm: Orm, row: typeof escort.$inferInsert): Query => orm.insert(escort).values(row);

export const handoversOf = (orm: Orm, batchId: string) =>
  orm.select().from(handover).where(eq(handover.batchId, batchId)).limit(5);

export const handoversOfEmployer = (orm: Orm, employerId: string) =>
  orm
    .select({ escortCount: handover.escortCount, employerCount: handover.employerCount })
    .from(handover)
    .where(
      inArray(
        handover.batchId,
        sql`(select id from batch where order_id in (select id from job_order where employer_id = ${employerId}))`,
      ),
    )
    .limit(100);
