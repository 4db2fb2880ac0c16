import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { link } from '../access/access.tables.ts';
import { placement } from '../pipeline/batch/batch.tables.ts';
import { entriesOf } from '../registry/entries.queries.ts';
import { certificate, worker } from '../registry/registry.tables.ts';
import { dataConsent, likeness, merger } from '../registry/person-facts.tables.ts';
import { refuseUnless } from '../db/errors.ts';
import type { Orm, Query } from '../db/orm.ts';

type Merger = { id: string; keptId: string; goneId: string; at: number; actor: string };

/** Two entries that are free to become one, asked again while it is written. */
function mayMerge({ keptId, goneId }: Merger): Query {
  return refuseUnless(
    sql`(select count(*) from worker where id in (${keptId}, ${goneId}) and merged_into is null
      and erased_at is null and erasure_due_on is null) = 2
      and (select count(*) from placement where worker_id in (${keptId}, ${goneId})
      and active = 1) < 2`,
    'MERGER_GONE',
  );
}

/**
 * Whether the entry that goes carries a later no to the use of their data than the kept one carries
 * a yes.
 */
function withdrawn({ keptId, goneId }: Merger): SQL {
  return sql`exists (select 1 from data_consent said where worker_id = ${goneId} and given = 0
    and id = (select max(id) from data_consent where worker_id = ${goneId})
    and at >= coalesce((select data_consent_at from worker where id = ${keptId}), 0))`;
}

/**
 * A later no to the use of their data, as it was said; and a later word on going. The row of the no
 * bears the merger's id.
 */
function wordsHandedOver(orm: Orm, given: Merger): Query[] {
  const { id, keptId, goneId } = given;
  const later = sql`(select availability_at from worker
    where id = ${goneId}) > coalesce(availability_at, 0)`;
  return [
    orm.run(
      sql`insert into ${dataConsent} (id, worker_id, given, at, actor)
          select ${id}, ${keptId}, 0, at, actor from ${dataConsent}
          where worker_id = ${goneId} and ${withdrawn(given)} order by at desc limit 1`,
    ),
    orm.run(
      sql`update worker set data_consent_at = null where id = ${keptId} and exists (select 1
        from ${dataConsent} where worker_id = ${keptId} and id = ${id})`,
    ),
    orm.run(
      sql`update worker
        set (availability, wish, availability_at) = (select availability, wish, availability_at
        from worker gone where gone.id = ${goneId})
          where id = ${keptId} and ${later}`,
    ),
    orm.run(
      sql`update correction set worker_id = ${keptId} where worker_id = ${goneId}
        and state = 'open'`,
    ),
  ];
}

/** What is in question with the entry that goes is in question with the one that is kept. */
function likenessesHandedOver(orm: Orm, { keptId, goneId, at }: Merger): Query[] {
  return [
    orm.run(
      sql`insert into ${likeness} (one_id, other_id, reason, found_at, state)
        select min(${keptId}, third), max(${keptId}, third), reason, ${at}, 'open' from (
          select case when one_id = ${goneId} then other_id else one_id end as third, reason
          from ${likeness}
          where state = 'open' and ${goneId} in (one_id, other_id)
        ) where third <> ${keptId} on conflict do nothing`,
    ),
    orm.run(
      sql`update ${likeness} set state = 'merged' where state = 'open'
        and ${goneId} in (one_id, other_id)`,
    ),
  ];
}

/**
 * Makes two entries one: what was built on the one that goes is handed over, and noted, so that it
 * can be handed back. The entry itself stays, out of every list; whoever comes with its ID number
 * is led to the one that was kept.
 */
export function mergeStatements(orm: Orm, given: Merger): Query[] {
  const { id, keptId, goneId, at, actor } = given;
  const rows = (table: 'placement' | 'certificate') =>
    sql`json((select coalesce(json_group_array(id), '[]') from ${sql.identifier(table)}
      where worker_id = ${goneId}))`;
  const before = sql`(select json_object(
      'dataConsentAt', data_consent_at, 'availability', availability,
      'availabilityAt', availability_at, 'wish', wish)
    from worker where id = ${keptId})`;
  return [
    mayMerge(given),
    orm.run(
      sql`insert into ${merger} (id, kept_id, gone_id, moved, at, actor)
          values (${id}, ${keptId}, ${goneId}, json_object(
            'placements', ${rows('placement')}, 'certificates', ${rows('certificate')},
            'before', json(${before})), ${at}, ${actor})`,
    ),
    // First the entry, while its placements are still its own: their batches are seen to change by
    // it.
    orm
      .update(worker)
      .set({ mergedInto: keptId })
      .where(inArray(worker.id, entriesOf(goneId))),
    ...wordsHandedOver(orm, given),
    orm.update(placement).set({ workerId: keptId }).where(eq(placement.workerId, goneId)),
    orm.update(certificate).set({ workerId: keptId }).where(eq(certificate.workerId, goneId)),
    ratingsFollow(orm, id),
    // Their own link would show an entry that is no longer theirs; a new one is issued from the
    // entry that was kept.
    orm
      .update(link)
      .set({ revokedAt: at })
      .where(and(eq(link.subjectId, goneId), isNull(link.revokedAt))),
    ...likenessesHandedOver(orm, given),
  ];
}

/** What was said of an employer belongs to whoever the placement belongs to. */
export function ratingsFollow(orm: Orm, mergerId: string): Query {
  return orm.run(
    sql`update employer_rating set worker_id = (select worker_id from placement
      where id = placement_id)
        where placement_id in (select value from json_each((select moved ->> 'placements'
        from ${merger} where id = ${mergerId})))`,
  );
}

/** Mergers into an entry that can still be undone. */
export function mergersInto(orm: Orm, keptId: string) {
  return orm
    .select()
    .from(merger)
    .where(and(eq(merger.keptId, keptId), isNull(merger.undoneAt)))
    .orderBy(desc(merger.id))
    .limit(5);
}

export function mergerRow(orm: Orm, id: string) {
  return orm.select().from(merger).where(eq(merger.id, id));
}

export type MergerRow = typeof merger.$inferSelect;
