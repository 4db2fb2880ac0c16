import { read } from '../../access/session.ts';
import type { LinkRow } from '../../access/link.queries.ts';
import type { LinkPurpose } from '../../access/link.ts';
import type { Queries, RowsOf } from '../../db/client.ts';
import type { C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { type BatchReading, batchReadingOf } from '../batch-reading.requests.ts';
import type { BatchKey } from './batch.queries.ts';
import { keepReading, lastReading } from './last-reading.cache.ts';
import { liveOr410, readByAnyLink } from '../../access/link-visit.queries.ts';
import { batchQueries, newestOf } from '../batch-row.queries.ts';

/**
 * Reads a batch for a page of the station, with the page's own rows by their names and the session:
 * one round trip, which reads the whole batch only if it was not seen lately. Where it was, but has
 * changed since, a second one reads it. Throws 404 when there is no such batch.
 */
export async function readBatch<T extends Queries>(
  c: C,
  key: BatchKey,
  also: T = {} as T,
): Promise<BatchReading & RowsOf<T>> {
  const known = lastReading(key);
  if (known) {
    const { stands, ...rows } = await read(c, {
      ...also,
      stands: newestOf({ batchId: known.s.id }),
    });
    const [newest] = stands as { seq: number; touched: number }[];
    if (newest?.seq === known.s.seq && newest.touched === known.touched)
      return { ...known, ...(rows as unknown as RowsOf<T>) };
  }
  const rows = await read(c, { ...also, ...batchQueries(c.var.db.orm, key) });
  const reading = batchReadingOf(rows);
  if (!reading) throw notFound();
  keepReading(reading);
  return { ...reading, ...rows };
}

type ByLink<T extends Queries> = { link: LinkRow; reading: BatchReading | null } & RowsOf<T>;

/** Reads the batch that a link leads to, with the link, over or not: one round trip. */
export async function readBatchByAnyLink<T extends Queries>(
  c: C,
  purpose: LinkPurpose,
  key: BatchKey,
  also: T = {} as T,
): Promise<ByLink<T>> {
  const queries = { ...also, ...batchQueries(c.var.db.orm, key) };
  const { link, rows } = await readByAnyLink(c, purpose, queries);
  return { ...rows, link, reading: batchReadingOf(rows) };
}

/** The same while the link lives. Throws 410 when it is over. */
export async function readBatchByLink<T extends Queries>(
  c: C,
  purpose: LinkPurpose,
  key: BatchKey,
  also: T = {} as T,
): Promise<ByLink<T>> {
  const found = await readBatchByAnyLink(c, purpose, key, also);
  liveOr410(found.link, c.var.now);
  return found;
}
