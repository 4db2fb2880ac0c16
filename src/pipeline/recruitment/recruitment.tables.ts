import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant } from '../../db/columns.ts';
import type { ConsentManner } from './terms.ts';
import { placement } from '../batch/batch.tables.ts';

/**
 * A worker's consent to one frozen version of the terms. Append-only: a withdrawal is a history
 * line of its own.
 */
export const consent = sqliteTable(
  'consent',
  {
    id: text().notNull(),
    placementId: text('placement_id')
      .notNull()
      .references(() => placement.id),
    termsHash: text('terms_hash').notNull(),
    language: text().$type<'zh' | 'en'>().notNull(),
    /** The officer who witnessed a spoken or signed consent; null when the worker used the link. */
    witnessId: text('witness_id'),
    /** How it was given: by a tap on the own link, on paper, or spoken before the witness. */
    manner: text().$type<ConsentManner>().notNull().default('link'),
    /** When the worker said that they never gave it. */
    contradictedAt: instant(),
    /** When the officer who noted it took that back: it was never given. */
    takenBackAt: instant(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.placementId, t.id] })],
);
