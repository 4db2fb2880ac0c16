import { type SQL, sql } from 'drizzle-orm';
import type { Orm } from '../db/orm.ts';

/**
 * Names that a subject may have, each looked up by its id: it is one thing only, so at most one
 * finds it.
 */
const NAMES: SQL[] = [
  sql`select name from worker where id = subject`,
  sql`select name from worker where id = (select worker_id from placement where id = subject)`,
  sql`select code from batch where id = subject`,
  sql`select name from employer where id = subject`,
  sql`select name from employer where id = (select employer_id from job_order where id = subject)`,
  sql`select name from robot where id = subject`,
  sql`select worker.name from paper_photo
        join placement on placement.id = placement_id join worker on worker.id = worker_id
        where paper_photo.id = subject`,
  sql`select worker.name from rights_case
        join placement on placement.id = placement_id join worker on worker.id = worker_id
        where rights_case.id = subject`,
  // Whom a link leads to, by its purpose.
  sql`select coalesce(worker.name, employer.name, clinic.name, escort.name) from link
        left join worker on purpose = 'worker' and worker.id = subject_id
        left join job_order on purpose = 'employer' and job_order.id = subject_id
        left join employer on employer.id = job_order.employer_id
        left join exam_day on purpose = 'clinic' and exam_day.id = subject_id
        left join clinic on clinic.id = exam_day.clinic_id
        left join escort on purpose = 'escort' and escort.id = subject_id
        where link.id = subject`,
];

const NAME = sql`coalesce(${sql.join(
  NAMES.map((name) => sql`(${name})`),
  sql`, `,
)})`;

/**
 * What the subjects of one page of the audit are called: people, also by their place in a batch,
 * their photo, their rights case or their link; batches by their code; orders by their employer.
 * Null where it has no name, or is gone.
 */
export function subjectNames(orm: Orm, before: number | null, limit: number) {
  return orm.all<{ id: string; name: string | null }>(
    sql`select subject as id, ${NAME} as name from audit
        where seq < ${before ?? Number.MAX_SAFE_INTEGER} order by seq desc limit ${limit}`,
  );
}
