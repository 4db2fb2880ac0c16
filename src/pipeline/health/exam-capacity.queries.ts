import { and, inArray, sql } from 'drizzle-orm';
import { examBooking } from './health.tables.ts';
import { refuseUnless } from '../../db/errors.ts';
import type { Orm, Query } from '../../db/orm.ts';

/**
 * Who of a day's list is booked for another day as well that is still to be held, as somebody who
 * did not come to this one.
 */
export function bookedElsewhere(orm: Orm, examDayId: string) {
  return orm
    .select({ placementId: examBooking.placementId })
    .from(examBooking)
    .where(
      and(
        inArray(
          examBooking.placementId,
          sql`(select placement_id from exam_booking where exam_day_id = ${examDayId})`,
        ),
        inArray(
          examBooking.examDayId,
          sql`(select id from exam_day where id <> ${examDayId} and cancelled_at is null
            and batch_id = (select batch_id from exam_day where id = ${examDayId}))`,
        ),
        sql`not exists (select 1 from examination
          where examination.placement_id = exam_booking.placement_id
          and examination.exam_day_id = exam_booking.exam_day_id)`,
      ),
    );
}

/**
 * Refuses more bookings than the clinic takes on a day, with `EXAM_FULL`; to be written after them.
 */
export function withinCapacity(examDayId: string): Query {
  return refuseUnless(
    sql`(select capacity = 0 or capacity >= (select count(*) from exam_booking join placement
      on placement.id = placement_id where exam_day_id = exam_day.id and (exit is null
      or health <> 'booked')) from exam_day where id = ${examDayId})`,
    'EXAM_FULL',
  );
}
