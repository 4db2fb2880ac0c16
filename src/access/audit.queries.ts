import { desc, eq, gte, lt } from 'drizzle-orm';
import { violates, type Database, type Orm, type Query, insertion } from '../db/client.ts';
import { audit } from './access.tables.ts';

export type AuditLine = {
  key: string;
  at: number;
  actor: string;
  action: string;
  subject: string;
  detail?: Record<string, unknown>;
};

const insertAudit = insertion(audit, ['key', 'at', 'actor', 'action', 'subject', 'detail']);

/** The audit row of a write. Goes into the write's own `db.batch`; its unique key makes the whole write happen once. */
export const auditRow = (line: AuditLine): Query => insertAudit({ detail: {}, ...line });

export const isRepeat = (error: unknown): boolean => violates(error, 'audit.key');

/** What the write with this key was about, if there was one. */
export const subjectOfKey = (orm: Orm, key: string) =>
  orm.select({ subject: audit.subject }).from(audit).where(eq(audit.key, key));

/** Writes with its audit row, at most once for a key. Returns the subject: of this write, or of the first one with this key. */
export const record = async (db: Database, line: AuditLine, writes: Query[]): Promise<string> => {
  try {
    await db.batch([auditRow(line), ...writes]);
    return line.subject;
  } catch (error) {
    if (!isRepeat(error)) throw error;
    const [[first]] = await db.batch([subjectOfKey(db.orm, line.key)]);
    return first?.subject ?? line.subject;
  }
};

/** The newest audit rows before a sequence number, newest first. */
export const auditPage = (orm: Orm, before: number | null, limit: number) =>
  orm
    .select()
    .from(audit)
    .where(before === null ? gte(audit.seq, 0) : lt(audit.seq, before))
    .orderBy(desc(audit.seq))
    .limit(limit);
