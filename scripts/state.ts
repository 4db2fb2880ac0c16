/** The state folder of a local server: its database, its workflows, its secret. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare';
import { DATABASE_WORKER, scriptDatabase } from './script-database.ts';

/** The day whose behaviour of the runtime is asked for, here and in wrangler.toml. */
export const COMPATIBILITY_DATE = '2026-11-02';
const root = path.resolve(import.meta.dirname, '..');
const migrations = path.join(root, 'migrations');

const locks: DatabaseSync[] = [];

/**
 * Takes a state folder for this process; false where another has it. The lock is the system's own
 * on a file, so that it ends with the process however that ends, and no number of a process that is
 * long gone can stand in the way.
 */
export function holdState(state: string): boolean {
  try {
    const lock = new DatabaseSync(path.join(state, 'lock'));
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
    locks.push(lock);
    return true;
  } catch {
    return false;
  }
}

/** Whether a port can be listened on. */
export function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, host, () =>
      probe.close(() => {
        resolve(true);
      }),
    );
  });
}

/** 32 bytes in base64 are 44 characters. */
const SHORTEST_SECRET = 32;

/**
 * The master secret of this folder, made on first use and readable by its owner only. Null where it
 * is gone and its data is not.
 */
export async function secretOf(state: string): Promise<string | null> {
  const file = path.join(state, 'secret');
  const known = (await readFile(file, 'utf8').catch(() => '')).trim();
  // A disk that was full leaves an empty file: nothing may be derived from that.
  if (known.length >= SHORTEST_SECRET) return known;
  if ((await readdir(database(state)).catch(() => [])).some((name) => name.endsWith('.sqlite')))
    return null;
  const secret = randomBytes(32).toString('base64');
  await mkdir(state, { recursive: true });
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}

/** Whether migrations are missing, by a look at the file while nothing else has it open. */
export async function isBehind(state: string): Promise<boolean> {
  const folder = database(state);
  const wanted = await migrationFiles();
  for (const file of await readdir(folder).catch(() => [])) {
    if (!/^[0-9a-f]{64}\.sqlite$/.test(file)) continue;
    try {
      const db = new DatabaseSync(path.join(folder, file), { readOnly: true });
      const done = new Set(
        db
          .prepare('select name from d1_migrations')
          .all()
          .map((row) => row['name']),
      );
      db.close();
      return wanted.some((name) => !done.has(name));
    } catch {
      return true;
    }
  }
  return true;
}

/**
 * Applies the missing migrations, each in one batch with its own mark. Returns whether any account
 * exists.
 */
export async function migrate(db: D1Database): Promise<boolean> {
  await db
    .prepare(
      `create table if not exists d1_migrations(id integer primary key autoincrement, ` +
        `name text unique, applied_at timestamp default current_timestamp not null)`,
    )
    .run();
  const { results } = await db.prepare('select name from d1_migrations').all<{ name: string }>();
  const done = new Set(results.map((row) => row.name));
  for (const name of await migrationFiles()) {
    if (done.has(name)) continue;
    const statements = (await readFile(path.join(migrations, name), 'utf8'))
      .split('--> statement-breakpoint')
      .map((sql) => sql.trim())
      .filter(Boolean);
    await db.batch([
      ...statements.map((sql) => db.prepare(sql)),
      db.prepare('insert into d1_migrations(name) values (?)').bind(name),
    ]);
  }
  return (await db.prepare('select 1 from account limit 1').first()) !== null;
}

/** Opens only the database of a state folder, before the server starts on it. */
export async function withDatabase<T>(
  state: string,
  use: (db: D1Database) => Promise<T>,
): Promise<T> {
  const mf = new Miniflare(
    convertV4MiniflareOptions({
      ...baseOptions(state),
      name: 'migrate',
      modules: true,
      script: DATABASE_WORKER,
      compatibilityDate: COMPATIBILITY_DATE,
      d1Databases: { DB: 'songxing' },
    }),
  );
  try {
    return await use(
      scriptDatabase((body) => mf.dispatchFetch('http://database', { method: 'POST', body })),
    );
  } finally {
    await mf.dispose();
  }
}

/** What every Miniflare on a state folder has in common. */
export function baseOptions(state: string) {
  return {
    host: '127.0.0.1',
    port: 0,
    resourcePersistencePath: state,
    cf: false as const,
    logRequests: false,
    telemetry: { enabled: false },
    log: new Log(LogLevel.ERROR),
  };
}

async function migrationFiles(): Promise<string[]> {
  return (await readdir(migrations)).filter((file) => file.endsWith('.sql')).sort();
}

function database(state: string): string {
  return path.join(state, 'd1/miniflare-D1DatabaseObject');
}
