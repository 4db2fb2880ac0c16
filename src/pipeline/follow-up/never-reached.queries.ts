import { and, eq, sql } from 'drizzle-orm';
import { visit } from './follow-up.tables.ts';
import type { Orm, Query } from '../../db/orm.ts';

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
