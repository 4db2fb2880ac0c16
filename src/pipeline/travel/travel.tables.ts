import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant, json } from '../../db/columns.ts';
import { batch, placement } from '../batch/batch.tables.ts';
import type { EscortRole, LegMode } from './manifest.ts';
import type { RejectionReason } from './handover.ts';
import type { RollCallOutcome } from './roll-call.ts';

export const leg = sqliteTable(
  'leg',
  {
    id: id(),
    batchId: text('batch_id')
      .notNull()
      .references(() => batch.id),
    position: integer().notNull(),
    mode: text().$type<LegMode>().notNull(),
    vehicle: text().notNull(),
    fromPlace: text('from_place').notNull(),
    toPlace: text('to_place').notNull(),
    departsAt: instant().notNull(),
    arrivesAt: instant().notNull(),
    seats: integer().notNull(),
  },
  (t) => [index('leg_batch').on(t.batchId, t.position)],
);

export const escort = sqliteTable(
  'escort',
  {
    id: id(),
    batchId: text('batch_id')
      .notNull()
      .references(() => batch.id),
    name: text().notNull(),
    phone: text().notNull(),
    role: text().$type<EscortRole>().notNull(),
  },
  (t) => [index('escort_batch').on(t.batchId)],
);

/** Every attempt of a roll call is kept, undone ones too. `occurred_at` is the phone's, `recorded_at` the server's. */
export const checkIn = sqliteTable(
  'check_in',
  {
    id: text().notNull(),
    placementId: text('placement_id')
      .notNull()
      .references(() => placement.id),
    outcome: text().$type<RollCallOutcome>().notNull(),
    actor: text().notNull(),
    occurredAt: instant().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.placementId, t.id] })],
);

/** The two counts and the differences by name. Locked once written; a correction is a new row. */
export const handover = sqliteTable(
  'handover',
  {
    id: id(),
    batchId: text('batch_id')
      .notNull()
      .references(() => batch.id),
    escortCount: integer('escort_count').notNull(),
    employerCount: integer('employer_count').notNull(),
    rejected: json<{ placementId: string; reason: RejectionReason }[]>().notNull(),
    signedBy: text('signed_by').notNull(),
    signedAt: instant().notNull(),
  },
  (t) => [index('handover_batch').on(t.batchId)],
);
