import { eq, inArray, or, sql } from 'drizzle-orm';
import { nextVisitOf } from '../pipeline/batch-row.queries.ts';
import { batch, placement } from '../pipeline/batch/batch.tables.ts';
import { jobOrder } from '../pipeline/demand/demand.tables.ts';
import { dueVisits } from '../pipeline/follow-up/follow-up.queries.ts';
import { waitingCases } from '../pipeline/follow-up/rights-case.queries.ts';
import { waitingCorrections } from '../registry/correction.queries.ts';
import { account } from '../access/access.tables.ts';
import { worker } from '../registry/registry.tables.ts';
import type { Orm } from '../db/orm.ts';
import { comingDeadlines } from '../pipeline/batch/deadline.queries.ts';

const DEADLINES = 8;
const VISITS = 6;
/** More batches than any station has under way at once; each is one small row. */
const BATCHES = 300;

type Asked = { villageId: string | null; seesHealth: boolean; today: string };

/**
 * What comes next across batches, what is due, and the names of the people that it is about. Ended
 * batches are among them while an original of theirs is not back.
 */
export function todayQueries(orm: Orm, { villageId, seesHealth, today }: Asked) {
  const deadlines = comingDeadlines(orm, villageId, seesHealth, DEADLINES);
  const visits = dueVisits(orm, today, villageId, null, VISITS);
  const alive = or(
    eq(batch.status, 'open'),
    inArray(batch.id, sql`(select batch_id from deadline)`),
  );
  const named = sql`(select json_extract(value, '$.placementId') from batch, json_each(batch.steps)
    where batch.status = 'open' or batch.id in (select batch_id from deadline))`;
  const concerned = sql`(select placement_id from (${visits}) union select placement_id
    from (${deadlines}) union select * from ${named})`;
  return {
    deadlines,
    visits,
    batches: orm
      .select({
        id: batch.id,
        code: batch.code,
        orderId: batch.orderId,
        status: batch.status,
        stage: batch.stage,
        steps: batch.steps,
        counts: batch.counts,
        headcount: batch.headcount,
        openVisits: batch.openVisits,
        nextVisitOn: nextVisitOf.as('next_visit_on'),
      })
      .from(batch)
      .where(alive)
      .limit(BATCHES),
    orders: orm
      .select({ id: jobOrder.id, terms: jobOrder.terms })
      .from(jobOrder)
      .where(inArray(jobOrder.id, sql`(select order_id from batch where status = 'open')`))
      .limit(BATCHES),
    placements: orm
      .select({ id: placement.id, workerId: placement.workerId })
      .from(placement)
      .where(inArray(placement.id, concerned)),
    people: orm
      .select({
        id: worker.id,
        name: worker.name,
        phone: worker.phone,
        villageId: worker.villageId,
      })
      .from(worker)
      .where(inArray(worker.id, sql`(select worker_id from placement where id in ${concerned})`)),
    corrections: waitingCorrections(orm, villageId),
    cases: waitingCases(orm, villageId),
    setUp: setUp(orm),
  };
}

/** What a station has of what it needs before its first order; 1 or 0 each. */
function setUp(orm: Orm) {
  const has = (rows: string, name: string) =>
    sql<number>`exists (select 1 from ${sql.raw(rows)})`.as(name);
  return orm
    .select({
      station: has("setting where name = 'town'", 'station'),
      villages: has('area', 'villages'),
      accounts: has("account where role in ('coordinator', 'officer')", 'accounts'),
      clinics: has('clinic', 'clinics'),
      people: has('worker', 'people'),
      employers: has('employer', 'employers'),
      orders: has('job_order', 'orders'),
    })
    .from(account)
    .limit(1);
}
