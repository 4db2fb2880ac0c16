import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { day, id, instant } from '../../db/columns.ts';
import { batch, placement } from '../batch/batch.tables.ts';
import { clinic } from '../../registry/registry.tables.ts';
import type { Conclusion, Restriction } from './fitness.ts';

/** One clinic, one day, the people of one batch. */
export const examDay = sqliteTable(
  'exam_day',
  {
    id: id(),
    batchId: text('batch_id')
      .notNull()
      .references(() => batch.id),
    clinicId: text('clinic_id')
      .notNull()
      .references(() => clinic.id),
    heldOn: day().notNull(),
  },
  (t) => [index('exam_day_batch').on(t.batchId)],
);

/** Who is to come on which day. */
export const examBooking = sqliteTable(
  'exam_booking',
  {
    id: id(),
    examDayId: text('exam_day_id')
      .notNull()
      .references(() => examDay.id),
    placementId: text('placement_id')
      .notNull()
      .references(() => placement.id),
  },
  (t) => [index('exam_booking_day').on(t.examDayId), index('exam_booking_placement').on(t.placementId)],
);

/** A conclusion and nothing else: there is no column that could hold a laboratory value or a remark. Append-only. */
export const examination = sqliteTable(
  'examination',
  {
    id: text().notNull(),
    placementId: text('placement_id')
      .notNull()
      .references(() => placement.id),
    examDayId: text('exam_day_id'),
    conclusion: text().$type<Conclusion>().notNull(),
    restriction: text().$type<Restriction>(),
    recheckBy: day(),
    concludedOn: day().notNull(),
    validUntil: day(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.placementId, t.id] })],
);
