import { asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { accountNames } from '../access/account.queries.ts';
import { revealsOf } from '../access/audit-people.queries.ts';
import type { Database } from '../db/client.ts';
import { batch } from '../pipeline/batch/batch.tables.ts';
import { entriesOf } from '../registry/entries.queries.ts';
import { correction, dataConsent, wish, workerChange } from '../registry/person-facts.tables.ts';
import type { PersonCopy } from './person-copy.ts';
import { certificatesOf, villages } from '../registry/registry.queries.ts';
import { worker } from '../registry/registry.tables.ts';
import type { Orm } from '../db/orm.ts';
import { history } from '../pipeline/batch/history.tables.ts';

/**
 * Lines of one kind that a copy holds at the most: more than anybody has, and a bound all the same.
 */
const MOST = 2000;

function queries(orm: Orm, id: string, entries: SQL) {
  return [
    orm.select().from(worker).where(eq(worker.id, id)),
    certificatesOf(orm, id),
    orm
      .select()
      .from(dataConsent)
      .where(inArray(dataConsent.workerId, entries))
      .orderBy(asc(dataConsent.at))
      .limit(MOST),
    orm
      .select()
      .from(correction)
      .where(inArray(correction.workerId, entries))
      .orderBy(asc(correction.at))
      .limit(MOST),
    revealsOf(orm, entries, MOST),
    orm
      .select()
      .from(wish)
      .where(inArray(wish.workerId, entries))
      .orderBy(asc(wish.at))
      .limit(MOST),
    orm
      .select()
      .from(workerChange)
      .where(inArray(workerChange.workerId, entries))
      .orderBy(asc(workerChange.at))
      .limit(MOST),
    orm
      .select({ id: batch.id, code: batch.code })
      .from(batch)
      .where(inArray(batch.id, sql`(select batch_id from placement where worker_id = ${id})`)),
    orm
      .select()
      .from(history)
      .where(
        sql`batch_id in (select batch_id from placement where worker_id = ${id})
          and placement_id in (select id from placement where worker_id = ${id})`,
      )
      .orderBy(asc(history.occurredAt))
      .limit(MOST),
    villages(orm),
    accountNames(orm),
  ] as const;
}

/** Reads everything that is kept of a person; null where there is nobody, or nothing any more. */
export async function readCopy(
  db: Database,
  id: string,
  { at, seesHealth }: { at: number; seesHealth: boolean },
): Promise<PersonCopy | null> {
  const [
    [row],
    certificates,
    consents,
    corrections,
    reveals,
    wishes,
    changes,
    batches,
    lines,
    areas,
    accounts,
  ] = await db.batch(queries(db.orm, id, entriesOf(id)));
  if (!row || row.erasedAt !== null) return null;
  const nameOf = new Map(accounts.map((each) => [`account:${each.id}`, each.name]));
  const villageName = new Map(areas.map((area) => [area.id, area.name]));
  return {
    at,
    person: row,
    village: villageName.get(row.villageId) ?? '',
    certificates,
    consents,
    corrections,
    reveals: reveals.map(({ at: when, actor, detail }) => ({
      at: when,
      by: nameOf.get(actor) ?? '',
      reason: typeof detail['reason'] === 'string' ? detail['reason'] : '',
    })),
    wishes,
    changes,
    batches,
    lines,
    villageName,
    seesHealth,
  };
}
