import { asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { chunks, type Orm, type Query } from '../../db/client.ts';
import { newId } from '../../ids.ts';
import type { ConclusionGiven } from './fitness.ts';
import { examBooking, examDay, examination } from './health.tables.ts';

export const examDaysOf = (orm: Orm, batchId: string) =>
  orm.select().from(examDay).where(eq(examDay.batchId, batchId)).orderBy(asc(examDay.heldOn)).limit(20);

export const examDayRow = (orm: Orm, id: string | SQL) => orm.select().from(examDay).where(eq(examDay.id, id));

export const bookingsOf = (orm: Orm, examDayId: string | SQL) =>
  orm.select().from(examBooking).where(eq(examBooking.examDayId, examDayId));

export const bookingsOfBatch = (orm: Orm, batchId: string) =>
  orm
    .select({ examDayId: examBooking.examDayId, placementId: examBooking.placementId })
    .from(examBooking)
    .where(inArray(examBooking.examDayId, sql`(select id from exam_day where batch_id = ${batchId})`));

export const insertExamDay = (orm: Orm, row: typeof examDay.$inferInsert, placementIds: string[]): Query[] => {
  const rows = placementIds.map((placementId) => ({ id: newId(), examDayId: row.id, placementId }));
  return [orm.insert(examDay).values(row), ...chunks(rows, 3).map((some) => orm.insert(examBooking).values(some))];
};

/** The conclusion as its own row: the placement's columns are only its cache. */
export const insertExamination = (
  orm: Orm,
  placementId: string,
  examDayId: string | null,
  given: ConclusionGiven,
  validUntil: string | null,
  now: number,
): Query => {
  const { conclusion, restriction, recheckBy, concludedOn } = given;
  return orm.insert(examination).values({
    id: newId(now),
    placementId,
    examDayId,
    conclusion,
    restriction,
    recheckBy,
    concludedOn,
    validUntil,
    at: now,
  });
};
