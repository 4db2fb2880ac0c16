import { and, count, desc, eq, gt, inArray, lte, type SQL, sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { audit, auditPerson } from './access.tables.ts';
import { sha256 } from './keys.ts';
import type { Orm, Query } from '../db/orm.ts';

/** People of one statement: 29 bytes each, and one parameter may have 2 MB. */
const NAMED_AT_ONCE = 50_000;

/**
 * Who was in a file that held whole ID numbers, so that each of them can see who had theirs and
 * why. Goes into the write of the file's audit row, behind it; `key` is that row's.
 */
export function auditPeople(orm: Orm, key: string, workerIds: string[]): Query[] {
  return Array.from({ length: Math.ceil(workerIds.length / NAMED_AT_ONCE) }, (_, i) => {
    const some = workerIds.slice(i * NAMED_AT_ONCE, (i + 1) * NAMED_AT_ONCE);
    return orm.run(
      sql`insert into audit_person (worker_id, seq) select value, (select seq from audit
        where key = ${key})
          from json_each(${JSON.stringify(some)}) where true on conflict do nothing`,
    );
  });
}

const READ_AT_ONCE = 20;

/**
 * One hash for the people of each audit row after one sequence number up to another; a row without
 * people has none. Lists are long: a few are read at a time.
 */
export async function peopleHashes(
  db: Database,
  { after, upTo }: { after: number; upTo: number },
): Promise<ReadonlyMap<number, string>> {
  const { orm } = db;
  const [found] = await db.batch([
    orm
      .select({ seq: auditPerson.seq, people: count() })
      .from(auditPerson)
      .where(and(gt(auditPerson.seq, after), lte(auditPerson.seq, upTo)))
      .groupBy(auditPerson.seq),
  ]);
  const hashes = new Map<number, string>();
  for (let from = 0; from < found.length; from += READ_AT_ONCE) {
    const some = found.slice(from, from + READ_AT_ONCE);
    const lists = await db.batch(some.map(({ seq }) => peopleOf(orm, seq)));
    for (const [i, { seq }] of some.entries())
      hashes.set(seq, await sha256((lists[i] ?? []).map(({ workerId }) => workerId).join('\n')));
  }
  return hashes;
}

function peopleOf(orm: Orm, seq: number) {
  return orm
    .select({ workerId: auditPerson.workerId })
    .from(auditPerson)
    .where(eq(auditPerson.seq, seq))
    .orderBy(auditPerson.workerId);
}

/**
 * Who looked at a person's whole ID number, singly or in a file, newest first; asked for all the
 * entries that are theirs.
 */
export function revealsOf(orm: Orm, entries: SQL, limit: number) {
  return orm
    .select({ at: audit.at, actor: audit.actor, detail: audit.detail })
    .from(audit)
    .where(
      inArray(
        audit.seq,
        sql`(select seq from audit where action = 'id_number.reveal' and subject in ${entries}
             union select seq from audit_person where worker_id in ${entries})`,
      ),
    )
    .orderBy(desc(audit.seq))
    .limit(limit);
}
