import { sql } from 'drizzle-orm';
import type { Orm, Query } from '../db/client.ts';
import { likeness } from './person-facts.tables.ts';

/**
 * Notes which of these people resemble somebody else in the register: the same name, and the same birth date or phone.
 * A pair that was answered is not asked about again.
 */
export const likenessesOfNew = (orm: Orm, ids: string[], at: number): Query =>
  orm.run(
    sql`insert into ${likeness} (one_id, other_id, reason, found_at, state)
        select min(fresh.id, other.id), max(fresh.id, other.id),
          case when fresh.born_on = other.born_on then 'name_and_birth' else 'name_and_phone' end, ${at}, 'open'
        from json_each(${JSON.stringify(ids)}) one
        cross join worker fresh on fresh.id = one.value
        cross join worker other on other.pinyin = fresh.pinyin and other.name = fresh.name and other.id <> fresh.id
        where (other.born_on = fresh.born_on or (other.phone <> '' and other.phone = fresh.phone))
          and other.merged_into is null and other.erased_at is null and other.erasure_due_on is null
        on conflict do nothing`,
  );
