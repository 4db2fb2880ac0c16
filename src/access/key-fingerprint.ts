import { eq } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { setting } from './access.tables.ts';
import { mac, macKey } from './keys.ts';

/**
 * What tells one secret from another and nothing of it. Kept beside what was written with it, and
 * printed for the operator.
 */
export async function fingerprintOf(secret: string): Promise<string> {
  return (await mac(await macKey(secret, 'fingerprint'), 'songxing')).slice(0, 12);
}

const NAME = 'key_fingerprint';

/**
 * Whether the secret is the one that the data was written with. With another one nothing could be
 * read, ID numbers would be registered twice, and nobody would notice for a while. The first secret
 * that meets a database is its own from then on.
 */
export async function holdsKey(db: Database, secret: string): Promise<boolean> {
  const own = await fingerprintOf(secret);
  const [, [kept]] = await db.batch([
    db.orm.insert(setting).values({ name: NAME, value: own }).onConflictDoNothing(),
    db.orm.select({ value: setting.value }).from(setting).where(eq(setting.name, NAME)),
  ]);
  return kept?.value === own;
}

/**
 * As `holdsKey`, of a database that nothing serves yet; null where it was never written with any.
 */
export async function keptFingerprint(d1: D1Database): Promise<string | null> {
  const row = await d1
    .prepare(`select value from setting where name = '${NAME}'`)
    .first<{ value: string }>();
  return row === null ? null : (JSON.parse(row.value) as string);
}

/** Asked once an isolate: a secret does not change while it runs. */
let fitting: string | undefined;

/** As `holdsKey`, for each request. */
export async function keyFits(env: { SECRET: string }, db: Database): Promise<boolean> {
  if (fitting === env.SECRET) return true;
  const fits = await holdsKey(db, env.SECRET);
  if (fits) fitting = env.SECRET;
  return fits;
}
