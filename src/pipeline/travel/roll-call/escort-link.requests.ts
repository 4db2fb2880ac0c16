import { eq, type SQL, sql } from 'drizzle-orm';
import type { BatchResponse } from 'drizzle-orm/batch';
import { type LinkRow, liveOr410, readByAnyLink } from '../../../access/link.queries.ts';
import type { Query } from '../../../db/client.ts';
import type { C } from '../../../http/app-context.ts';
import { notFound } from '../../../http/failures.ts';
import { type Station, stationOf, stationQuery } from '../../../settings/station.queries.ts';
import {
  batchQueries,
  type EscortRow,
  type BatchReading,
  batchReadingOf,
} from '../../batch-reading.queries.ts';
import { portraitsOf } from '../../documents/photo.queries.ts';
import type { PortraitRow } from './portraits.requests.ts';
import { escort, type leg } from '../travel.tables.ts';
import { legsOf } from '../travel.queries.ts';

type Journey<T extends readonly Query[]> = {
  link: LinkRow;
  reading: BatchReading;
  /** Whose link it is. */
  me: EscortRow;
  legs: (typeof leg.$inferSelect)[];
  station: Station;
  portraits: PortraitRow[];
  rows: BatchResponse<[...T]>;
};

/** Nothing is left to call: everybody is handed over, or the batch has ended without. */
export function isDone({ s }: BatchReading): boolean {
  return s.handedOverAt !== null || s.status !== 'open';
}

/**
 * Reads the journey that an escort's link leads to, with the caller's own rows: one round trip,
 * whether the link lives or is over. Throws 404 where the visitor does not hold the link, or its
 * batch is gone.
 */
export async function readJourney<T extends readonly Query[]>(
  c: C,
  queries: (batchId: SQL) => readonly [...T] = () => [] as never,
): Promise<Journey<T>> {
  const { orm } = c.var.db;
  const escortId = sql`(select subject_id from link where id = ${c.req.param('link') ?? ''})`;
  const batchId = sql`(select batch_id from escort where id = ${escortId})`;
  const { link, rows: all } = await readByAnyLink(c, 'escort', [
    stationQuery(orm),
    legsOf(orm, batchId),
    orm.select().from(escort).where(eq(escort.id, escortId)),
    portraitsOf(orm, batchId),
    ...batchQueries(orm, { batchId }),
    ...queries(batchId),
  ] as const);
  const [
    station,
    legs,
    [me],
    portraits,
    batch,
    order,
    placements,
    workers,
    escorts,
    areas,
    lines,
    ...rows
  ] = all;
  const reading = batchReadingOf([batch, order, placements, workers, escorts, areas, lines]);
  if (!reading || !me) throw notFound();
  return { link, reading, me, legs, portraits, station: stationOf(station), rows };
}

/** The same while the link lives. Throws 410 when it is over. */
export async function readLiveJourney(c: C): Promise<Journey<[]>> {
  const journey = await readJourney<[]>(c);
  liveOr410(journey.link, c.var.now);
  return journey;
}
