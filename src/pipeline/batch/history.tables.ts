import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant, json } from '../../db/columns.ts';
import type { Undo } from './taking-back.ts';
import type { DeadlineKind } from '../deadline.ts';

/** What happened to the batch, line by line. Append-only, WITHOUT ROWID, ordered by `seq`. */
export const history = sqliteTable(
  'history',
  {
    batchId: text('batch_id').notNull(),
    seq: integer().notNull(),
    kind: text().notNull(),
    placementId: text('placement_id'),
    actor: text().notNull(),
    occurredAt: instant().notNull(),
    recordedAt: instant().notNull(),
    detail: json<Record<string, unknown>>().notNull(),
    /** On the first line of an act that can be taken back: how it was before. */
    undo: json<Undo | null>(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.seq] })],
);

/**
 * What falls due when. Written with the facts it follows from; `level` counts the reminders already
 * sent.
 */
export const deadline = sqliteTable(
  'deadline',
  {
    id: id(),
    batchId: text('batch_id').notNull(),
    placementId: text('placement_id'),
    kind: text().$type<DeadlineKind>().notNull(),
    dueAt: instant().notNull(),
    nextAt: instant(),
    level: integer().notNull(),
  },
  (t) => [
    index('deadline_batch').on(t.batchId),
    index('deadline_due').on(t.dueAt),
    index('deadline_next').on(t.nextAt),
  ],
);
