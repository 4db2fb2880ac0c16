import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { day, fen, id, instant } from '../../db/columns.ts';
import { batch, placement } from '../batch/batch.tables.ts';
import { clinic } from '../../registry/registry.tables.ts';
import type { Payer } from './exam-day.ts';
import type { Conclusion, Restriction } from './health-state.ts';

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
    /** How many people the clinic takes; 0 where it did not say. */
    capacity: integer().notNull().default(0),
    priceFen: fen().notNull().default(0),
    payer: text().$type<Payer>().notNull().default('station'),
    cancelledAt: instant(),
    /** When the clinic said that it had examined everybody who came. */
    finishedAt: instant(),
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
  (t) => [
    index('exam_booking_day').on(t.examDayId),
    index('exam_booking_placement').on(t.placementId),
  ],
);

/**
 * A conclusion and nothing else: there is no column that could hold a laboratory value or a remark.
 * Append-only; what a clinic took back within its ten minutes is a row of its own.
 */
export const examination = sqliteTable(
  'examination',
  {
    id: text().notNull(),
    placementId: text('placement_id')
      .notNull()
      .references(() => placement.id),
    examDayId: text('exam_day_id'),
    conclusion: text().$type<Conclusion | 'taken_back'>().notNull(),
    restriction: text().$type<Restriction>(),
    recheckBy: day(),
    concludedOn: day().notNull(),
    validUntil: day(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.placementId, t.id] })],
);
