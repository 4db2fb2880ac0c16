import { type SQL, sql } from 'drizzle-orm';
import type { Orm } from '../db/client.ts';

/** The subjects of one page of the audit, so that whom its lines are about is read together with them. */
const subjects = (before: number | null, limit: number): SQL =>
  sql`(select subject from audit where seq < ${before ?? Number.MAX_SAFE_INTEGER} order by seq desc limit ${limit})`;

type Named = { id: string; name: string };

/** What the subjects of these lines are called: people, those who are in a batch, and batches by their code. */
export const subjectNames = (orm: Orm, before: number | null, limit: number) =>
  orm.all<Named>(
    sql`select id, name from worker where id in ${subjects(before, limit)}
        union all
        select placement.id, worker.name from placement join worker on worker.id = worker_id
          where placement.id in ${subjects(before, limit)}
        union all
        select id, code from batch where id in ${subjects(before, limit)}
        union all
        select id, name from employer where id in ${subjects(before, limit)}`,
  );
