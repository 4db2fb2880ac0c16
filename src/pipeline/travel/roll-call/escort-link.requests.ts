import { readBatchByAnyLink } from '../../batch/read-batch.requests.ts';
import type { Queries, RowsOf } from '../../../db/client.ts';
import { eq, type SQL, sql } from 'drizzle-orm';
import type { LinkRow } from '../../../access/link.queries.ts';
import type { C } from '../../../http/app-context.ts';
import { notFound } from '../../../http/failures.ts';
import { type Station, stationOf, stationQuery } from '../../../settings/station.queries.ts';
import type { BatchReading } from '../../batch-reading.requests.ts';
import { portraitsOf } from '../../documents/photo.queries.ts';
import type { PortraitRow } from './portraits.requests.ts';
import { escort, type leg } from '../travel.tables.ts';
import { legsOf } from '../travel.queries.ts';
import { liveOr410 } from '../../../access/link-visit.queries.ts';
import type { EscortRow } from '../../batch-row.queries.ts';

type Journey = {
  link: LinkRow;
  reading: BatchReading;
  /** Whose link it is. */
  me: EscortRow;
  legs: (typeof leg.$inferSelect)[];
  station: Station;
  portraits: PortraitRow[];
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
export async function readJourney<T extends Queries>(
  c: C,
  also: (batchId: SQL) => T = () => ({}) as T,
): Promise<Journey & RowsOf<T>> {
  const { orm } = c.var.db;
  const escortId = sql`(select subject_id from link where id = ${c.req.param('link') ?? ''})`;
  const batchId = sql`(select batch_id from escort where id = ${escortId})`;
  const journey = {
    stationRows: stationQuery(orm),
    legs: legsOf(orm, batchId),
    own: orm.select().from(escort).where(eq(escort.id, escortId)),
    portraits: portraitsOf(orm, batchId),
  };
  const found = await readBatchByAnyLink(
    c,
    'escort',
    { batchId },
    { ...journey, ...also(batchId) },
  );
  const known = found as unknown as Omit<Journey, 'me' | 'station'> & RowsOf<typeof journey>;
  const { link, reading, stationRows, own, legs, portraits } = known;
  const [me] = own;
  if (!reading || !me) throw notFound();
  const rows = found as unknown as RowsOf<T>;
  return { ...rows, link, reading, me, legs, portraits, station: stationOf(stationRows) };
}

/** The same while the link lives. Throws 410 when it is over. */
export async function readLiveJourney(c: C): Promise<Journey> {
  const journey = await readJourney(c);
  liveOr410(journey.link, c.var.now);
  return journey;
}
