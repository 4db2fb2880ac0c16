import { and, asc, eq, notInArray, sql } from 'drizzle-orm';
import type { Orm } from '../../db/orm.ts';
import { deadline } from './history.tables.ts';

export function dueDeadlines(orm: Orm, batchId: string) {
  return orm
    .select()
    .from(deadline)
    .where(and(eq(deadline.batchId, batchId)));
}

export function noteReminder(orm: Orm, id: string, level: number, nextAt: number | null) {
  return orm.update(deadline).set({ level, nextAt }).where(eq(deadline.id, id));
}

/** The earliest deadlines: all of the station's, or those of one village's people. */
export function comingDeadlines(
  orm: Orm,
  villageId: string | null,
  seesHealth: boolean,
  limit: number,
) {
  return orm
    .select()
    .from(deadline)
    .where(
      and(
        seesHealth ? undefined : notInArray(deadline.kind, ['recheck', 'medical_expiry']),
        villageId === null
          ? undefined
          : sql`exists (select 1 from placement join worker on worker.id = placement.worker_id
            where placement.id = deadline.placement_id and worker.village_id = ${villageId})`,
      ),
    )
    .orderBy(asc(deadline.dueAt))
    .limit(limit);
}
