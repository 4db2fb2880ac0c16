import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { fen, id, instant, json } from '../../db/columns.ts';
import { batch, placement } from '../batch/batch.tables.ts';
import type { Bearer } from '../ledger/budget.ts';
import type { EscortRole, LegMode } from './manifest.ts';
import type { Absence } from './handover/correction.ts';
import type { Onward, RejectionReason } from './handover/handover-state.ts';
import type { IncidentKind } from './incident-kind.ts';

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
    driver: text().notNull().default(''),
    driverPhone: text('driver_phone').notNull().default(''),
    secondDriver: text('second_driver').notNull().default(''),
    rests: integer().notNull().default(0),
    nightStop: integer('night_stop', { mode: 'boolean' }).notNull().default(false),
    ticketed: integer({ mode: 'boolean' }).notNull().default(false),
    costFen: fen().notNull().default(0),
    /** Hospital, police and whom to ask where it stops. */
    help: text().notNull().default(''),
    /** The leg of which this one took the place: another vehicle, other times. */
    replaces: text(),
    /** Struck from the plan, which keeps it. */
    removedAt: instant(),
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
    /** The worker who is it, where a captain is one of those who travel. */
    placementId: text('placement_id'),
    /** The account of whoever belongs to the station. */
    accountId: text('account_id'),
    /** When somebody else took over from them. */
    replacedAt: instant(),
  },
  (t) => [index('escort_batch').on(t.batchId)],
);

/**
 * What went wrong on the way: when, on which leg, with whom, what was done, what it cost and who
 * answers for it. Append-only.
 */
export const incident = sqliteTable(
  'incident',
  {
    id: id(),
    batchId: text('batch_id')
      .notNull()
      .references(() => batch.id),
    kind: text().$type<IncidentKind>().notNull(),
    legId: text('leg_id'),
    people: json<string[]>().notNull(),
    occurredAt: instant().notNull(),
    recordedAt: instant().notNull(),
    actor: text().notNull(),
    note: text().notNull(),
    /**
     * Who was called about somebody who is missing or left, and the number of the police report.
     */
    called: text().notNull(),
    policeReport: text('police_report').notNull(),
    costFen: fen().notNull(),
    answerable: text().$type<Bearer>().notNull(),
  },
  (t) => [index('incident_batch').on(t.batchId, t.occurredAt)],
);

/**
 * The send-off: where and when, which leaders were there, how many photos were taken. One row a
 * batch, the newest holds.
 */
export const sendOff = sqliteTable(
  'send_off',
  {
    id: id(),
    batchId: text('batch_id')
      .notNull()
      .references(() => batch.id),
    at: instant().notNull(),
    place: text().notNull(),
    leaders: text().notNull(),
    photos: integer().notNull(),
    recordedAt: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [index('send_off_batch').on(t.batchId, t.id)],
);

/**
 * The two counts and the differences by name, of everybody or of one vehicle. Locked once written:
 * whoever is signed for later is a new row, and what turns out to have been otherwise is a new
 * version, which names the one it corrects.
 */
export const handover = sqliteTable(
  'handover',
  {
    id: id(),
    batchId: text('batch_id')
      .notNull()
      .references(() => batch.id),
    escortCount: integer('escort_count').notNull(),
    employerCount: integer('employer_count').notNull(),
    /** For whom it was signed; empty on rows from before this was kept. */
    people: json<string[]>()
      .notNull()
      .default(sql`'[]'`),
    rejected: json<{ placementId: string; reason: RejectionReason }[]>().notNull(),
    signedBy: text('signed_by').notNull(),
    signedAt: instant().notNull(),
    /** Whoever had been signed for and turned out not to be there; only corrections have such. */
    absent: json<Absence[]>()
      .notNull()
      .default(sql`'[]'`),
    /** The version that this one corrects, and why. */
    corrects: text(),
    why: text().notNull().default(''),
  },
  (t) => [index('handover_batch').on(t.batchId), uniqueIndex('handover_corrects').on(t.corrects)],
);

/**
 * What became of somebody whom the employer did not take, and who pays. Append-only; the newest row
 * holds.
 */
export const onwardWay = sqliteTable(
  'onward_way',
  {
    id: text().notNull(),
    placementId: text('placement_id')
      .notNull()
      .references(() => placement.id),
    next: text().$type<Onward>().notNull(),
    bearer: text().$type<Bearer>().notNull(),
    costFen: fen().notNull(),
    note: text().notNull(),
    at: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.placementId, t.id] })],
);
