import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { day, instant } from '../../db/columns.ts';
import { placement } from '../batch/batch.tables.ts';
import type { Holder, PaperKind, PaperState, RejectReason } from './paper.ts';

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

/** An original lent for processing: receipt, holder and return-by date. An employer cannot be a holder. */
export const custody = sqliteTable(
  'custody',
  {
    id: text().notNull(),
    placementId: text('placement_id')
      .notNull()
      .references(() => placement.id),
    kind: text().$type<PaperKind>().notNull(),
    holder: text().$type<Holder>().notNull(),
    receiptNo: integer('receipt_no').notNull(),
    lentAt: instant().notNull(),
    returnBy: day().notNull(),
    returnedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.placementId, t.id] })],
);
