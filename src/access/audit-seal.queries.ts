import { asc, desc, gt, sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { audit, auditSeal } from './access.tables.ts';
import { peopleHashes } from './audit-people.queries.ts';
import { mac, macKey, sha256 } from './keys.ts';
import type { Orm } from '../db/orm.ts';

type Row = typeof audit.$inferSelect;
/** A row as it is sealed: with one hash for its people, where it has any. */
type Sealed = { row: Row; people: string | undefined };

function canonical({ row, people }: Sealed): string {
  return JSON.stringify([
    row.seq,
    row.key,
    row.at,
    row.actor,
    row.action,
    row.subject,
    row.detail,
    ...(people === undefined ? [] : [people]),
  ]);
}

async function withPeople(db: Database, after: number, rows: Row[]): Promise<Sealed[]> {
  const hashes = await peopleHashes(db, { after, upTo: rows.at(-1)?.seq ?? after });
  return rows.map((row) => ({ row, people: hashes.get(row.seq) }));
}

const SEAL_ROWS = 1000;
/** What one run seals at the most: more than a station writes in a day. */
const SEALS_A_RUN = 50;

/** Seals made before seals were keyed bear no such mark. */
const KEYED = 'k1.';

/**
 * A link of the chain: a keyed hash (HMAC-SHA-256) of the one before and of these rows. Without the
 * key none can be made anew.
 */
async function sealOf(secret: string, previous: string, rows: Sealed[]): Promise<string> {
  return (
    KEYED +
    (await mac(await macKey(secret, 'audit seal'), [previous, ...rows.map(canonical)].join('\n')))
  );
}

async function isSealed(
  secret: string,
  { hash, previous }: { hash: string; previous: string },
  rows: Sealed[],
): Promise<boolean> {
  if (hash.startsWith(KEYED)) return hash === (await sealOf(secret, previous, rows));
  // From before there was a key: believed only where no keyed seal precedes it.
  return (
    !previous.startsWith(KEYED) &&
    hash === (await sha256([previous, ...rows.map(canonical)].join('\n')))
  );
}

/**
 * Seals the rows since the last seal into the chain, until none is left. Runs every minute, so that
 * writes need not wait for one another; what is sealed can no longer be changed or removed
 * unnoticed.
 */
export async function sealAudit(db: Database, secret: string, now: number): Promise<number> {
  let sealed = 0;
  for (let run = 0; run < SEALS_A_RUN; run++) {
    const rows = await sealSome(db, secret, now);
    sealed += rows;
    if (rows < SEAL_ROWS) break;
  }
  return sealed;
}

async function sealSome(db: Database, secret: string, now: number): Promise<number> {
  const [[last]] = await db.batch([
    db.orm.select().from(auditSeal).orderBy(desc(auditSeal.lastSeq)).limit(1),
  ]);
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
  const sealed = await withPeople(db, last?.lastSeq ?? 0, rows);
  const hash = await sealOf(secret, last?.hash ?? '', sealed);
  // Only onto the seal that was read: of two who seal at once, the second writes nothing.
  const onto = sql`select ${newest.seq}, ${hash}, ${now} where coalesce((select max(last_seq)
    from audit_seal), 0) = ${last?.lastSeq ?? 0}`;
  await db.batch([db.orm.insert(auditSeal).select(onto)]);
  return rows.length;
}

export type Verification = { rows: number; seals: number; brokenAfter: number | null };

const VERIFIED_AT_ONCE = 2000;

/**
 * Recomputes the whole chain, a few thousand rows a round trip. `brokenAfter` is the seal after
 * which a row was changed, removed or slipped in.
 */
export async function verifyAudit(db: Database, secret: string): Promise<Verification> {
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
    // The newest seal is always a keyed one: a chain that was made anew without the key ends in one
    // that is not.
    if (chain.length === 0)
      return {
        rows,
        seals,
        brokenAfter: seals > 0 && !previous.hash.startsWith(KEYED) ? previous.lastSeq : null,
      };
    const known = await withPeople(db, previous.lastSeq, lines);
    const reached =
      lines.length < VERIFIED_AT_ONCE ? Number.POSITIVE_INFINITY : (lines.at(-1)?.seq ?? 0);
    for (const seal of chain.filter((each) => each.lastSeq <= reached)) {
      const sealed = known.filter(
        ({ row }) => row.seq > previous.lastSeq && row.seq <= seal.lastSeq,
      );
      if (!(await isSealed(secret, { hash: seal.hash, previous: previous.hash }, sealed)))
        return { rows, seals, brokenAfter: previous.lastSeq };
      rows += sealed.length;
      seals += 1;
      previous = seal;
    }
  }
}

export function lastSeal(orm: Orm) {
  return orm.select().from(auditSeal).orderBy(desc(auditSeal.lastSeq)).limit(1);
}
