import { eq, inArray, or, sql } from 'drizzle-orm';
import { nextVisitOf } from '../pipeline/batch-row.queries.ts';
import { batch, placement } from '../pipeline/batch/batch.tables.ts';
import { dueVisits } from '../pipeline/follow-up/follow-up.queries.ts';
import { waitingCases } from '../pipeline/follow-up/rights-case.queries.ts';
import { waitingCorrections } from '../registry/correction.queries.ts';
import { account } from '../access/access.tables.ts';
import type { Orm } from '../db/orm.ts';
import { comingDeadlines } from '../pipeline/batch/deadline.queries.ts';

const DEADLINES = 8;
const VISITS = 6;
/** More batches than any station has under way at once; each is one small row. */
const BATCHES = 300;

type Asked = { villageId: string | null; seesHealth: boolean; today: string };

/**
 * What comes next across batches, what is due, and the names of the people that it is about. Ended
 * batches are among them while an original of theirs is not back. An officer is shown what falls
 * due in their own village instead.
 */
export function todayQueries(orm: Orm, { villageId, seesHealth, today }: Asked) {
  const isOfVillage = villageId !== null;
  const deadlines = comingDeadlines(orm, villageId, seesHealth, isOfVillage ? DEADLINES : 0);
  const visits = dueVisits(orm, today, villageId, null, VISITS);
  const alive = isOfVillage
    ? inArray(batch.id, sql`(select batch_id from (${deadlines}))`)
    : or(eq(batch.status, 'open'), inArray(batch.id, sql`(select batch_id from deadline)`));
  const batches = orm
    .select({
      id: batch.id,
      code: batch.code,
      orderId: batch.orderId,
      employer: EMPLOYER.as('employer'),
      status: batch.status,
      stage: batch.stage,
      steps: batch.steps,
      stepsTouched: batch.stepsTouched,
      counts: batch.counts,
      headcount: batch.headcount,
      openVisits: batch.openVisits,
      nextVisitOn: nextVisitOf.as('next_visit_on'),
    })
    .from(batch)
    .where(alive)
    .limit(BATCHES);
  const named = isOfVillage
    ? sql`select placement_id from (${deadlines})`
    : sql`select json_extract(value, '$.placementId') from batch, json_each(batch.steps)
      where ${alive}`;
  return {
    deadlines,
    visits,
    batches,
    people: orm
      .select({
        id: placement.id,
        name: ofWorker('name').as('name'),
        phone: ofWorker('phone').as('phone'),
      })
      .from(placement)
      .where(
        inArray(
          placement.id,
          sql`(select placement_id from (${visits}) union select * from (${named}))`,
        ),
      ),
    corrections: waitingCorrections(orm, villageId),
    cases: waitingCases(orm, villageId),
    setUp: setUp(orm),
  };
}

const EMPLOYER = sql<string>`(select json_extract(terms, '$.employer') from job_order
  where job_order.id = order_id)`;

function ofWorker(column: 'name' | 'phone') {
  return sql<string>`(select ${sql.raw(column)} from worker where worker.id = worker_id)`;
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
