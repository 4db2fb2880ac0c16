import type { BatchKey } from './batch.queries.ts';
import type { Seen } from './seen.queries.ts';
import { placementOf } from './snapshot.ts';

/**
 * What this isolate last saw of the batches that are worked on. Never believed: a page that shows it and a write that
 * was decided on it prove, in the database and in the same round trip, that it is still the newest (`seq`, `touched`).
 * So a poll of an unchanged batch and a tap on one read a handful of rows instead of the whole batch.
 */
const seen = new Map<string, Seen>();

/** About 60 kB each for a batch of forty. */
const KEPT = 24;

/** What was last seen of a batch, where the key names it by its own id or by somebody in it. */
export const lastSeen = (key: BatchKey): Seen | undefined => {
  if ('batchId' in key) return typeof key.batchId === 'string' ? seen.get(key.batchId) : undefined;
  if ('placementId' in key) return [...seen.values()].find(({ s }) => placementOf(s, key.placementId));
  return undefined;
};

/** Keeps what was seen, and lets go of the batch that has not been looked at for longest. */
export const keepSeen = (newest: Seen): void => {
  seen.delete(newest.s.id);
  seen.set(newest.s.id, newest);
  const [oldest] = seen.keys();
  if (seen.size > KEPT && oldest !== undefined) seen.delete(oldest);
};
