import { eq, lt, sql } from 'drizzle-orm';
import { MINUTE } from '../clock.ts';
import type { Database } from '../db/client.ts';
import type { C } from '../http/app-context.ts';
import { Failure } from '../http/failures.ts';
import { rateLimit } from './access.tables.ts';
import { sha256 } from './keys.ts';
import type { Orm, Query } from '../db/orm.ts';

export type Limit = { hits: number; withinMs: number };

/**
 * Sign-in: ten tries a quarter of an hour for one phone number from one client whose browser is not
 * known, as many from each browser that is; a hundred for one number from anywhere, and sixty from
 * one client whatever the numbers. Links: thirty openings, for one link.
 */
export const LIMITS = {
  signIn: { hits: 10, withinMs: 15 * MINUTE },
  number: { hits: 100, withinMs: 15 * MINUTE },
  client: { hits: 60, withinMs: 15 * MINUTE },
  link: { hits: 30, withinMs: 15 * MINUTE },
} as const satisfies Record<string, Limit>;

const LONGEST_MS = 15 * MINUTE;

function refuse(until: number, now: number): never {
  throw new Failure(429, 'too_many_tries', Math.max(1, Math.ceil((until - now) / 1000)));
}

/**
 * Counts a try in its bucket; throws 429 with the seconds to wait when there were too many. The
 * bucket's name holds a hash, never a number or token.
 */
export async function countTry(
  db: Database,
  bucket: string,
  limit: Limit,
  now: number,
): Promise<void> {
  const since = now - limit.withinMs;
  // One that was opened by a clock that was ahead, and set right since, is over as well.
  const isOver = sql`(${rateLimit.openedAt} <= ${since}
    or ${rateLimit.openedAt} > ${now + limit.withinMs})`;
  const [[row]] = await db.batch([
    db.orm
      .insert(rateLimit)
      .values({ bucket, openedAt: now, hits: 1 })
      .onConflictDoUpdate({
        target: rateLimit.bucket,
        set: {
          hits: sql`case when ${isOver} then 1 else ${rateLimit.hits} + 1 end`,
          openedAt: sql`case when ${isOver} then ${now} else ${rateLimit.openedAt} end`,
        },
      })
      .returning(),
  ]);
  if (!row || row.hits <= limit.hits) return;
  refuse(row.openedAt + limit.withinMs, now);
}

/** What a bucket holds so far, for one of several questions in a batch. */
export function triesIn(orm: Orm, bucket: string) {
  return orm.select().from(rateLimit).where(eq(rateLimit.bucket, bucket));
}

/**
 * Throws 429 where a bucket is full already: that costs a reading, where a try more would cost a
 * writing.
 */
export function refuseIfFull(
  row: typeof rateLimit.$inferSelect | undefined,
  { hits, withinMs }: Limit,
  now: number,
): void {
  if (!row || row.hits <= hits || Math.abs(row.openedAt - now) >= withinMs) return;
  refuse(row.openedAt + withinMs, now);
}

/** Forgets the tries of a bucket: whoever got it right starts afresh. */
export function clearTries(orm: Orm, bucket: string): Query {
  return orm.delete(rateLimit).where(eq(rateLimit.bucket, bucket));
}

/** A try that turned out right does not count against whoever shares its bucket. */
export function takeBackTry(orm: Orm, bucket: string): Query {
  return orm
    .update(rateLimit)
    .set({ hits: sql`max(0, ${rateLimit.hits} - 1)` })
    .where(eq(rateLimit.bucket, bucket));
}

/** Removes what no limit looks at any more. */
export async function sweepTries(db: Database, now: number): Promise<void> {
  await db.batch([db.orm.delete(rateLimit).where(lt(rateLimit.openedAt, now - LONGEST_MS))]);
}

/**
 * The bucket of whoever asks: their address as the edge tells it. Where nothing in front of the
 * station tells it, all share one.
 */
export async function clientBucket(c: C): Promise<string> {
  const address =
    c.env.ENVIRONMENT === 'production' ? (c.req.header('cf-connecting-ip') ?? '') : '';
  return `client:${await sha256(address)}`;
}
