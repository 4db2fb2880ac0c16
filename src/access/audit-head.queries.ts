import { desc, sql } from 'drizzle-orm';
import { auditHead } from './access.tables.ts';
import type { Orm, Query } from '../db/orm.ts';

/**
 * The heads that the leaders were told, newest first, each with the seal that stands in its place
 * now.
 */
export function headsTold(orm: Orm, limit: number) {
  return orm
    .select({
      day: auditHead.day,
      lastSeq: auditHead.lastSeq,
      mark: auditHead.mark,
      seal: sql<
        string | null
      >`(select hash from audit_seal where audit_seal.last_seq = audit_head.last_seq)`.as('seal'),
    })
    .from(auditHead)
    .orderBy(desc(auditHead.day))
    .limit(limit);
}

/** Keeps what the leaders are told on a day; of two who tell it at once the first counts. */
export function keepHead(orm: Orm, head: typeof auditHead.$inferInsert): Query {
  return orm.insert(auditHead).values(head).onConflictDoNothing();
}
