import { and, asc, desc, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import { rightsCase } from './follow-up.tables.ts';
import { refuseUnless } from '../../db/errors.ts';
import type { Orm, Query } from '../../db/orm.ts';
import type { CaseKind } from './case-state.ts';

/**
 * Fails the whole `db.batch` where somebody has told of this themselves, and it is not settled yet.
 */
export function refuseIfReported(placementId: string, kind: CaseKind): Query {
  return refuseUnless(
    sql`not exists (select 1 from rights_case where placement_id = ${placementId} and kind = ${kind}
      and state <> 'closed')`,
    'ALREADY_REPORTED',
  );
}

export function insertCase(orm: Orm, row: typeof rightsCase.$inferInsert): Query {
  return orm.insert(rightsCase).values(row).onConflictDoNothing();
}

function inVillage(villageId: string | null) {
  return villageId === null
    ? undefined
    : sql`exists (select 1 from placement join worker on worker.id = placement.worker_id
      where placement.id = rights_case.placement_id and worker.village_id = ${villageId})`;
}

/** Cases that are not closed; for an officer, those of their own village. */
export function openCases(orm: Orm, villageId: string | null, after: string | null, limit: number) {
  return orm
    .select()
    .from(rightsCase)
    .where(
      and(
        ne(rightsCase.state, 'closed'),
        inVillage(villageId),
        after === null ? undefined : gt(rightsCase.id, after),
      ),
    )
    .orderBy(asc(rightsCase.id))
    .limit(limit);
}

/** How many cases are not closed, to a hundred. */
export function waitingCases(orm: Orm, villageId: string | null) {
  return orm
    .select({ count: sql<number>`count(*)` })
    .from(openCases(orm, villageId, null, 100).as('waiting'));
}

export function caseRow(orm: Orm, id: string, villageId: string | null) {
  return orm
    .select()
    .from(rightsCase)
    .where(and(eq(rightsCase.id, id), inVillage(villageId)));
}

export function casesOf(orm: Orm, placementId: string) {
  return orm
    .select()
    .from(rightsCase)
    .where(eq(rightsCase.placementId, placementId))
    .orderBy(desc(rightsCase.id))
    .limit(10);
}

export function casesOfWorker(orm: Orm, workerId: string) {
  return orm
    .select()
    .from(rightsCase)
    .where(
      inArray(
        rightsCase.placementId,
        sql`(select id from placement where worker_id = ${workerId})`,
      ),
    )
    .orderBy(desc(rightsCase.id))
    .limit(10);
}

export function updateCase(
  orm: Orm,
  id: string,
  set: Partial<typeof rightsCase.$inferInsert>,
): Query {
  return orm.update(rightsCase).set(set).where(eq(rightsCase.id, id));
}
