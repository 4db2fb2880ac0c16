import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, instant, json } from '../../db/columns.ts';
import { batch } from '../batch/batch.tables.ts';
import type { EscortRole, LegMode } from './manifest.ts';
import type { RejectionReason } from './handover.ts';
import type { Deed, Verdict } from './entries.ts';
import type { CallName, RollCallOutcome } from './roll-call.ts';
import type { Knows } from './word.ts';

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

/**
 * Every deed of every phone of the roll call, as it was sent, refused ones too. `at` is the phone's clock, `occurred_at` the
 * same by the server's, `recorded_at` when it was heard. Append-only, numbered by each phone without a gap.
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
    recordedAt: instant().notNull(),
    actor: text().notNull(),
    verdict: text().$type<Verdict['verdict']>().notNull(),
    reason: text(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.phone, t.no] }), uniqueIndex('roll_entry_id').on(t.id)],
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
    /** The strokes of the signature on the escort's phone, as an SVG path; null where it was signed by link. */
    signature: text(),
  },
  (t) => [index('handover_batch').on(t.batchId)],
);
