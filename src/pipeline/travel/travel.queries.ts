import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { type Orm, type Query, refuseUnless } from '../../db/client.ts';
import { newId } from '../../ids.ts';
import { worker } from '../../registry/registry.tables.ts';
import { escort, handover, incident, leg, onwardWay, rollEntry, sendOff } from './travel.tables.ts';
import type { Signature } from './travel-state.ts';

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

export function incidentsOf(orm: Orm, batchId: string) {
  return orm
    .select()
    .from(incident)
    .where(eq(incident.batchId, batchId))
    .orderBy(desc(incident.occurredAt))
    .limit(50);
}

export function incidentRow(orm: Orm, batchId: string, id: string) {
  return orm
    .select({ id: incident.id })
    .from(incident)
    .where(and(eq(incident.batchId, batchId), eq(incident.id, id)));
}

/**
 * What happened on the way. A leg that is not of this batch is left out: what a phone reports must
 * not be lost for a leg that it got wrong.
 */
export function insertIncident(orm: Orm, row: typeof incident.$inferInsert): Query {
  return orm.insert(incident).values({
    ...row,
    legId: row.legId
      ? sql`(select id from leg where id = ${row.legId} and batch_id = ${row.batchId})`
      : null,
  });
}

type OwnIncident = Pick<
  typeof incident.$inferInsert,
  'batchId' | 'kind' | 'note' | 'actor' | 'recordedAt'
> & {
  legId?: string;
  people?: string[];
};

/**
 * What a change on the way is as well: another vehicle, escort or employer. What it costs is noted
 * later.
 */
export function insertOwnIncident(
  orm: Orm,
  { legId, people = [], recordedAt, ...row }: OwnIncident,
): Query {
  return insertIncident(orm, {
    ...row,
    id: newId(recordedAt),
    legId: legId ?? null,
    people,
    occurredAt: recordedAt,
    recordedAt,
    called: '',
    policeReport: '',
    costFen: 0,
    answerable: 'nobody',
  });
}

export function sendOffOf(orm: Orm, batchId: string) {
  return orm
    .select()
    .from(sendOff)
    .where(eq(sendOff.batchId, batchId))
    .orderBy(desc(sendOff.id))
    .limit(1);
}

export function insertSendOff(orm: Orm, row: typeof sendOff.$inferInsert): Query {
  return orm.insert(sendOff).values(row);
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

const notCorrected = sql`not exists (select 1 from handover later
  where later.corrects = handover.id)`;

export function handoversOf(orm: Orm, batchId: string | SQL) {
  return orm
    .select()
    .from(handover)
    .where(eq(handover.batchId, batchId))
    .orderBy(asc(handover.id))
    .limit(40);
}

/** A version of a signature that nothing corrects yet. */
export function handoverRow(orm: Orm, batchId: string, id: string) {
  return orm
    .select()
    .from(handover)
    .where(and(eq(handover.batchId, batchId), eq(handover.id, id), notCorrected));
}

/** Fails the whole `db.batch` when somebody has corrected that version meanwhile. */
export function refuseIfCorrected(id: string): Query {
  return refuseUnless(
    sql`not exists (select 1 from handover where corrects = ${id})`,
    'WRONG_STATE',
  );
}

/**
 * The same when the statement before it changed no row: somebody else has struck that leg, or
 * replaced that escort.
 */
export function refuseUnlessOne(): Query {
  return refuseUnless(sql`changes() = 1`, 'WRONG_STATE');
}

export function insertCorrection(orm: Orm, row: typeof handover.$inferInsert): Query {
  return orm.insert(handover).values(row);
}

export function insertOnwardWay(orm: Orm, row: typeof onwardWay.$inferInsert): Query {
  return orm.insert(onwardWay).values(row);
}

/** What was last noted of where somebody went. */
export function onwardWayOf(orm: Orm, placementId: string) {
  return orm
    .select()
    .from(onwardWay)
    .where(eq(onwardWay.placementId, placementId))
    .orderBy(desc(onwardWay.id))
    .limit(1);
}

/** What was noted of everybody who was left without a post, the newest last. */
export function onwardWaysOf(orm: Orm, batchId: string) {
  return orm
    .select()
    .from(onwardWay)
    .where(
      inArray(onwardWay.placementId, sql`(select id from placement where batch_id = ${batchId})`),
    )
    .orderBy(asc(onwardWay.id))
    .limit(200);
}

/** What was signed, by whom and when. */
export function insertHandover(
  orm: Orm,
  {
    id,
    batchId,
    count,
    people,
    rejected,
    name,
    at,
  }: Signature & { id: string; batchId: string; name: string; at: number },
): Query {
  return orm.insert(handover).values({
    id,
    batchId,
    escortCount: people.length,
    employerCount: count,
    people: [...people],
    rejected: [...rejected],
    signedBy: name,
    signedAt: at,
  });
}

export function handoversOfEmployer(orm: Orm, employerId: string) {
  return orm
    .select({ escortCount: handover.escortCount, employerCount: handover.employerCount })
    .from(handover)
    .where(
      and(
        notCorrected,
        inArray(
          handover.batchId,
          sql`(select id from batch where order_id in (select id from job_order
            where employer_id = ${employerId}))`,
        ),
      ),
    )
    .limit(100);
}
