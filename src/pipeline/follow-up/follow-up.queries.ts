import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { workerChange } from '../../registry/person-facts.tables.ts';
import { batch } from '../batch/batch.tables.ts';
import { earlyReturn, visit } from './follow-up.tables.ts';
import type { Orm, Query } from '../../db/orm.ts';

/** Open visits due by a day, the earliest first; an officer's village has its own index. */
export function dueVisits(
  orm: Orm,
  dueBy: string,
  villageId: string | null,
  after: { dueOn: string; id: string } | null,
  limit: number,
) {
  return orm
    .select()
    .from(visit)
    .where(
      and(
        eq(visit.open, 1),
        villageId === null ? undefined : eq(visit.villageId, villageId),
        sql`${visit.dueOn} <= ${dueBy}`,
        after ? sql`(${visit.dueOn}, ${visit.id}) > (${after.dueOn}, ${after.id})` : undefined,
      ),
    )
    .orderBy(asc(visit.dueOn), asc(visit.id))
    .limit(limit);
}

/**
 * A batch's visits: the open ones by due day, then nothing else; past ones are on the person's
 * page.
 */
export function openVisitsOf(orm: Orm, batchId: string, limit: number) {
  return orm
    .select()
    .from(visit)
    .where(and(eq(visit.batchId, batchId), eq(visit.open, 1)))
    .orderBy(asc(visit.dueOn), asc(visit.id))
    .limit(limit);
}

export function visitsOf(orm: Orm, placementId: string) {
  return orm
    .select()
    .from(visit)
    .where(eq(visit.placementId, placementId))
    .orderBy(asc(visit.dueOn));
}

/** All visits to the person of this one. */
export function visitsBeside(orm: Orm, id: string) {
  return orm
    .select()
    .from(visit)
    .where(eq(visit.placementId, sql`(select placement_id from visit where id = ${id})`));
}

/** No more visits are due to somebody who came home. */
export function closeVisitsOf(orm: Orm, placementId: string, now: number, actor: string): Query {
  return orm
    .update(visit)
    .set({ open: null, at: now, actor })
    .where(and(eq(visit.placementId, placementId), eq(visit.open, 1)));
}

/** Counts the open visits of a batch anew, as the last statement of a write that closed some. */
export function recountVisits(orm: Orm, batchId: string): Query {
  return orm
    .update(batch)
    .set({ openVisits: sql`(select count(*) from visit where batch_id = ${batchId} and open = 1)` })
    .where(eq(batch.id, batchId));
}

export function insertReturn(orm: Orm, row: typeof earlyReturn.$inferInsert): Query {
  return orm.insert(earlyReturn).values(row);
}

/** When the people of a visit's batch arrived. */
export function arrivalOf(orm: Orm, visitId: string) {
  return orm
    .select({ arrivedAt: batch.arrivedAt })
    .from(batch)
    .where(eq(batch.id, sql`(select batch_id from visit where id = ${visitId})`));
}

/** When the number of a visit's person was changed last. */
export function numberChange(orm: Orm, visitId: string) {
  const person = sql`(select worker_id from placement join visit on placement.id = placement_id
    where visit.id = ${visitId})`;
  return orm
    .select({ at: workerChange.at })
    .from(workerChange)
    .where(and(eq(workerChange.workerId, person), eq(workerChange.field, 'phone')))
    .orderBy(desc(workerChange.at))
    .limit(1);
}
