import { and, desc, eq, gt, lt, ne, sql } from 'drizzle-orm';
import { newId } from '../../ids.ts';
import { visit, visitTry } from './follow-up.tables.ts';
import { isAnswered, nextTry } from './visit.ts';
import { refuseUnless } from '../../db/errors.ts';
import type { KeptVisit } from '../batch/taking-back.ts';
import type { VisitOutcome } from './visit-state.ts';
import type { Orm, Query } from '../../db/orm.ts';

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

/** Visits as they were before a call that was not made; that somebody said so stays on record. */
export function asBefore(orm: Orm, visits: readonly KeptVisit[]): Query[] {
  return visits.map(({ id, open, outcome, tries, dueOn }) =>
    orm
      .update(visit)
      .set({
        open,
        outcome: outcome as VisitOutcome | null,
        tries,
        dueOn,
        working: null,
        paidFen: null,
        contractHeld: null,
        papersHeld: null,
        wantsHome: null,
      })
      .where(eq(visit.id, id)),
  );
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
