import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { day, fen, id, instant } from '../../db/columns.ts';
import { placement } from '../batch/batch.tables.ts';
import type { Mark } from '../recruitment/match-reason.ts';
import type { VisitKind, VisitOutcome } from './visit-state.ts';
import type { CaseKind, CaseState } from './case-state.ts';

/**
 * A visit that is due, and what came of it. `open` is 1 until somebody answered and then null, so
 * only open visits are indexed. After a try that reached nobody the outcome is that of the last
 * try, and the day that of the next one.
 */
export const visit = sqliteTable(
  'visit',
  {
    id: id(),
    placementId: text('placement_id')
      .notNull()
      .references(() => placement.id),
    batchId: text('batch_id').notNull(),
    villageId: text('village_id').notNull(),
    kind: text().$type<VisitKind>().notNull(),
    dueOn: day().notNull(),
    open: integer(),
    outcome: text().$type<VisitOutcome>(),
    /** How often nobody was reached. */
    tries: integer().notNull().default(0),
    working: integer({ mode: 'boolean' }),
    paidFen: fen(),
    contractHeld: integer('contract_held', { mode: 'boolean' }),
    papersHeld: integer('papers_held', { mode: 'boolean' }),
    wantsHome: integer('wants_home', { mode: 'boolean' }),
    actor: text(),
    at: instant(),
  },
  (t) => [
    index('visit_due').on(t.open, t.dueOn, t.id),
    index('visit_village_due').on(t.villageId, t.open, t.dueOn, t.id),
    index('visit_placement').on(t.placementId, t.dueOn),
    index('visit_batch_due').on(t.batchId, t.open, t.dueOn),
  ],
);

/** Each try at a visit, as it was: rows are only added. */
export const visitTry = sqliteTable(
  'visit_try',
  {
    id: id(),
    visitId: text('visit_id')
      .notNull()
      .references(() => visit.id),
    outcome: text().$type<VisitOutcome>().notNull(),
    /** The day on which it was due, and the one on which it was made. */
    dueOn: day().notNull(),
    madeOn: day().notNull(),
    actor: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('visit_try_visit').on(t.visitId, t.id)],
);

/** Someone left the post before the term: why, and when. */
export const earlyReturn = sqliteTable('early_return', {
  id: id(),
  placementId: text('placement_id')
    .notNull()
    .references(() => placement.id),
  reason: text().notNull(),
  returnedOn: day().notNull(),
  at: instant().notNull(),
});

export const rightsCase = sqliteTable(
  'rights_case',
  {
    id: id(),
    placementId: text('placement_id')
      .notNull()
      .references(() => placement.id),
    batchId: text('batch_id').notNull(),
    visitId: text('visit_id'),
    kind: text().$type<CaseKind>().notNull(),
    state: text().$type<CaseState>().notNull(),
    claimedFen: fen().notNull(),
    recoveredFen: fen().notNull(),
    openedAt: instant().notNull(),
    closedAt: instant(),
  },
  (t) => [
    uniqueIndex('rights_case_visit').on(t.visitId, t.kind),
    index('rights_case_state').on(t.state, t.id),
    index('rights_case_placement').on(t.placementId),
  ],
);

/**
 * What a worker said of an employer after having been there: one word for each placement, the last
 * one holds.
 */
export const employerRating = sqliteTable(
  'employer_rating',
  {
    placementId: text('placement_id')
      .primaryKey()
      .references(() => placement.id),
    employerId: text('employer_id').notNull(),
    workerId: text('worker_id').notNull(),
    mark: text().$type<Mark>().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('employer_rating_employer').on(t.employerId, t.workerId)],
);
