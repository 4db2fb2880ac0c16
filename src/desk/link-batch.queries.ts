import { and, eq, type SQL, sql } from 'drizzle-orm';
import { batch } from '../pipeline/batch/batch.tables.ts';
import type { LinkPurpose } from '../access/link.ts';
import type { Orm } from '../db/orm.ts';

/** What says that a subject is of a batch. */
function ofBatch(purpose: LinkPurpose, subjectId: string): SQL {
  switch (purpose) {
    case 'clinic':
      return sql`exists (select 1 from exam_day where exam_day.id = ${subjectId}
        and batch_id = ${batch.id})`;
    case 'escort':
      return sql`exists (select 1 from escort where escort.id = ${subjectId}
        and batch_id = ${batch.id})`;
    case 'worker':
      return sql`exists (select 1 from placement where worker_id = ${subjectId}
        and batch_id = ${batch.id})`;
    case 'employer':
      return sql`${batch.orderId} = ${subjectId}`;
  }
}

/** The batch that a link is for, where the subject is of it. */
export function batchOf(
  orm: Orm,
  purpose: LinkPurpose,
  of: { subjectId: string; batchId: string },
) {
  return orm
    .select({ id: batch.id })
    .from(batch)
    .where(and(eq(batch.id, of.batchId), ofBatch(purpose, of.subjectId)));
}
