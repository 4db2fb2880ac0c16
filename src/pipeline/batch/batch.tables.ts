import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, id, instant, json } from '../../db/columns.ts';
import { worker } from '../../registry/registry.tables.ts';
import type { Knows } from '../travel/roll-call/word.ts';
import { jobOrder } from '../demand/demand.tables.ts';
import type { BatchStatus } from './snapshot.ts';
import type { Stage } from '../stages.ts';
import type { HealthState, Restriction, TravelFit } from '../health/health-state.ts';
import type { ExitReason, RecruitmentState, PlaceOffer } from '../recruitment/recruitment-state.ts';
import type { PaperState, RejectReason } from '../documents/paper-state.ts';
import type { TravelState } from '../travel/travel-state.ts';
import type { HeldEntry } from '../travel/roll-call/deed.ts';
import type { FollowUpState } from '../follow-up/follow-up-state.ts';
import type { CallsSince, Roll } from '../travel/roll-call/roll-state.ts';
import type { Onward } from '../travel/handover/handover-state.ts';
import type { Custody } from '../documents/custody-state.ts';
import type { ContractState } from '../documents/contract-state.ts';
import type { Counts } from './counts.ts';
import type { Todo } from '../todo.ts';
import type { PaperKind } from '../documents/paper-kind.ts';

/**
 * A batch. `seq` is the number of its newest history line: every write raises it, and a write made
 * from an older reading collides in `history` and fails whole. `counts` is a cache of the
 * placements, rewritten with them.
 */
export const batch = sqliteTable(
  'batch',
  {
    id: id(),
    code: text().notNull().unique(),
    orderId: text('order_id')
      .notNull()
      .references(() => jobOrder.id),
    coordinatorId: text('coordinator_id').notNull(),
    status: text().$type<BatchStatus>().notNull(),
    stage: text().$type<Stage>().notNull(),
    seq: integer().notNull(),
    headcount: integer().notNull(),
    departsOn: day().notNull(),
    /** When the first vehicle of the plan leaves. */
    leavesAt: instant(),
    requirements: json<PaperKind[]>().notNull(),
    unfilledReason: text('unfilled_reason'),
    unfilledAccepted: integer('unfilled_accepted').notNull(),
    reserveStopped: integer('reserve_stopped', { mode: 'boolean' }).notNull().default(false),
    lockedAt: instant(),
    departedAt: instant(),
    arrivedAt: instant(),
    handedOverAt: instant(),
    /**
     * Raised by every change of the plan once the manifest is locked, so that phones can tell which
     * they have seen.
     */
    planVersion: integer('plan_version').notNull().default(1),
    phones: json<Knows>()
      .notNull()
      .default(sql`'{}'`),
    callsSince: json<CallsSince>()
      .notNull()
      .default(sql`'{}'`),
    heldEntries: json<HeldEntry[]>()
      .notNull()
      .default(sql`'[]'`),
    /** Whom the departure released, so that it can be taken back whole. */
    releasedAtDeparture: json<string[]>()
      .notNull()
      .default(sql`'[]'`),
    endedAt: instant(),
    endReason: text('end_reason'),
    counts: json<Counts>().notNull(),
    /** A cache as well: what comes next (`what-to-do.ts`), as lists of many batches show it. */
    steps: json<Todo[]>()
      .notNull()
      .default(sql`'[]'`),
    /** For which `touched` the cron job has made them last; -1 makes it do so anew. */
    stepsTouched: integer('steps_touched').notNull().default(-1),
    /**
     * Raised by triggers when something changes that the batch shows but its history does not tell:
     * a person's name.
     */
    touched: integer().notNull().default(0),
    openVisits: integer('open_visits').notNull(),
    /**
     * The workflow's current wait, and the `seq` it has seen: how to wake it, and whether it needs
     * waking.
     */
    waitNo: integer('wait_no').notNull(),
    seenSeq: integer('seen_seq').notNull(),
    openedAt: instant().notNull(),
  },
  (t) => [
    index('batch_status').on(t.status, t.id),
    index('batch_order').on(t.orderId),
    uniqueIndex('batch_one_of_order')
      .on(t.orderId)
      .where(sql`status <> 'cancelled'`),
  ],
);

/**
 * A person in a batch. The state columns are a cache of the slices' fact rows, changed in the same
 * `db.batch`.
 */
export const placement = sqliteTable(
  'placement',
  {
    id: id(),
    batchId: text('batch_id')
      .notNull()
      .references(() => batch.id),
    workerId: text('worker_id')
      .notNull()
      .references(() => worker.id),
    active: integer({ mode: 'boolean' }).notNull(),
    recruitment: text().$type<RecruitmentState>().notNull(),
    rank: integer(),
    offerUntil: instant(),
    /** When they were seen to know the terms: by their own link, or before a witness. */
    toldAt: instant(),
    /** Since when they wait for a call; null where they do not. */
    questionAt: instant(),
    placeOffer: text('place_offer').$type<PlaceOffer>(),
    placeOfferUntil: instant(),
    consentedHash: text('consented_hash'),
    heldPlace: integer('held_place', { mode: 'boolean' }).notNull(),
    replaces: text(),
    exit: text().$type<ExitReason>(),
    health: text().$type<HealthState>().notNull(),
    restriction: text().$type<Restriction>(),
    healthUntil: day(),
    recheckBy: day(),
    papers: json<Partial<Record<PaperKind, PaperState>>>().notNull(),
    /** Until when a paper that was verified holds, where it does not hold for good. */
    paperUntil: json<Partial<Record<PaperKind, string>>>()
      .notNull()
      .default(sql`'{}'`),
    paperWhy: json<Partial<Record<PaperKind, RejectReason>>>()
      .notNull()
      .default(sql`'{}'`),
    contract: json<ContractState | null>(),
    custody: json<Custody[]>().notNull(),
    /** Their own word, on the day, whether they can travel. */
    travelFit: text('travel_fit').$type<TravelFit>(),
    travel: text().$type<TravelState>().notNull(),
    roll: json<Roll>()
      .notNull()
      .default(sql`'{}'`),
    followUp: text('follow_up').$type<FollowUpState>().notNull(),
    captain: integer({ mode: 'boolean' }).notNull(),
    /** Where whoever was not taken by the employer went from there; null while nobody has said. */
    onward: text('onward').$type<Onward>(),
    /** Their seat on each leg that has a seat plan. */
    seats: json<Record<string, number>>()
      .notNull()
      .default(sql`'{}'`),
    /** Carriage and seat on each leg that has tickets. */
    tickets: json<Record<string, string>>()
      .notNull()
      .default(sql`'{}'`),
  },
  (t) => [
    index('placement_batch').on(t.batchId, t.id),
    index('placement_worker').on(t.workerId),
    uniqueIndex('placement_one_active')
      .on(t.workerId)
      .where(sql`active = 1`),
  ],
);
