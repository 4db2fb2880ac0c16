import { eq, type SQL, sql, and } from 'drizzle-orm';
import type { TradeCode } from '../registry/trade.ts';
import { link } from '../access/access.tables.ts';
import type { LinkPurpose } from '../access/link.ts';
import { jobOrder } from '../pipeline/demand/demand.tables.ts';
import { examDay } from '../pipeline/health/health.tables.ts';
import { escort } from '../pipeline/travel/travel.tables.ts';
import { worker } from '../registry/registry.tables.ts';
import type { Orm } from '../db/orm.ts';

/** One of several values, by the purpose of the link. */
function byPurpose<T>(values: Partial<Record<LinkPurpose, string>>): SQL<T | null> {
  const cases = Object.entries(values).map(
    ([purpose, value]) => `when '${purpose}' then (${value})`,
  );
  return sql<T | null>`${sql.raw(`case purpose ${cases.join(' ')} end`)}`;
}

const ORDER = 'from job_order where id = link.subject_id';
const EXAM_DAY = 'from exam_day where id = link.subject_id';
const BATCH = 'from batch where id = (select batch_id from escort where id = link.subject_id)';
const ORDER_OF_BATCH = `from job_order where id = (select order_id ${BATCH})`;

/** What the link is about, for the sentence that it is sent with. */
export function subjectOf(orm: Orm, linkId: string) {
  return orm
    .select({
      name: byPurpose<string>({
        employer: `select name from employer where id = (select employer_id ${ORDER})`,
        clinic: `select name from clinic where id = (select clinic_id ${EXAM_DAY})`,
        escort: `select name from employer where id = (select employer_id ${ORDER_OF_BATCH})`,
        worker: 'select name from worker where id = link.subject_id',
      }).as('name'),
      trade: byPurpose<TradeCode>({
        employer: `select trade ${ORDER}`,
        escort: `select trade ${ORDER_OF_BATCH}`,
      }).as('trade'),
      headcount: byPurpose<number>({
        employer: `select headcount ${ORDER}`,
        clinic: 'select nullif(count(*), 0) from exam_booking where exam_day_id = link.subject_id',
        escort: `select headcount ${BATCH}`,
      }).as('headcount'),
      day: byPurpose<string>({
        employer: `select starts_on ${ORDER}`,
        clinic: `select held_on ${EXAM_DAY}`,
        escort: `select departs_on ${BATCH}`,
      }).as('day'),
    })
    .from(link)
    .where(eq(link.id, linkId));
}

/**
 * One row when a link for this subject may be issued: it exists, and, for an officer, it is a
 * worker of their village.
 */
export function subjectInVillage(
  orm: Orm,
  purpose: LinkPurpose,
  subjectId: string,
  villageId: string | null,
) {
  if (purpose === 'worker')
    return orm
      .select({ id: worker.id })
      .from(worker)
      .where(
        and(
          eq(worker.id, subjectId),
          villageId === null ? undefined : eq(worker.villageId, villageId),
        ),
      );
  const table = { employer: jobOrder, clinic: examDay, escort }[purpose];
  return orm
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.id, subjectId), villageId === null ? undefined : sql`0`));
}
