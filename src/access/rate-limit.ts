import { eq, sql } from 'drizzle-orm';
import { MINUTE } from '../clock.ts';
import type { Database, Orm, Query } from '../db/client.ts';
import { Failure } from '../http/failures.ts';
import { rateLimit } from './access.tables.ts';

export type Limit = { hits: number; withinMs: number };

/** Sign-in: ten tries a quarter of an hour for one phone number. Links: thirty openings, for one link. */
export const LIMITS = {
  signIn: { hits: 10, withinMs: 15 * MINUTE },
  link: { hits: 30, withinMs: 15 * MINUTE },
} as const satisfies Record<string, Limit>;

/** Counts a try in its bucket; throws 429 with the seconds to wait when there were too many. The bucket's name holds a hash, never a number or token. */
export const countTry = async (db: Database, bucket: string, limit: Limit, now: number): Promise<void> => {
  const since = now - limit.withinMs;
  const [[row]] = await db.batch([
    db.orm
      .insert(rateLimit)
      .values({ bucket, openedAt: now, hits: 1 })
      .onConflictDoUpdate({
        target: rateLimit.bucket,
        set: {
          hits: sql`case when ${rateLimit.openedAt} <= ${since} then 1 else ${rateLimit.hits} + 1 end`,
          openedAt: sql`case when ${rateLimit.openedAt} <= ${since} then ${now} else ${rateLimit.openedAt} end`,
        },
      })
      .returning(),
  ]);
  if (row && row.hits > limit.hits)
    throw new Failure(429, 'too_many_tries', Math.max(1, Math.ceil((row.openedAt + limit.withinMs - now) / 1000)));
};

/** Forgets the tries of a bucket: whoever got it right starts afresh. */
export const clearTries = (orm: Orm, bucket: string): Query =>
  orm.delete(rateLimit).where(eq(rateLimit.bucket, bucket));
