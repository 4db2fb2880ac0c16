import { inArray, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { worker } from '../../registry/registry.tables.ts';
import { placement } from '../batch/batch.tables.ts';
import type { Orm } from '../../db/orm.ts';

/** Which worker each of these placements is of. At most 90 at once. */
function peopleOfPlacements(orm: Orm, placementIds: string[]) {
  return orm
    .select({ id: placement.id, workerId: placement.workerId })
    .from(placement)
    .where(inArray(placement.id, placementIds.slice(0, 90)));
}

function workersOfPlacements(orm: Orm, placementIds: string[]) {
  return orm
    .select({ id: worker.id, name: worker.name, phone: worker.phone })
    .from(worker)
    .where(
      inArray(
        worker.id,
        sql`(select worker_id from placement where id in ${placementIds.slice(0, 90)})`,
      ),
    );
}

/**
 * Names and phones for a list of visits or cases: one further round trip for the page that was
 * found.
 */
export async function peopleFor(db: Database, placementIds: string[]) {
  if (placementIds.length === 0)
    return new Map<string, { workerId: string; name: string; phone: string }>();
  const [placements, workers] = await db.batch([
    peopleOfPlacements(db.orm, placementIds),
    workersOfPlacements(db.orm, placementIds),
  ]);
  return new Map(
    placements.map((p) => {
      const w = workers.find((each) => each.id === p.workerId);
      return [p.id, { workerId: p.workerId, name: w?.name ?? '', phone: w?.phone ?? '' }] as const;
    }),
  );
}
