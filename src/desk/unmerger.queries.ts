import { and, eq, inArray, sql } from 'drizzle-orm';
import { placement } from '../pipeline/batch/batch.tables.ts';
import { entriesOf } from '../registry/entries.queries.ts';
import { certificate, worker } from '../registry/registry.tables.ts';
import { dataConsent, likeness, merger } from '../registry/person-facts.tables.ts';
import { refuseUnless } from '../db/errors.ts';
import { type MergerRow, ratingsFollow } from './merger.queries.ts';
import type { Orm, Query } from '../db/orm.ts';

/**
 * What the kept entry had said itself before it took the other's word, where nothing was said
 * since.
 */
function wordsHandedBack(orm: Orm, { id, keptId, goneId, moved: { before } }: MergerRow): Query[] {
  return before === undefined
    ? []
    : [
        orm.run(
          sql`update worker set data_consent_at = ${before.dataConsentAt} where id = ${keptId}
            and data_consent_at is null
              and exists (select 1 from ${dataConsent} where worker_id = ${keptId} and id = ${id})`,
        ),
        // It was never their own word.
        orm.run(sql`delete from ${dataConsent} where worker_id = ${keptId} and id = ${id}`),
        orm.run(
          sql`update worker
            set availability = ${before.availability}, availability_at = ${before.availabilityAt},
              wish = ${before.wish}
              where id = ${keptId} and availability_at is (select availability_at from worker
              where id = ${goneId})`,
        ),
      ];
}

/** Hands back what was handed over. What came to the kept entry afterwards stays with it. */
export function unmergeStatements(orm: Orm, row: MergerRow, at: number): Query[] {
  const { id, keptId, goneId, moved } = row;
  const back = (ids: string[]) => sql`(select value from json_each(${JSON.stringify(ids)}))`;
  return [
    // An entry that itself became part of another, or was erased, has nothing left to hand back.
    refuseUnless(
      sql`(select undone_at from merger where id = ${id}) is null
        and exists (select 1 from worker where id = ${keptId} and merged_into is null
        and erased_at is null and erasure_due_on is null)`,
      'MERGER_GONE',
    ),
    orm.update(merger).set({ undoneAt: at }).where(eq(merger.id, id)),
    orm
      .update(placement)
      .set({ workerId: goneId })
      .where(and(eq(placement.workerId, keptId), inArray(placement.id, back(moved.placements)))),
    orm
      .update(certificate)
      .set({ workerId: goneId })
      .where(
        and(eq(certificate.workerId, keptId), inArray(certificate.id, back(moved.certificates))),
      ),
    ratingsFollow(orm, id),
    ...wordsHandedBack(orm, row),
    // Entries that had become part of it earlier are its own again; its batches are seen to change
    // by this.
    orm
      .update(worker)
      .set({ mergedInto: sql`case when id = ${goneId} then null else ${goneId} end` })
      .where(inArray(worker.id, entriesOf(goneId))),
    orm.run(
      sql`update ${likeness} set state = 'open' where state = 'merged'
        and ${goneId} in (one_id, other_id)
          and not exists (select 1 from merger where undone_at is null
          and gone_id in (one_id, other_id))`,
    ),
  ];
}
