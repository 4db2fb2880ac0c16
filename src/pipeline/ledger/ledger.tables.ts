import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { fen, instant } from '../../db/columns.ts';
import { batch } from '../batch/batch.tables.ts';
import type { Bearer, BudgetLine, Origin } from './budget.ts';

/**
 * What a batch is to cost and has cost, in fen. Append-only: what turns out otherwise is another
 * row with the opposite amount, written together with the fact it follows from. `origin_id` is the
 * row of that fact.
 */
export const ledgerEntry = sqliteTable(
  'ledger_entry',
  {
    batchId: text('batch_id')
      .notNull()
      .references(() => batch.id),
    id: text().notNull(),
    line: text().$type<BudgetLine>().notNull(),
    kind: text().$type<'planned' | 'spent'>().notNull(),
    bearer: text().$type<Bearer>().notNull(),
    amountFen: fen().notNull(),
    origin: text().$type<Origin>().notNull(),
    originId: text('origin_id').notNull(),
    placementId: text('placement_id'),
    /** The number of the invoice or receipt, as far as there is one. */
    receipt: text().notNull().default(''),
    note: text().notNull().default(''),
    at: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.id] })],
);
