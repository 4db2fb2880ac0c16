import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { type Orm, type Query, refuseUnless } from '../../db/client.ts';
import { newId } from '../../ids.ts';
import { worker } from '../../registry/registry.tables.ts';
import { escort, handover, incident, leg, onwardWay, rollEntry, sendOff } from './travel.tables.ts';
import type { Signature } from './travel-state.ts';

export const legsOf = (orm: Orm, batchId: string | SQL) =>
  orm
    .select()
    .from(leg)
    .where(and(eq(leg.batchId, batchId), isNull(leg.removedAt)))
    .orderBy(asc(leg.departsAt))
    .limit(40);

/** Every leg that was ever planned, struck ones too, in the order of the way. */
export const allLegsOf = (orm: Orm, batchId: string) =>
  orm.select().from(leg).where(eq(leg.batchId, batchId)).orderBy(asc(leg.departsAt), asc(leg.id)).limit(80);

/** Everybody who was to ride along, those who were replaced too. */
export const allEscortsOf = (orm: Orm, batchId: string) =>
  orm.select().from(escort).where(eq(escort.batchId, batchId)).orderBy(asc(escort.id)).limit(80);

/** Whom the people of a batch want to travel with. */
export const companionsIn = (orm: Orm, batchId: string) =>
  orm
    .select({ id: worker.id, wish: worker.wish })
    .from(worker)
    .where(inArray(worker.id, sql`(select worker_id from placement where batch_id = ${batchId})`));

export const insertLeg = (orm: Orm, row: typeof leg.$inferInsert): Query => orm.insert(leg).values(row);
export const insertEscort = (orm: Orm, row: typeof escort.$inferInsert): Query => orm.insert(escort).values(row);

/** Somebody else rides along in their place from now on. */
export const endEscort = (orm: Orm, id: string, at: number): Query =>
  orm
    .update(escort)
    .set({ replacedAt: at })
    .where(and(eq(escort.id, id), isNull(escort.replacedAt)));

/** A leg struck from the plan; it stays on record. */
export const removeLeg = (orm: Orm, batchId: string, id: string, at: number): Query =>
  orm
    .update(leg)
    .set({ removedAt: at })
    .where(and(eq(leg.batchId, batchId), eq(leg.id, id), isNull(leg.removedAt)));

export const incidentsOf = (orm: Orm, batchId: string) =>
  orm.select().from(incident).where(eq(incident.batchId, batchId)).orderBy(desc(incident.occurredAt)).limit(50);

export const incidentRow = (orm: Orm, batchId: string, id: string) =>
  orm
    .select({ id: incident.id })
    .from(incident)
    .where(and(eq(incident.batchId, batchId), eq(incident.id, id)));

/**
 * What happened on the way. A leg that is not of this batch is left out: what a phone reports must not be lost for a leg
 * that it got wrong.
 */
export const insertIncident = (orm: Orm, row: typeof incident.$inferInsert): Query =>
  orm.insert(incident).values({
    ...row,
    legId: row.legId ? sql`(select id from leg where id = ${row.legId} and batch_id = ${row.batchId})` : null,
  });

type OwnIncident = Pick<typeof incident.$inferInsert, 'batchId' | 'kind' | 'note' | 'actor' | 'recordedAt'> & {
  legId?: string;
  people?: string[];
};

/** What a change on the way is as well: another vehicle, escort or employer. What it costs is noted later. */
export const insertOwnIncident = (orm: Orm, { legId, people = [], recordedAt, ...row }: OwnIncident): Query =>
  insertIncident(orm, {
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

export const sendOffOf = (orm: Orm, batchId: string) =>
  orm.select().from(sendOff).where(eq(sendOff.batchId, batchId)).orderBy(desc(sendOff.id)).limit(1);

export const insertSendOff = (orm: Orm, row: typeof sendOff.$inferInsert): Query => orm.insert(sendOff).values(row);

/** Which version of the plan each phone has said it saw: the newest word of each. */
export const planSeenBy = (orm: Orm, batchId: string) =>
  orm
    .select({ actor: rollEntry.actor, detail: rollEntry.detail, at: rollEntry.recordedAt })
    .from(rollEntry)
    .where(and(eq(rollEntry.batchId, batchId), eq(rollEntry.kind, 'plan_seen')))
    .orderBy(desc(rollEntry.recordedAt))
    .limit(20);

const notCorrected = sql`not exists (select 1 from handover later where later.corrects = handover.id)`;

export const handoversOf = (orm: Orm, batchId: string | SQL) =>
  orm.select().from(handover).where(eq(handover.batchId, batchId)).orderBy(asc(handover.id)).limit(40);

/** A version of a signature that nothing corrects yet. */
export const handoverRow = (orm: Orm, batchId: string, id: string) =>
  orm
    .select()
    .from(handover)
    .where(and(eq(handover.batchId, batchId), eq(handover.id, id), notCorrected));

/** Fails the whole `db.batch` when somebody has corrected that version meanwhile. */
export const refuseIfCorrected = (id: string): Query =>
  refuseUnless(sql`not exists (select 1 from handover where corrects = ${id})`, 'WRONG_STATE');

/** The same when the statement before it changed no row: somebody else has struck that leg, or replaced that escort. */
export const refuseUnlessOne = (): Query => refuseUnless(sql`changes() = 1`, 'WRONG_STATE');

export const insertCorrection = (orm: Orm, row: typeof handover.$inferInsert): Query =>
  orm.insert(handover).values(row);

export const insertOnwardWay = (orm: Orm, row: typeof onwardWay.$inferInsert): Query =>
  orm.insert(onwardWay).values(row);

/** What was last noted of where somebody went. */
export const onwardWayOf = (orm: Orm, placementId: string) =>
  orm.select().from(onwardWay).where(eq(onwardWay.placementId, placementId)).orderBy(desc(onwardWay.id)).limit(1);

/** What was noted of everybody who was left without a post, the newest last. */
export const onwardWaysOf = (orm: Orm, batchId: string) =>
  orm
    .select()
    .from(onwardWay)
    .where(inArray(onwardWay.placementId, sql`(select id from placement where batch_id = ${batchId})`))
    .orderBy(asc(onwardWay.id))
    .limit(200);

/** What was signed, by whom and when. */
export const insertHandover = (
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
): Query =>
  orm.insert(handover).values({
    id,
    batchId,
    escortCount: people.length,
    employerCount: count,
    people: [...people],
    rejected: [...rejected],
    signedBy: name,
    signedAt: at,
  });

export const handoversOfEmployer = (orm: Orm, employerId: string) =>
  orm
    .select({ escortCount: handover.escortCount, employerCount: handover.employerCount })
    .from(handover)
    .where(
      and(
        notCorrected,
        inArray(
          handover.batchId,
          sql`(select id from batch where order_id in (select id from job_order where employer_id = ${employerId}))`,
        ),
      ),
    )
    .limit(100);
