import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { likeness } from './person-facts.tables.ts';
import { worker } from './registry.tables.ts';
import type { Orm, Query } from '../db/orm.ts';

/**
 * Notes which of these people resemble somebody else in the register: the same name, and the same
 * birth date or phone. A pair that was answered is not asked about again.
 */
export function likenessesOfNew(orm: Orm, ids: string[], at: number): Query {
  return orm.run(
    sql`insert into ${likeness} (one_id, other_id, reason, found_at, state)
        select min(fresh.id, other.id), max(fresh.id, other.id),
          case when fresh.born_on = other.born_on then 'name_and_birth' else 'name_and_phone'
          end, ${at}, 'open'
        from json_each(${JSON.stringify(ids)}) one
        cross join worker fresh on fresh.id = one.value
        cross join worker other on other.pinyin = fresh.pinyin and other.name = fresh.name
        and other.id <> fresh.id
        where (other.born_on = fresh.born_on or (other.phone <> '' and other.phone = fresh.phone))
          and other.merged_into is null and other.erased_at is null and other.erasure_due_on is null
        on conflict do nothing`,
  );
}

/** Pairs of entries that may be one person, the oldest first. */
export function openLikenesses(
  orm: Orm,
  after: { foundAt: number; oneId: string } | null,
  limit: number,
) {
  return orm
    .select()
    .from(likeness)
    .where(
      and(
        eq(likeness.state, 'open'),
        after === null
          ? undefined
          : sql`(${likeness.foundAt}, ${likeness.oneId}) > (${after.foundAt}, ${after.oneId})`,
      ),
    )
    .orderBy(asc(likeness.foundAt), asc(likeness.oneId))
    .limit(limit);
}

const ENTRY = {
  id: worker.id,
  name: worker.name,
  sex: worker.sex,
  bornOn: worker.bornOn,
  last4: worker.idNumberLast4,
  phone: worker.phone,
  villageId: worker.villageId,
  groupName: worker.groupName,
  trade: worker.trade,
  createdAt: worker.createdAt,
  mergedInto: worker.mergedInto,
  erasedAt: worker.erasedAt,
  active:
    sql<number>`exists (select 1 from placement where worker_id = worker.id and active = 1)`.as(
      'is_active',
    ),
  batches: sql<number>`(select count(*) from placement where worker_id = worker.id)`.as('batches'),
};

/** Both entries of the pairs on a page. */
export function pairEntries(orm: Orm, ids: string[]) {
  return orm
    .select(ENTRY)
    .from(worker)
    .where(inArray(worker.id, sql`(select value from json_each(${JSON.stringify(ids)}))`));
}

/** Says of a pair that they are two people, for good. */
export function markDifferent(orm: Orm, oneId: string, otherId: string): Query {
  return orm
    .update(likeness)
    .set({ state: 'different' })
    .where(and(eq(likeness.oneId, oneId), eq(likeness.otherId, otherId)));
}
