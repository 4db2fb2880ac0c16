import { and, desc, eq, sql } from 'drizzle-orm';
import { newId } from '../../ids.ts';
import { incident, sendOff } from './travel.tables.ts';
import type { Orm, Query } from '../../db/orm.ts';

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
