import { and, asc, desc, eq, gt, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { violates, type Database, type Orm, type Query, insertion, insertMany } from '../db/client.ts';
import { audit, auditSeal } from './access.tables.ts';
import { mac, macKey, sha256 } from './keys.ts';

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

const canonical = (row: typeof audit.$inferSelect): string =>
  JSON.stringify([row.seq, row.key, row.at, row.actor, row.action, row.subject, row.detail]);

const SEAL_ROWS = 1000;
/** What one run seals at the most: more than a station writes in a day. */
const SEALS_A_RUN = 50;

/** Seals made before seals were keyed bear no such mark. */
const KEYED = 'k1.';

/** A link of the chain: a keyed hash (HMAC-SHA-256) of the one before and of these rows. Without the key none can be made anew. */
const sealOf = async (secret: string, previous: string, rows: (typeof audit.$inferSelect)[]): Promise<string> =>
  KEYED + (await mac(await macKey(secret, 'audit seal'), [previous, ...rows.map(canonical)].join('\n')));

const isSealed = async (
  secret: string,
  { hash, previous }: { hash: string; previous: string },
  rows: (typeof audit.$inferSelect)[],
): Promise<boolean> => {
  if (hash.startsWith(KEYED)) return hash === (await sealOf(secret, previous, rows));
  // From before there was a key: believed only where no keyed seal precedes it.
  return !previous.startsWith(KEYED) && hash === (await sha256([previous, ...rows.map(canonical)].join('\n')));
};

/**
 * Seals the rows since the last seal into the chain, until none is left. Runs every minute, so that writes need not wait for
 * one another; what is sealed can no longer be changed or removed unnoticed.
 */
export const sealAudit = async (db: Database, secret: string, now: number): Promise<number> => {
  let sealed = 0;
  for (let run = 0; run < SEALS_A_RUN; run++) {
    const rows = await sealSome(db, secret, now);
    sealed += rows;
    if (rows < SEAL_ROWS) break;
  }
  return sealed;
};

const sealSome = async (db: Database, secret: string, now: number): Promise<number> => {
  const [[last]] = await db.batch([db.orm.select().from(auditSeal).orderBy(desc(auditSeal.lastSeq)).limit(1)]);
  const [rows] = await db.batch([
    db.orm
      .select()
      .from(audit)
      .where(gt(audit.seq, last?.lastSeq ?? 0))
      .orderBy(asc(audit.seq))
      .limit(SEAL_ROWS),
  ]);
  const newest = rows.at(-1);
  if (!newest) return 0;
  const hash = await sealOf(secret, last?.hash ?? '', rows);
  // Only onto the seal that was read: of two who seal at once, the second writes nothing.
  const onto = sql`select ${newest.seq}, ${hash}, ${now} where coalesce((select max(last_seq) from audit_seal), 0) = ${last?.lastSeq ?? 0}`;
  await db.batch([db.orm.insert(auditSeal).select(onto)]);
  return rows.length;
};

export type Verification = { rows: number; seals: number; brokenAfter: number | null };

const VERIFIED_AT_ONCE = 2000;

/** Recomputes the whole chain, a few thousand rows a round trip. `brokenAfter` is the seal after which a row was changed, removed or slipped in. */
export const verifyAudit = async (db: Database, secret: string): Promise<Verification> => {
  let previous = { lastSeq: 0, hash: '' };
  let [rows, seals] = [0, 0];
  for (;;) {
    const [chain, lines] = await db.batch([
      db.orm
        .select()
        .from(auditSeal)
        .where(gt(auditSeal.lastSeq, previous.lastSeq))
        .orderBy(asc(auditSeal.lastSeq))
        .limit(VERIFIED_AT_ONCE),
      db.orm
        .select()
        .from(audit)
        .where(gt(audit.seq, previous.lastSeq))
        .orderBy(asc(audit.seq))
        .limit(VERIFIED_AT_ONCE),
    ]);
    // The newest seal is always a keyed one: a chain that was made anew without the key ends in one that is not.
    if (chain.length === 0)
      return { rows, seals, brokenAfter: seals > 0 && !previous.hash.startsWith(KEYED) ? previous.lastSeq : null };
    const reached = lines.length < VERIFIED_AT_ONCE ? Number.POSITIVE_INFINITY : (lines.at(-1)?.seq ?? 0);
    for (const seal of chain.filter((each) => each.lastSeq <= reached)) {
      const sealed = lines.filter((line) => line.seq > previous.lastSeq && line.seq <= seal.lastSeq);
      if (!(await isSealed(secret, { hash: seal.hash, previous: previous.hash }, sealed)))
        return { rows, seals, brokenAfter: previous.lastSeq };
      rows += sealed.length;
      seals += 1;
      previous = seal;
    }
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

/** Rows of one statement: up to 450 bytes each with a long reason, and one parameter may have 2 MB. */
const REVEALED_AT_ONCE = 1500;

/** A file that held whole ID numbers, told of each person in it, so that everybody can see who had theirs and why. */
export const revealRows = (
  workerIds: string[],
  { key, at, actor, reason }: { key: string; at: number; actor: string; reason: string },
): Query[] =>
  Array.from({ length: Math.ceil(workerIds.length / REVEALED_AT_ONCE) }, (_, i) =>
    insertMany(
      audit,
      ['key', 'at', 'actor', 'action', 'subject', 'detail'],
      workerIds.slice(i * REVEALED_AT_ONCE, (i + 1) * REVEALED_AT_ONCE).map((subject) => ({
        key: `${key}:${subject}`,
        at,
        actor,
        action: 'id_number.reveal',
        subject,
        detail: { reason, file: true },
      })),
    ),
  ).flat();

/** Who looked at a person's whole ID number, newest first; asked for all the entries that are theirs. */
export const revealsOf = (orm: Orm, entries: SQL, limit: number) =>
  orm
    .select({ at: audit.at, actor: audit.actor, detail: audit.detail })
    .from(audit)
    .where(and(inArray(audit.subject, entries), sql`action = 'id_number.reveal'`))
    .orderBy(desc(audit.seq))
    .limit(limit);

export const lastSeal = (orm: Orm) => orm.select().from(auditSeal).orderBy(desc(auditSeal.lastSeq)).limit(1);
