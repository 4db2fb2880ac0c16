import { and, eq, type SQL, sql } from 'drizzle-orm';
import { ledgerEntry } from './ledger.tables.ts';
import type { Orm } from '../../db/orm.ts';

function sumOf(kind: 'planned' | 'spent', as: string) {
  return sql<number>`sum(case when kind = ${sql.raw(`'${kind}'`)} then amount_fen else 0 end)`.as(
    as,
  );
}

/** What a batch is to cost and has cost, a row for each line and bearer. */
export function sumsOf(orm: Orm, batchId: string | SQL) {
  return orm
    .select({
      line: ledgerEntry.line,
      bearer: ledgerEntry.bearer,
      plannedFen: sumOf('planned', 'planned_fen'),
      spentFen: sumOf('spent', 'spent_fen'),
    })
    .from(ledgerEntry)
    .where(eq(ledgerEntry.batchId, batchId))
    .groupBy(ledgerEntry.line, ledgerEntry.bearer);
}

/** What each incident of a batch has cost, by who bears it. */
export function incidentCosts(orm: Orm, batchId: string) {
  return orm
    .select({
      incidentId: ledgerEntry.originId,
      bearer: ledgerEntry.bearer,
      fen: sql<number>`sum(amount_fen)`.as('fen'),
    })
    .from(ledgerEntry)
    .where(and(eq(ledgerEntry.batchId, batchId), eq(ledgerEntry.origin, 'incident')))
    .groupBy(ledgerEntry.originId, ledgerEntry.bearer);
}
