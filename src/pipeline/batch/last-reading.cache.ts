import type { BatchKey } from './batch.queries.ts';
import type { BatchReading } from '../batch-reading.requests.ts';
import { placementOf } from './snapshot.ts';

/**
 * What this isolate last saw of the batches that are worked on. Never believed: a page that shows
 * it and a write that was decided on it prove, in the database and in the same round trip, that it
 * is still the newest (`seq`, `touched`). So a poll of an unchanged batch and a tap on one read a
 * handful of rows instead of the whole batch.
 */
const reading = new Map<string, BatchReading>();

/** About 60 kB each for a batch of forty. */
const KEPT = 24;

/** What was last seen of a batch, where the key names it by its own id or by somebody in it. */
export function lastReading(key: BatchKey): BatchReading | undefined {
  if ('batchId' in key)
    return typeof key.batchId === 'string' ? reading.get(key.batchId) : undefined;
  if ('placementId' in key)
    return [...reading.values()].find(({ s }) => placementOf(s, key.placementId));
  return undefined;
}

/** Keeps what was seen, and lets go of the batch that has not been looked at for longest. */
export function keepReading(newest: BatchReading): void {
  reading.delete(newest.s.id);
  reading.set(newest.s.id, newest);
  const [oldest] = reading.keys();
  if (reading.size > KEPT && oldest !== undefined) reading.delete(oldest);
}
