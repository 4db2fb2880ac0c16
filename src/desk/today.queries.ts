import { inArray, sql } from 'drizzle-orm';
import { batch, placement } from '../pipeline/batch/batch.tables.ts';
import { dueVisits } from '../pipeline/follow-up/follow-up.queries.ts';
import { waitingCorrections } from '../registry/correction.queries.ts';
import { worker } from '../registry/registry.tables.ts';
import type { Orm } from '../db/orm.ts';
import { comingDeadlines } from '../pipeline/batch/deadline.queries.ts';
import { ordersToAnswer } from '../pipeline/demand/order-list.queries.ts';

const DEADLINES = 8;
const VISITS = 6;
const ORDERS = 4;

type Asked = { villageId: string | null; seesHealth: boolean; today: string };

/** What is due across batches, and the names of the batches and people that it is about. */
export function todayQueries(orm: Orm, { villageId, seesHealth, today }: Asked) {
  const deadlines = comingDeadlines(orm, villageId, seesHealth, DEADLINES);
  const visits = dueVisits(orm, today, villageId, null, VISITS);
  const concerned = sql`(select placement_id from (${visits}) union select placement_id
    from (${deadlines}))`;
  return {
    deadlines,
    visits,
    batches: orm
      .select({ id: batch.id, code: batch.code })
      .from(batch)
      .where(inArray(batch.id, sql`(select batch_id from (${deadlines}))`)),
    placements: orm
      .select({ id: placement.id, workerId: placement.workerId })
      .from(placement)
      .where(inArray(placement.id, concerned)),
    people: orm
      .select({ id: worker.id, name: worker.name, villageId: worker.villageId })
      .from(worker)
      .where(inArray(worker.id, sql`(select worker_id from placement where id in ${concerned})`)),
    orders: ordersToAnswer(orm, ORDERS),
    corrections: waitingCorrections(orm, villageId),
  };
}
