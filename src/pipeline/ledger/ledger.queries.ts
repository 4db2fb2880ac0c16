import { and, desc, eq, ne, sql } from 'drizzle-orm';
import { ledgerEntry } from './ledger.tables.ts';
import type { Orm, Query } from '../../db/orm.ts';

export type NewEntry = typeof ledgerEntry.$inferInsert;

/** Writes an entry; nothing where it is about nothing. */
export function insertEntry(orm: Orm, entry: NewEntry): Query[] {
  return entry.amountFen === 0 ? [] : [orm.insert(ledgerEntry).values(entry)];
}

type Fare = { batchId: string; legId: string; amountFen: number; at: number; actor: string };

/** What a leg is planned to cost; the opposite amount where it is struck from the plan. */
export function insertFare(orm: Orm, { batchId, legId, amountFen, at, actor }: Fare): Query[] {
  return insertEntry(orm, {
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
}

/**
 * Takes back what was spent on somebody for one reason, as far as nobody has: in the same write as
 * what is spent instead. Says so in one statement, so that two who do it at once take it back once.
 */
export function reverseSpent(
  orm: Orm,
  {
    batchId,
    placementId,
    origin,
    at,
    actor,
  }: Pick<NewEntry, 'batchId' | 'placementId' | 'origin' | 'at' | 'actor'>,
): Query {
  return orm.run(sql`insert into ${ledgerEntry} (batch_id, id, line, kind, bearer, amount_fen,
      origin, origin_id, placement_id, at, actor)
    select batch_id, id || ':reversal', line, kind, bearer, -amount_fen,
      origin, origin_id, placement_id, ${at}, ${actor}
    from ${ledgerEntry} entry where entry.batch_id = ${batchId}
    and entry.placement_id = ${placementId} and entry.origin = ${origin}
      and entry.amount_fen > 0 and not exists (
        select 1 from ledger_entry back where back.batch_id = entry.batch_id
        and back.id = entry.id || ':reversal')`);
}

export function entryOf(orm: Orm, batchId: string, id: string) {
  return orm
    .select()
    .from(ledgerEntry)
    .where(and(eq(ledgerEntry.batchId, batchId), eq(ledgerEntry.id, id)));
}

const AT_MOST = 200;

/**
 * The entries themselves, newest first; not those of medicals, which would tell who was examined
 * when.
 */
export function entriesOf(orm: Orm, batchId: string) {
  return orm
    .select()
    .from(ledgerEntry)
    .where(and(eq(ledgerEntry.batchId, batchId), ne(ledgerEntry.origin, 'exam')))
    .orderBy(desc(ledgerEntry.at), desc(ledgerEntry.id))
    .limit(AT_MOST);
}
