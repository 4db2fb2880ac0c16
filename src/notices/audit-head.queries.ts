import { isInChain, markOf } from '../access/audit-head.ts';
import { headsTold, keepHead } from '../access/audit-head.queries.ts';
import { lastSeal } from '../access/audit-seal.queries.ts';
import { dayOf } from '../clock.ts';
import type { Database } from '../db/client.ts';
import { noticeToLeaders } from './notices.queries.ts';

/** Days after which a head that is gone is no longer looked for. */
const LOOKED_AT = 30;

/**
 * Tells every leader the head of the audit trail, once a day: up to which line it is sealed, and
 * the seal's mark. Where one that was told before is no longer in the chain, that is told instead
 * of passed over.
 */
export async function tellAuditHead(db: Database, now: number): Promise<void> {
  const { orm } = db;
  const day = dayOf(now);
  const [[seal], told] = await db.batch([lastSeal(orm), headsTold(orm, LOOKED_AT)]);
  if (!seal || told[0]?.day === day) return;
  const lost = told.find((head) => !isInChain(head))?.day;
  const head = { day, lastSeq: seal.lastSeq, mark: markOf(seal.hash) };
  const detail = { code: day, rows: head.lastSeq, mark: head.mark, ...(lost ? { lost } : {}) };
  await db.batch([
    keepHead(orm, head),
    noticeToLeaders(orm, null, { id: `audit_head:${day}`, kind: 'audit_head', detail }, now),
  ]);
}
