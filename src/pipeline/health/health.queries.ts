import { and, asc, desc, eq, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { examDay } from './health.tables.ts';
import type { Orm, Query } from '../../db/orm.ts';
import { rebook } from './exam-booking.queries.ts';

export function examDaysOf(orm: Orm, batchId: string) {
  return orm
    .select()
    .from(examDay)
    .where(eq(examDay.batchId, batchId))
    .orderBy(asc(examDay.heldOn))
    .limit(20);
}

export function examDayRow(orm: Orm, id: string | SQL) {
  return orm.select().from(examDay).where(eq(examDay.id, id));
}

export function insertExamDay(
  orm: Orm,
  row: typeof examDay.$inferInsert,
  placementIds: string[],
): Query[] {
  return [orm.insert(examDay).values(row), ...rebook(orm, row.id, placementIds)];
}

/**
 * The newest day up to this one for which somebody is booked and of which nothing was said of them
 * yet.
 */
export function dayAwaiting(orm: Orm, placementId: string, until: string) {
  return orm
    .select()
    .from(examDay)
    .where(
      and(
        inArray(
          examDay.id,
          sql`(select exam_day_id from exam_booking where placement_id = ${placementId})`,
        ),
        isNull(examDay.cancelledAt),
        lte(examDay.heldOn, until),
        sql`not exists (select 1 from examination where placement_id = ${placementId}
          and exam_day_id = ${examDay.id})`,
      ),
    )
    .orderBy(desc(examDay.heldOn))
    .limit(1);
}

export function moveExamDay(orm: Orm, id: string, heldOn: string): Query {
  return orm
    .update(examDay)
    .set({ heldOn })
    .where(and(eq(examDay.id, id), isNull(examDay.cancelledAt)));
}

/** The clinic has done with a day; said again it changes nothing. */
export function finishExamDay(orm: Orm, id: string, at: number): Query {
  return orm
    .update(examDay)
    .set({ finishedAt: at })
    .where(and(eq(examDay.id, id), isNull(examDay.finishedAt)));
}

export function cancelExamDay(orm: Orm, id: string, at: number): Query {
  return orm
    .update(examDay)
    .set({ cancelledAt: at })
    .where(and(eq(examDay.id, id), isNull(examDay.cancelledAt)));
}
