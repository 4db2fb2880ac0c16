import { desc, eq, gte, lt } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { Failure } from '../http/failures.ts';
import { audit } from './access.tables.ts';
import { insertion } from '../db/statements.ts';
import { violates } from '../db/errors.ts';
import type { Orm, Query } from '../db/orm.ts';

export type AuditLine = {
  key: string;
  at: number;
  actor: string;
  action: string;
  subject: string;
  detail?: Record<string, unknown>;
  /** A mark of what the form says whose key this is. */
  formMark?: string | null;
};

const insertAudit = insertion(audit, [
  'key',
  'at',
  'actor',
  'action',
  'subject',
  'detail',
  'formMark',
]);

/**
 * The audit row of a write. Goes into the write's own `db.batch`; its unique key makes the whole
 * write happen once.
 */
export function auditRow(line: AuditLine): Query {
  return insertAudit({ detail: {}, ...line });
}

export function isRepeat(error: unknown): boolean {
  return violates(error, 'audit.key');
}

/** The mark of the form that the request carries, for the write that bears its key. */
export function formMarkOf({ form }: Database, key: string): string | null {
  return form?.key === key ? form.mark : null;
}

/**
 * What the write with this key was about; null where there was none. Throws 409 where it was
 * another form that came under the key: a page that was gone back to, say, and filled in once more.
 */
export async function subjectOfKey(db: Database, key: string): Promise<string | null> {
  const { subject, formMark } = audit;
  const [[first]] = await db.batch([
    db.orm.select({ subject, formMark }).from(audit).where(eq(audit.key, key)),
  ]);
  const mark = formMarkOf(db, key);
  if (first && mark !== null && first.formMark !== null && first.formMark !== mark)
    throw new Failure(409, 'other_form');
  return first?.subject ?? null;
}

/**
 * Writes with its audit row, at most once for a key. Returns the subject: of this write, or of the
 * first one with this key. Throws 409 where the first one came of another form.
 */
export async function record(db: Database, line: AuditLine, writes: Query[]): Promise<string> {
  try {
    await db.batch([auditRow({ ...line, formMark: formMarkOf(db, line.key) }), ...writes]);
    return line.subject;
  } catch (error) {
    if (!isRepeat(error)) throw error;
    return (await subjectOfKey(db, line.key)) ?? line.subject;
  }
}

/** The newest audit rows before a sequence number, newest first. */
export function auditPage(orm: Orm, before: number | null, limit: number) {
  return orm
    .select()
    .from(audit)
    .where(before === null ? gte(audit.seq, 0) : lt(audit.seq, before))
    .orderBy(desc(audit.seq))
    .limit(limit);
}
