import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { day, fen, id, instant, json } from '../../db/columns.ts';
import { placement } from '../batch/batch.tables.ts';
import type { Insurance, Lodging, WageBasis } from '../recruitment/terms.ts';
import type { PaperState, RejectReason } from './paper-state.ts';
import type { Holder } from './custody-state.ts';
import type { ContractDifference } from './contract-state.ts';
import type { PaperKind } from './paper-kind.ts';

/** Each state a paper went through. Append-only; the newest row of a kind is its state. */
export const paper = sqliteTable(
  'paper',
  {
    id: text().notNull(),
    placementId: text('placement_id')
      .notNull()
      .references(() => placement.id),
    kind: text().$type<PaperKind>().notNull(),
    state: text().$type<PaperState>().notNull(),
    rejectReason: text('reject_reason').$type<RejectReason>(),
    expiresOn: day(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.placementId, t.id] })],
);

/**
 * An original lent for processing: receipt, holder and return-by date. An employer cannot be a
 * holder.
 */
export const custody = sqliteTable(
  'custody',
  {
    id: text().notNull(),
    placementId: text('placement_id')
      .notNull()
      .references(() => placement.id),
    kind: text().$type<PaperKind>().notNull(),
    holder: text().$type<Holder>().notNull(),
    /** The person at that place who took it. */
    keeper: text().notNull().default(''),
    receiptNo: integer('receipt_no').notNull(),
    lentAt: instant().notNull(),
    returnBy: day().notNull(),
    returnedAt: instant(),
    /** When the owner confirmed by their own link that it was lent, and that it is back. */
    lentConfirmedAt: instant(),
    returnConfirmedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.placementId, t.id] })],
);

/**
 * A labour contract as it was signed, and how it differs from the terms that were agreed to.
 * Append-only; the newest holds.
 */
export const labourContract = sqliteTable(
  'labour_contract',
  {
    id: text().notNull(),
    placementId: text('placement_id')
      .notNull()
      .references(() => placement.id),
    employer: text().notNull(),
    site: text().notNull(),
    wageBasis: text('wage_basis').$type<WageBasis>().notNull(),
    wageFen: fen().notNull(),
    payDay: integer('pay_day').notNull(),
    hoursPerDay: integer('hours_per_day').notNull(),
    daysPerWeek: integer('days_per_week').notNull(),
    months: integer().notNull(),
    /** Null on contracts from before these were asked for. */
    lodging: text().$type<Lodging>(),
    mealsFen: fen(),
    insurance: text().$type<Insurance>(),
    deductions: text(),
    signedOn: day().notNull(),
    differences: json<ContractDifference[]>().notNull(),
    at: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.placementId, t.id] })],
);

/** A photo of a paper: where its encrypted bytes are, how large it is, and when it goes. */
export const paperPhoto = sqliteTable(
  'paper_photo',
  {
    id: id(),
    placementId: text('placement_id')
      .notNull()
      .references(() => placement.id),
    kind: text().$type<PaperKind>().notNull(),
    objectKey: text('object_key').notNull(),
    /** A portrait made small on the phone that took it, for rosters; null where there is none. */
    smallKey: text('small_key'),
    contentType: text('content_type').notNull(),
    bytes: integer().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    at: instant().notNull(),
    actor: text().notNull(),
    deleteOn: day().notNull(),
    deletedAt: instant(),
  },
  (t) => [
    index('paper_photo_placement').on(t.placementId, t.id),
    index('paper_photo_due').on(t.deletedAt, t.deleteOn),
    index('paper_photo_object').on(t.objectKey),
    index('paper_photo_small').on(t.smallKey),
  ],
);
