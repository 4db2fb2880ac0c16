import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { instant, json } from '../../../db/columns.ts';
import { batch } from '../../batch/batch.tables.ts';
import type { Knows } from './word.ts';
import type { Deed, Verdict } from './deed.ts';
import type { CallName, RollCallOutcome } from './roll-state.ts';

/**
 * Every deed of every phone of the roll call, as it was sent, refused ones too. `at` is the phone's
 * clock, `occurred_at` the same by the server's, `recorded_at` when it was heard. Append-only,
 * numbered by each phone without a gap.
 */
export const rollEntry = sqliteTable(
  'roll_entry',
  {
    batchId: text('batch_id')
      .notNull()
      .references(() => batch.id),
    phone: text().notNull(),
    no: integer().notNull(),
    id: text().notNull(),
    kind: text().$type<Deed['kind']>().notNull(),
    placementId: text('placement_id'),
    call: text().$type<CallName>(),
    outcome: text().$type<RollCallOutcome>(),
    /** What a signature says, beside. */
    detail: json<Record<string, unknown>>().notNull(),
    knows: json<Knows>().notNull(),
    at: instant().notNull(),
    occurredAt: instant().notNull(),
    /** The phone's clock could not be believed: the time is the best that can be said. */
    isDoubtful: integer('is_doubtful', { mode: 'boolean' }).notNull().default(false),
    recordedAt: instant().notNull(),
    actor: text().notNull(),
    verdict: text().$type<Verdict['verdict']>().notNull(),
    reason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.phone, t.no] }),
    uniqueIndex('roll_entry_id').on(t.id),
  ],
);
