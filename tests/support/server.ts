/**
 * The real server as `npm start` runs it, on a state folder of its own, in a process group that can
 * be killed.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import { Rows } from './rows.ts';

/**
 * A port that nobody listens on. Not one of those that the system gives to outgoing connections: a
 * server that is killed has to find its own free again.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    const isFree = await new Promise<boolean>((resolve) => {
      const probe = createServer().unref();
      probe.on('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
    });
    if (isFree) return port;
  }
}

type Setting = { prepare?: (stopped: Server) => Promise<void> | void; extra?: string[] };

export class Server {
  readonly state: string;
  readonly url: string;
  private readonly port: number;
  private child: ChildProcess | null = null;
  output = '';

  /** What the launcher is told beside. */
  private readonly extra: string[];

  private constructor(state: string, port: number, extra: string[] = []) {
    this.state = state;
    this.port = port;
    this.extra = extra;
    this.url = `http://localhost:${port}`;
  }

  /**
   * A server on a copy of the freshly seeded demo town, which is made once for all tests of a run.
   * @param prepare writes into that copy before it is served
   * @param extra what the launcher is told besides
   */
  static async onDemoTown({ prepare, extra = [] }: Setting = {}): Promise<Server> {
    const template = path.join(tmpdir(), `songxing-town-${process.ppid}`);
    // Of two files that begin at once, one seeds and the other waits for it.
    const isFirst = await mkdir(`${template}-begun`).then(
      () => true,
      () => false,
    );
    if (isFirst) {
      const seeder = new Server(template, await freePort());
      await seeder.start();
      await seeder.stop();
      await writeFile(path.join(template, 'ready'), '');
    }
    while (!existsSync(path.join(template, 'ready'))) await sleep(200);
    const state = await mkdtemp(path.join(tmpdir(), 'songxing-state-'));
    await cp(template, state, { recursive: true });
    const server = new Server(state, await freePort(), extra);
    await prepare?.(server);
    await server.start();
    return server;
  }

  async start(): Promise<void> {
    const args = [
      'scripts/serve.ts',
      '--no-build',
      '--port',
      String(this.port),
      '--state',
      this.state,
      '--seed',
      'demo',
      '--cron',
      '2',
      ...this.extra,
    ];
    const child = spawn(process.execPath, args, {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    const hear = (chunk: Buffer) => {
      this.output += chunk.toString();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    for (let i = 0; i < 1200; i++) {
      if (child.exitCode !== null) throw new Error(`the server ended: ${this.output.slice(-2000)}`);
      try {
        if ((await fetch(`${this.url}/healthz`, { signal: AbortSignal.timeout(5000) })).ok) return;
      } catch {
        // Not listening yet.
      }
      await sleep(50);
    }
    throw new Error(`the server did not start: ${this.output.slice(-2000)}`);
  }

  private ended(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      child.once('exit', () => resolve());
    });
  }

  async stop(): Promise<void> {
    this.child?.kill('SIGINT');
    await this.ended();
  }

  /** `kill -9` to the whole group: launcher, workerd, everything. */
  async kill(): Promise<void> {
    const pid = this.child?.pid;
    const ended = this.ended();
    if (pid) process.kill(-pid, 'SIGKILL');
    await ended;
  }

  forgetWorkflows(): Promise<void> {
    return rm(path.join(this.state, 'workflows'), { recursive: true, force: true });
  }

  private database(readOnly: boolean): DatabaseSync {
    const folder = path.join(this.state, 'd1/miniflare-D1DatabaseObject');
    const file = readdirSync(folder).find((name) => /^[0-9a-f]{64}\.sqlite$/.test(name));
    return new DatabaseSync(path.join(folder, file ?? ''), { readOnly });
  }

  /** Writes into the database file of a stopped server: what would take a person a day to enter. */
  write(sql: string, ...values: string[]): void {
    const db = this.database(false);
    try {
      db.prepare(sql).run(...values);
    } finally {
      db.close();
    }
  }

  /** Reads the database file of a stopped server. */
  query<T>(sql: string, ...values: string[]): T[] {
    const db = this.database(true);
    try {
      return db.prepare(sql).all(...values) as T[];
    } finally {
      db.close();
    }
  }

  /** The rows of the database file: read at any time, written while the server is stopped. */
  readonly rows = new Rows(
    drizzle(
      (text, values: SQLInputValue[], method) => {
        const db = this.database(method !== 'run');
        try {
          const statement = db.prepare(text);
          if (method === 'run') return Promise.resolve({ rows: [statement.run(...values)] });
          statement.setReturnArrays(true);
          return Promise.resolve({ rows: statement.all(...values) });
        } finally {
          db.close();
        }
      },
      undefined,
      { casing: 'snake_case' },
    ),
  );

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.state, { recursive: true, force: true });
  }
}
