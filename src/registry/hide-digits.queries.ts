import { type SQL, sql } from 'drizzle-orm';
import { setting } from '../access/access.tables.ts';
import { digitsTag, hide } from '../access/hidden-text.ts';
import type { Database } from '../db/client.ts';
import { workerChange } from './person-facts.tables.ts';
import { certificate, worker } from './registry.tables.ts';
import type { Query } from '../db/orm.ts';

const DONE = 'digits_hidden';
const AT_ONCE = 500;
const ROUNDS = 40;

/** Written before there was a key for it, and says something. */
function isPlain(column: SQL): SQL {
  return sql`${column} <> '' and ${column} not like 'h1.%'`;
}

function rows(values: unknown[][]): SQL {
  return sql`json_each(${JSON.stringify(values)}) told`;
}

/** The next rows that are not hidden, and what hides them; nothing where none is left. */
async function hideSome(db: Database): Promise<Query[]> {
  const { orm } = db;
  const [people, papers, changes] = await db.batch([
    orm
      .select({ id: worker.id, last4: worker.idNumberLast4, sex: worker.sex })
      .from(worker)
      .where(isPlain(sql`id_number_last4`))
      .limit(AT_ONCE),
    orm
      .select({ id: certificate.id, last4: certificate.numberLast4 })
      .from(certificate)
      .where(isPlain(sql`number_last4`))
      .limit(AT_ONCE),
    orm
      .select({ id: workerChange.id, was: workerChange.was, becomes: workerChange.becomes })
      .from(workerChange)
      .where(sql`field = 'idNumber' and (${isPlain(sql`was`)} or ${isPlain(sql`becomes`)})`)
      .limit(AT_ONCE),
  ]);
  const hiddenPeople = people.map(({ id, last4, sex }) => [
    id,
    hide(last4),
    hide(sex),
    digitsTag(last4),
  ]);
  const hiddenPapers = papers.map(({ id, last4 }) => [id, hide(last4)]);
  const hiddenChanges = changes.map(({ id, was, becomes }) => [id, hide(was), hide(becomes)]);
  return [
    ...(people.length === 0
      ? []
      : [
          orm.run(
            sql`update worker
              set id_number_last4 = told.value ->> 1, sex = told.value ->> 2,
                id_number_tag = told.value ->> 3
                from ${rows(hiddenPeople)} where worker.id = told.value ->> 0`,
          ),
        ]),
    ...(papers.length === 0
      ? []
      : [
          orm.run(
            sql`update certificate set number_last4 = told.value ->> 1 from ${rows(hiddenPapers)}
              where certificate.id = told.value ->> 0`,
          ),
        ]),
    ...(changes.length === 0
      ? []
      : [
          orm.run(
            sql`update worker_change set was = told.value ->> 1, becomes = told.value ->> 2
                from ${rows(hiddenChanges)} where worker_change.id = told.value ->> 0`,
          ),
        ]),
  ];
}

/**
 * Hides what a database of an earlier version holds in the clear: last four digits, and the sex
 * that a seventeenth digit tells. In parts, and once; afterwards it costs a look at one row a
 * minute.
 */
export async function hideDigits(db: Database): Promise<void> {
  const [done] = await db.batch([
    db.orm
      .select()
      .from(setting)
      .where(sql`name = ${DONE}`),
  ]);
  if (done.length > 0) return;
  for (let round = 0; round < ROUNDS; round++) {
    const writes = await hideSome(db);
    if (writes.length === 0) {
      await db.batch([
        db.orm.insert(setting).values({ name: DONE, value: true }).onConflictDoNothing(),
      ]);
      return;
    }
    await db.batch(writes);
  }
}
