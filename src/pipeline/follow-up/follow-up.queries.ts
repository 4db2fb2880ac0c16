import { and, asc, desc, eq, gt, lt, ne, sql } from 'drizzle-orm';
import { newId } from '../../ids.ts';
import { workerChange } from '../../registry/person-facts.tables.ts';
import { batch } from '../batch/batch.tables.ts';
import { earlyReturn, visit, visitTry } from './follow-up.tables.ts';
import { isAnswered, nextTry } from './visit.ts';
import { refuseUnless } from '../../db/errors.ts';
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

type Try = Omit<typeof visitTry.$inferInsert, 'id' | 'visitId' | 'dueOn'>;
type Tried = Pick<typeof visit.$inferSelect, 'id' | 'dueOn' | 'tries' | 'placementId'>;

/**
 * Writes what came of a try: an answer ends the visit, and the others that were tried in vain;
 * nobody reached means another day, for whatever else they are to be called about by then as well:
 * one call is one try. Fails the whole `db.batch` where somebody recorded this visit meanwhile.
 */
export function tryStatements(
  orm: Orm,
  row: Tried,
  made: Try,
  answers: Partial<typeof visit.$inferInsert> = {},
): Query[] {
  const { outcome, madeOn, actor, at } = made;
  const tries = row.tries + 1;
  const set: Partial<typeof visit.$inferInsert> = isAnswered(outcome)
    ? { ...answers, open: null }
    : { tries, dueOn: nextTry(madeOn, tries) };
  const isTheSame = sql`exists (select 1 from visit where id = ${row.id} and open = 1
    and tries = ${row.tries})`;
  return [
    refuseUnless(isTheSame, 'VISIT_RECORDED'),
    orm
      .update(visit)
      .set({ ...set, outcome, actor, at })
      .where(eq(visit.id, row.id)),
    orm.insert(visitTry).values({ id: newId(at), visitId: row.id, dueOn: row.dueOn, ...made }),
    isAnswered(outcome)
      ? orm
          .update(visit)
          .set({ open: null })
          .where(and(othersOf(row), gt(visit.tries, 0)))
      : orm
          .update(visit)
          .set({ dueOn: set.dueOn })
          .where(and(othersOf(row), lt(visit.dueOn, set.dueOn ?? ''))),
  ];
}

/** What else somebody is to be called about. */
function othersOf({ id, placementId }: Pick<Tried, 'id' | 'placementId'>) {
  return and(eq(visit.placementId, placementId), eq(visit.open, 1), ne(visit.id, id));
}

/** The tries at a visit, the newest first. */
export function triesOf(orm: Orm, visitId: string) {
  return orm
    .select()
    .from(visitTry)
    .where(eq(visitTry.visitId, visitId))
    .orderBy(desc(visitTry.id))
    .limit(20);
}

/**
 * Whoever has another number now is called today, at every visit at which the old one was wrong.
 */
export function callAgain(orm: Orm, placementId: string, today: string): Query {
  return orm
    .update(visit)
    .set({ outcome: null, dueOn: today })
    .where(
      and(eq(visit.placementId, placementId), eq(visit.open, 1), eq(visit.outcome, 'wrong_number')),
    );
}

/** Whom nobody has spoken to since they arrived, with how often it was tried. */
export function neverReached(orm: Orm, batchId: string) {
  return orm
    .select({
      placementId: visit.placementId,
      villageId: visit.villageId,
      tries: sql<number>`sum(${visit.tries})`,
    })
    .from(visit)
    .where(eq(visit.batchId, batchId))
    .groupBy(visit.placementId, visit.villageId)
    .having(
      sql`coalesce(sum(${visit.outcome} in ('done', 'refused')), 0) = 0
        and sum(${visit.tries}) > 0`,
    );
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
