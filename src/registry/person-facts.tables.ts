import { maybeHidden } from '../access/hidden-column.ts';
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant, json } from '../db/columns.ts';
import type { Correctable, CorrectionState } from './correction.ts';
import type { LikenessReason } from './roster/import.ts';
import type { Availability, Wish } from './worker.ts';

/**
 * One field of a person as it was and as it became. Append-only: the history of every field. ID
 * numbers by their last four.
 */
export const workerChange = sqliteTable(
  'worker_change',
  {
    id: text().notNull(),
    workerId: text('worker_id').notNull(),
    field: text().notNull(),
    /** Digits of an ID number are hidden before they are written. */
    was: maybeHidden().notNull(),
    becomes: maybeHidden().notNull(),
    at: instant().notNull(),
    actor: text().notNull(),
    /** The import, merger or request that it came from. */
    cause: text(),
  },
  (t) => [primaryKey({ columns: [t.workerId, t.id] })],
);

/**
 * What a worker said of going, each time they were asked. Append-only; the newest is on the
 * worker's row as well.
 */
export const wish = sqliteTable(
  'wish',
  {
    id: text().notNull(),
    workerId: text('worker_id').notNull(),
    availability: text().$type<Availability>().notNull(),
    wish: json<Wish | null>(),
    at: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workerId, t.id] })],
);

/**
 * The worker's yes, or its withdrawal, to the station keeping what it keeps of them (PIPL art. 13,
 * 15). Append-only.
 */
export const dataConsent = sqliteTable(
  'data_consent',
  {
    id: text().notNull(),
    workerId: text('worker_id').notNull(),
    given: integer({ mode: 'boolean' }).notNull(),
    at: instant().notNull(),
    actor: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workerId, t.id] })],
);

/** Two entries that may be one person. The smaller id comes first, so that a pair is found once. */
export const likeness = sqliteTable(
  'likeness',
  {
    oneId: text('one_id').notNull(),
    otherId: text('other_id').notNull(),
    reason: text().$type<LikenessReason>().notNull(),
    foundAt: instant().notNull(),
    state: text().$type<'open' | 'different' | 'merged'>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.oneId, t.otherId] }),
    index('likeness_other').on(t.otherId),
    index('likeness_open')
      .on(t.foundAt, t.oneId)
      .where(sql`state = 'open'`),
  ],
);

/** What the entry that was kept said before the other's later word took its place. */
export type BeforeMerger = {
  dataConsentAt: number | null;
  availability: Availability;
  availabilityAt: number | null;
  wish: string | null;
};

/** Two entries made one: which rows were handed over, so that it can be undone. */
export const merger = sqliteTable(
  'merger',
  {
    id: id(),
    keptId: text('kept_id').notNull(),
    goneId: text('gone_id').notNull(),
    moved: json<{
      placements: string[];
      certificates: string[];
      before?: BeforeMerger;
    }>().notNull(),
    at: instant().notNull(),
    actor: text().notNull(),
    undoneAt: instant(),
  },
  (t) => [index('merger_kept').on(t.keptId), index('merger_gone').on(t.goneId)],
);

/** What a worker asked to have put right, by their own link. */
export const correction = sqliteTable(
  'correction',
  {
    id: id(),
    workerId: text('worker_id').notNull(),
    villageId: text('village_id').notNull(),
    field: text().$type<Correctable>().notNull(),
    wanted: text().notNull(),
    at: instant().notNull(),
    state: text().$type<CorrectionState>().notNull(),
    answer: text(),
    decidedAt: instant(),
    decidedBy: text(),
  },
  (t) => [
    index('correction_worker').on(t.workerId),
    index('correction_open')
      .on(t.at)
      .where(sql`state = 'open'`),
  ],
);

/**
 * A search that somebody comes back to: what stands behind the question mark of the list's address.
 */
export const savedSearch = sqliteTable(
  'saved_search',
  {
    id: id(),
    accountId: text('account_id').notNull(),
    name: text().notNull(),
    query: text().notNull(),
  },
  (t) => [index('saved_search_account').on(t.accountId)],
);
