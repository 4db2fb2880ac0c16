import { and, desc, eq, sql } from 'drizzle-orm';
import { liveLinks } from '../access/link.queries.ts';
import { photosOf } from '../pipeline/documents/documents.queries.ts';
import { visitsOf } from '../pipeline/follow-up/follow-up.queries.ts';
import { consentsOf } from '../pipeline/recruitment/recruitment.queries.ts';
import { casesOf } from '../pipeline/follow-up/rights-case.queries.ts';
import type { Orm } from '../db/orm.ts';
import { history } from '../pipeline/batch/history.tables.ts';
import { onwardWayOf } from '../pipeline/travel/handover/onward-way.queries.ts';

const LINES = 40;

/** What each stage knows of somebody in a batch. */
export function placementQueries(orm: Orm, id: string, now: number) {
  const batchId = sql`(select batch_id from placement where id = ${id})`;
  return {
    consents: consentsOf(orm, id),
    visits: visitsOf(orm, id),
    cases: casesOf(orm, id),
    told: orm
      .select()
      .from(history)
      .where(and(eq(history.batchId, batchId), eq(history.placementId, id)))
      .orderBy(desc(history.seq))
      .limit(LINES),
    links: liveLinks(orm, sql`(select worker_id from placement where id = ${id})`, now),
    photos: photosOf(orm, id),
    onward: onwardWayOf(orm, id),
  };
}
