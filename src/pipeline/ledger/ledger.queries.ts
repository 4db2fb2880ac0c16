import { and, desc, eq, ne, type SQL, sql } from 'drizzle-orm';
import type { Orm, Query } from '../../db/client.ts';
import { ledgerEntry } from './ledger.tables.ts';

export type NewEntry = typeof ledgerEntry.$inferInsert;

/** Writes an entry; nothing where it is about nothing. */
export const insertEntry = (orm: Orm, entry: NewEntry): Query[] =>
  entry.amountFen === 0 ? [] : [orm.insert(ledgerEntry).values(entry)];

type Fare = { batchId: string; legId: string; amountFen: number; at: number; actor: string };

/** What a leg is planned to cost; the opposite amount where it is struck from the plan. */
export const insertFare = (orm: Orm, { batchId, legId, amountFen, at, actor }: Fare): Query[] =>
  insertEntry(orm, {
    batchId,
    id: `leg:${legId}${amountFen < 0 ? ':struck' : ''}`,
    line: 'escort',
    kind: 'planned',
    bearer: 'station',
    amountFen,
    origin: 'leg',
    originId: legId,
    at,
    actor,
  });

const sumOf = (kind: 'planned' | 'spent', as: string) =>
  sql<number>`sum(case when kind = ${sql.raw(`'${kind}'`)} then amount_fen else 0 end)`.as(as);

/** What a batch is to cost and has cost, a row for each line and bearer. */
export const sumsOf = (orm: Orm, batchId: string | SQL) =>
  orm
    .select({
      line: ledgerEntry.line,
      bearer: ledgerEntry.bearer,
      plannedFen: sumOf('planned', 'planned_fen'),
      spentFen: sumOf('spent', 'spent_fen'),
    })
    .from(ledgerEntry)
    .where(eq(ledgerEntry.batchId, batchId))
    .groupBy(ledgerEntry.line, ledgerEntry.bearer);

export const entryOf = (orm: Orm, batchId: string, id: string) =>
  orm
    .select()
    .from(ledgerEntry)
    .where(and(eq(ledgerEntry.batchId, batchId), eq(ledgerEntry.id, id)));

const AT_MOST = 200;

/** The entries themselves, newest first; not those of medicals, which would tell who was examined when. */
export const entriesOf = (orm: Orm, batchId: string) =>
  orm
    .select()
    .from(ledgerEntry)
    .where(and(eq(ledgerEntry.batchId, batchId), ne(ledgerEntry.origin, 'exam')))
    .orderBy(desc(ledgerEntry.at), desc(ledgerEntry.id))
    .limit(AT_MOST);
