import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { handover, onwardWay } from '../travel.tables.ts';
import type { Signature } from '../travel-state.ts';
import { refuseUnless } from '../../../db/errors.ts';
import type { Orm, Query } from '../../../db/orm.ts';

const notCorrected = sql`not exists (select 1 from handover later
  where later.corrects = handover.id)`;

export function handoversOf(orm: Orm, batchId: string | SQL) {
  return orm
    .select()
    .from(handover)
    .where(eq(handover.batchId, batchId))
    .orderBy(asc(handover.id))
    .limit(40);
}

/** A version of a signature that nothing corrects yet. */
export function handoverRow(orm: Orm, batchId: string, id: string) {
  return orm
    .select()
    .from(handover)
    .where(and(eq(handover.batchId, batchId), eq(handover.id, id), notCorrected));
}

/** Fails the whole `db.batch` when somebody has corrected that version meanwhile. */
export function refuseIfCorrected(id: string): Query {
  return refuseUnless(
    sql`not exists (select 1 from handover where corrects = ${id})`,
    'WRONG_STATE',
  );
}

/**
 * The same when the statement before it changed no row: somebody else has struck that leg, or
 * replaced that escort.
 */
export function refuseUnlessOne(): Query {
  return refuseUnless(sql`changes() = 1`, 'WRONG_STATE');
}

export function insertCorrection(orm: Orm, row: typeof handover.$inferInsert): Query {
  return orm.insert(handover).values(row);
}

export function insertOnwardWay(orm: Orm, row: typeof onwardWay.$inferInsert): Query {
  return orm.insert(onwardWay).values(row);
}

/** What was last noted of where somebody went. */
export function onwardWayOf(orm: Orm, placementId: string) {
  return orm
    .select()
    .from(onwardWay)
    .where(eq(onwardWay.placementId, placementId))
    .orderBy(desc(onwardWay.id))
    .limit(1);
}

/** What was noted of everybody who was left without a post, the newest last. */
export function onwardWaysOf(orm: Orm, batchId: string) {
  return orm
    .select()
    .from(onwardWay)
    .where(
      inArray(onwardWay.placementId, sql`(select id from placement where batch_id = ${batchId})`),
    )
    .orderBy(asc(onwardWay.id))
    .limit(200);
}

/** What was signed, by whom and when. */
export function insertHandover(
  orm: Orm,
  {
    id,
    batchId,
    count,
    people,
    rejected,
    name,
    at,
  }: Signature & { id: string; batchId: string; name: string; at: number },
): Query {
  return orm.insert(handover).values({
    id,
    batchId,
    escortCount: people.length,
    employerCount: count,
    people: [...people],
    rejected: [...rejected],
    signedBy: name,
    signedAt: at,
  });
}

export function handoversOfEmployer(orm: Orm, employerId: string) {
  return orm
    .select({ escortCount: handover.escortCount, employerCount: handover.employerCount })
    .from(handover)
    .where(
      and(
        notCorrected,
        inArray(
          handover.batchId,
          sql`(select id from batch where order_id in (select id from job_order
            where employer_id = ${employerId}))`,
        ),
      ),
    )
    .limit(100);
}
