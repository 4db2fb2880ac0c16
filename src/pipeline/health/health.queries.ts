import { and, asc, desc, eq, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { link } from '../../access/access.tables.ts';
import { LINK_DAYS } from '../../access/link.ts';
import { atHour, DAY } from '../../clock.ts';
import { examBooking, examDay } from './health.tables.ts';
import { insertMany } from '../../db/statements.ts';
import { refuseUnless } from '../../db/errors.ts';
import type { Orm, Query } from '../../db/orm.ts';

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

/** A day that was put off keeps its link, which lives as long after it as it would have. */
export function prolongLinks(orm: Orm, examDayId: string, heldOn: string): Query {
  return orm
    .update(link)
    .set({ expiresAt: atHour(heldOn, 0) + LINK_DAYS.clinic * DAY })
    .where(and(eq(link.subjectId, examDayId), isNull(link.revokedAt)));
}

export function endLinks(orm: Orm, examDayId: string, at: number): Query {
  return orm
    .update(link)
    .set({ revokedAt: at })
    .where(and(eq(link.subjectId, examDayId), isNull(link.revokedAt)));
}
