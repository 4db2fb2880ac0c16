import type { BatchResponse } from 'drizzle-orm/batch';
import { read } from '../../access/session.ts';
import type { Query } from '../../db/client.ts';
import type { C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import type { BatchKey } from './batch.queries.ts';
import {
  batchQueries,
  newestOf,
  type BatchReading,
  batchReadingOf,
} from '../batch-reading.queries.ts';
import { keepReading, lastReading } from './last-reading.cache.ts';

type Reading<T extends readonly Query[]> = BatchReading & { rows: BatchResponse<[...T]> };

/**
 * Reads a batch for a page of the station, with the page's own rows and the session: one round
 * trip, which reads the whole batch only if it was not seen lately. Where it was, but has changed
 * since, a second one reads it. Throws 404 when there is no such batch.
 */
export async function readBatch<T extends readonly Query[]>(
  c: C,
  key: BatchKey,
  queries: readonly [...T] = [] as never,
): Promise<Reading<T>> {
  const { orm } = c.var.db;
  const known = lastReading(key);
  if (known) {
    const [[newest], ...rows] = await read(c, [
      newestOf({ batchId: known.s.id }),
      ...queries,
    ] as const);
    if (newest?.seq === known.s.seq && newest.touched === known.touched) return { ...known, rows };
  }
  const [batch, order, placements, workers, escorts, areas, lines, ...rows] = await read(c, [
    ...batchQueries(orm, key),
    ...queries,
  ] as const);
  const reading = batchReadingOf([batch, order, placements, workers, escorts, areas, lines]);
  if (!reading) throw notFound();
  keepReading(reading);
  return { ...reading, rows };
}
