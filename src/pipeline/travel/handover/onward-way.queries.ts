import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { onwardWay } from '../travel.tables.ts';
import type { Orm, Query } from '../../../db/orm.ts';

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
