import { desc, eq, type SQL } from 'drizzle-orm';
import type { Terms } from '../recruitment/terms.ts';
import { frozenTerms, jobOrder, orderVersion } from './demand.tables.ts';
import type { Orm, Query } from '../../db/orm.ts';

/** What the newest versions of an order said, the newest first. */
export function versionsOf(orm: Orm, orderId: string | SQL) {
  return orm
    .select()
    .from(orderVersion)
    .where(eq(orderVersion.orderId, orderId))
    .orderBy(desc(orderVersion.version))
    .limit(10);
}

export function insertVersion(
  orm: Orm,
  {
    orderId,
    version,
    headcount,
    startsOn,
    terms,
  }: Omit<typeof orderVersion.$inferSelect, 'seenAt'>,
): Query {
  return orm.insert(orderVersion).values({ orderId, version, headcount, startsOn, terms });
}

/** Freezes terms as they are shown. The same terms are frozen once: the hash is the key. */
export function freezeTerms(
  orm: Orm,
  orderId: string,
  orderVersion: number,
  terms: Terms,
  hash: string,
  now: number,
): Query {
  return orm
    .insert(frozenTerms)
    .values({ hash, orderId, orderVersion, terms, frozenAt: now })
    .onConflictDoNothing();
}

export function setTerms(orm: Orm, orderId: string, terms: Terms): Query {
  return orm.update(jobOrder).set({ terms }).where(eq(jobOrder.id, orderId));
}
