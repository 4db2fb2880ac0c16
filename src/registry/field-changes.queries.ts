import { hide } from '../access/hidden-text.ts';
import { eq, type SQL, sql } from 'drizzle-orm';
import { newId } from '../ids.ts';
import { type FieldChange, kinFrom, type PersonField } from './person-fields.ts';
import { toPinyin } from './pinyin.ts';
import { workerChange } from './person-facts.tables.ts';
import { worker } from './registry.tables.ts';
import type { IdNumberRow, WorkerRow } from './worker-rows.queries.ts';
import { refuseUnless } from '../db/errors.ts';
import type { Orm, Query } from '../db/orm.ts';

/** A change of one person. */
export type Told = { id: string; change: FieldChange };

const COLUMN: Record<PersonField, SQL> = {
  name: sql`name`,
  phone: sql`phone`,
  villageId: sql`village_id`,
  groupName: sql`group_name`,
  trade: sql`trade`,
  availability: sql`availability`,
  kin: sql`kin`,
  remark: sql`remark`,
};

/** What else is set when a field is: how it is spelt, its last digits, when it was said. */
function companions(field: PersonField, now: number): SQL {
  if (field === 'name') return sql`, pinyin = told.value ->> 3, initials = told.value ->> 4`;
  if (field === 'phone') return sql`, phone_last4 = substr(told.value ->> 2, -4)`;
  if (field === 'trade') return sql`, skilled = max(skilled, (told.value ->> 2) <> 'general')`;
  return field === 'availability' ? sql`, availability_at = ${now}` : sql``;
}

/** How a field reads as text in SQL: kin as `kinText` writes it. */
function stored(field: PersonField): SQL {
  return field === 'kin'
    ? sql`coalesce(trim(replace(
          trim(coalesce(kin ->> 'name', '') || ' ' || coalesce(kin ->> 'relation', ''))
            || ' ' || coalesce(kin ->> 'phone', ''),
          '  ', ' ')), '')`
    : COLUMN[field];
}

export type By = { at: number; actor: string; cause: string | null };

/**
 * Changes fields of many people, each only where it still is what it was when the change was shown,
 * and tells their history so. Two statements for each field that is changed at all.
 */
export function changeFields(orm: Orm, told: Told[], by: By): Query[] {
  return [...new Set(told.map(({ change }) => change.field))].flatMap((field) => {
    const rows = told
      .filter(({ change }) => change.field === field)
      .map(({ id, change }) => {
        const { pinyin, initials } =
          field === 'name' ? toPinyin(change.to) : { pinyin: '', initials: '' };
        const value = field === 'kin' ? JSON.stringify(kinFrom(change.to)) : change.to;
        return [id, change.from, value, pinyin, initials, newId(by.at), change.to];
      });
    const values = sql`json_each(${JSON.stringify(rows)})`;
    const holds = sql`worker.id = told.value ->> 0 and ${stored(field)} = told.value ->> 1`;
    return [
      orm.run(
        sql`insert into ${workerChange} (id, worker_id, field, was, becomes, at, actor, cause)
            select told.value ->> 5, worker.id, ${field}, told.value ->> 1, told.value ->> 6,
              ${by.at}, ${by.actor}, ${by.cause}
            from ${values} told join worker on ${holds}`,
      ),
      orm.run(
        sql`update worker set ${COLUMN[field]} = told.value ->> 2 ${companions(field, by.at)}
          from ${values} told where ${holds}`,
      ),
    ];
  });
}

/**
 * Puts a wrongly registered ID number right, with what follows from it, where it still is the one
 * that was seen. The history tells it by the last four digits.
 */
export function changeIdNumber(orm: Orm, was: WorkerRow, becomes: IdNumberRow, by: By): Query[] {
  return [
    refuseUnless(
      sql`(select id_number_index from worker where id = ${was.id}) = ${was.idNumberIndex}`,
      'WRONG_STATE',
    ),
    orm.insert(workerChange).values({
      id: newId(by.at),
      workerId: was.id,
      field: 'idNumber',
      was: hide(was.idNumberLast4),
      becomes: hide(becomes.idNumberLast4),
      ...by,
    }),
    orm.update(worker).set(becomes).where(eq(worker.id, was.id)),
  ];
}
