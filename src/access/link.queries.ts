import { and, desc, eq, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { DAY } from '../clock.ts';
import { newId } from '../ids.ts';
import { link } from './access.tables.ts';
import { sha256 } from './keys.ts';
import { LINK_DAYS, type LinkPurpose, linkToken } from './link.ts';
import type { Orm, Query } from '../db/orm.ts';

export type LinkRow = typeof link.$inferSelect;
type Issue = {
  purpose: LinkPurpose;
  subjectId: string;
  batchId: string | null;
  issuedBy: string;
  now: number;
  /** The day of the errand, where that is later: the link's life is counted from there. */
  from?: number;
};

/**
 * A new link: its row, to be inserted with its cause, and the token that is shown to whoever issued
 * it.
 */
export async function newLink(secret: string, issue: Issue) {
  const id = newId(issue.now);
  const token = await linkToken(secret, id);
  const { purpose, subjectId, batchId, issuedBy, now, from = now } = issue;
  const expiresAt = Math.max(now, from) + LINK_DAYS[purpose] * DAY;
  return {
    token,
    row: {
      id,
      purpose,
      subjectId,
      batchId,
      issuedBy,
      issuedAt: now,
      expiresAt,
      tokenHash: await sha256(token),
    },
  };
}

export function insertLink(orm: Orm, row: Awaited<ReturnType<typeof newLink>>['row']): Query {
  return orm.insert(link).values(row);
}

/** The live links of a subject, newest first. */
export function liveLinks(orm: Orm, subjectId: string | SQL, now: number) {
  return orm
    .select()
    .from(link)
    .where(and(eq(link.subjectId, subjectId), isNull(link.revokedAt), gt(link.expiresAt, now)))
    .orderBy(desc(link.id))
    .limit(10);
}

/**
 * Every link that was made for a worker, the newest first: when and by whom, opened and ended or
 * not.
 */
export function linksMadeFor(orm: Orm, workerId: SQL) {
  return orm
    .select({
      issuedAt: link.issuedAt,
      issuedBy: link.issuedBy,
      openedAt: link.openedAt,
      revokedAt: link.revokedAt,
      expiresAt: link.expiresAt,
    })
    .from(link)
    .where(and(eq(link.subjectId, workerId), eq(link.purpose, 'worker')))
    .orderBy(desc(link.id))
    .limit(30);
}

/** The live links of several subjects, newest first. */
export function linksOfMany(orm: Orm, subjectIds: string[], now: number) {
  return orm
    .select({ id: link.id, subjectId: link.subjectId, openedAt: link.openedAt })
    .from(link)
    .where(
      and(
        inArray(link.subjectId, sql`(select value from json_each(${JSON.stringify(subjectIds)}))`),
        isNull(link.revokedAt),
        gt(link.expiresAt, now),
      ),
    )
    .orderBy(desc(link.id));
}

export function linkByHash(orm: Orm, tokenHash: string) {
  return orm.select().from(link).where(eq(link.tokenHash, tokenHash)).limit(1);
}

export function linkById(orm: Orm, id: string) {
  return orm.select().from(link).where(eq(link.id, id)).limit(1);
}

export function revoke(orm: Orm, id: string, now: number): Query {
  return orm
    .update(link)
    .set({ revokedAt: now })
    .where(and(eq(link.id, id), isNull(link.revokedAt)));
}

export function noteOpening(orm: Orm, id: string, now: number): Query {
  return orm
    .update(link)
    .set({ openedAt: now })
    .where(and(eq(link.id, id), isNull(link.openedAt)));
}
