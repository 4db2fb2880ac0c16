import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import { examBooking } from './health.tables.ts';
import { insertMany } from '../../db/statements.ts';
import type { Orm, Query } from '../../db/orm.ts';

export function bookingsOf(orm: Orm, examDayId: string | SQL) {
  return orm.select().from(examBooking).where(eq(examBooking.examDayId, examDayId));
}

export function bookingsOfBatch(orm: Orm, batchId: string) {
  return orm
    .select({ examDayId: examBooking.examDayId, placementId: examBooking.placementId })
    .from(examBooking)
    .where(
      inArray(examBooking.examDayId, sql`(select id from exam_day where batch_id = ${batchId})`),
    );
}

export function insertBookings(examDayId: string, placementIds: string[]): Query[] {
  return insertMany(
    examBooking,
    ['id', 'examDayId', 'placementId'],
    // Booked twice for one day is booked once.
    placementIds.map((placementId) => ({
      id: `${examDayId}:${placementId}`,
      examDayId,
      placementId,
    })),
  );
}

/**
 * Books people for a day, and takes them off the lists of other days on which nothing was concluded
 * of them.
 */
export function rebook(orm: Orm, examDayId: string, placementIds: string[]): Query[] {
  return [
    orm.run(
      sql`delete from exam_booking where exam_day_id <> ${examDayId}
        and placement_id in (select value from json_each(${JSON.stringify(placementIds)}))
        and not exists (select 1 from examination
        where examination.placement_id = exam_booking.placement_id
        and examination.exam_day_id = exam_booking.exam_day_id)`,
    ),
    ...insertBookings(examDayId, placementIds),
  ];
}
