import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { worker } from '../../registry/registry.tables.ts';
import { escort, leg } from './travel.tables.ts';
import type { Orm, Query } from '../../db/orm.ts';
import { rollEntry } from './roll-call/roll-call.tables.ts';

export function legsOf(orm: Orm, batchId: string | SQL) {
  return orm
    .select()
    .from(leg)
    .where(and(eq(leg.batchId, batchId), isNull(leg.removedAt)))
    .orderBy(asc(leg.departsAt))
    .limit(40);
}

/** Every leg that was ever planned, struck ones too, in the order of the way. */
export function allLegsOf(orm: Orm, batchId: string) {
  return orm
    .select()
    .from(leg)
    .where(eq(leg.batchId, batchId))
    .orderBy(asc(leg.departsAt), asc(leg.id))
    .limit(80);
}

/** Everybody who was to ride along, those who were replaced too. */
export function allEscortsOf(orm: Orm, batchId: string) {
  return orm
    .select()
    .from(escort)
    .where(eq(escort.batchId, batchId))
    .orderBy(asc(escort.id))
    .limit(80);
}

/** Whom the people of a batch want to travel with. */
export function companionsIn(orm: Orm, batchId: string) {
  return orm
    .select({ id: worker.id, wish: worker.wish })
    .from(worker)
    .where(inArray(worker.id, sql`(select worker_id from placement where batch_id = ${batchId})`));
}

export function insertLeg(orm: Orm, row: typeof leg.$inferInsert): Query {
  return orm.insert(leg).values(row);
}
export function insertEscort(orm: Orm, row: typeof escort.$inferInsert): Query {
  return orm.insert(escort).values(row);
}

/** Somebody else rides along in their place from now on. */
export function endEscort(orm: Orm, id: string, at: number): Query {
  return orm
    .update(escort)
    .set({ replacedAt: at })
    .where(and(eq(escort.id, id), isNull(escort.replacedAt)));
}

/** A leg struck from the plan; it stays on record. */
export function removeLeg(orm: Orm, batchId: string, id: string, at: number): Query {
  return orm
    .update(leg)
    .set({ removedAt: at })
    .where(and(eq(leg.batchId, batchId), eq(leg.id, id), isNull(leg.removedAt)));
}

/** Which version of the plan each phone has said it saw: the newest word of each. */
export function planSeenBy(orm: Orm, batchId: string) {
  return orm
    .select({ actor: rollEntry.actor, detail: rollEntry.detail, at: rollEntry.recordedAt })
    .from(rollEntry)
    .where(and(eq(rollEntry.batchId, batchId), eq(rollEntry.kind, 'plan_seen')))
    .orderBy(desc(rollEntry.recordedAt))
    .limit(20);
}
