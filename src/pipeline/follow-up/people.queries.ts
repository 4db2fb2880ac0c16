import { inArray, sql } from 'drizzle-orm';
import type { Orm } from '../../db/client.ts';
import { worker } from '../../registry/registry.tables.ts';
import { placement } from '../batch/batch.tables.ts';

/** Which worker each of these placements is of. At most 90 at once. */
export const peopleOfPlacements = (orm: Orm, placementIds: string[]) =>
  orm
    .select({ id: placement.id, workerId: placement.workerId })
    .from(placement)
    .where(inArray(placement.id, placementIds.slice(0, 90)));

export const workersOfPlacements = (orm: Orm, placementIds: string[]) =>
  orm
    .select({ id: worker.id, name: worker.name, phone: worker.phone })
    .from(worker)
    .where(inArray(worker.id, sql`(select worker_id from placement where id in ${placementIds.slice(0, 90)})`));
