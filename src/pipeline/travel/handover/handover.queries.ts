import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { handover } from '../travel.tables.ts';
import { refuseUnless } from '../../../db/errors.ts';
import type { Orm, Query } from '../../../db/orm.ts';
import type { Signature } from './handover-state.ts';

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
