/** A server for measuring: a town of a given size, served by the launcher as `npm start` does. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate, secretOf, withDatabase } from '../state.ts';
import { idTime } from '../../src/ids.ts';
import { seedDemo } from '../seed/demo.ts';

/** A served town; `pid` is the launcher's, whose child the runtime is. */
export type Town = { url: string; pid: number; stop: () => Promise<void> };

/**
 * Seeds a town into a folder of its own and serves it, until it is stopped; then the folder goes.
 * Throws where nothing listens after half a minute.
 * @param people how many are in its register
 * @param times how many times over each of them is in it
 */
export async function serveTown(people: number, port: number, times = 1): Promise<Town> {
  const state = await mkdtemp(path.join(tmpdir(), 'songxing-bench-'));
  await seedInto(state, people, times);
  const child = launch(state, port);
  const url = `http://localhost:${port}`;
  await answering(url);
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    await new Promise((resolve) => {
      child.once('exit', resolve);
    });
    await rm(state, { recursive: true, force: true });
  };
  return { url, pid: child.pid ?? 0, stop };
}

async function seedInto(state: string, people: number, times: number): Promise<void> {
  const secret = (await secretOf(state)) ?? '';
  await withDatabase(state, async (db) => {
    await migrate(db);
    await seedDemo(db, secret, Date.now(), people);
    await multiply(db, times);
    await db.prepare('analyze').run();
  });
  await writeFile(path.join(state, 'seeded'), 'bench');
}

/**
 * Copies everybody in the register so many times over, each copy with an id and an ID number of its
 * own. A million people would take minutes to invent and encrypt; what is measured are indexes, and
 * to them a copy is a person.
 */
async function multiply(db: D1Database, times: number): Promise<void> {
  const { results } = await db
    .prepare('select name from pragma_table_info(?)')
    .bind('worker')
    .all<{ name: string }>();
  const columns = results.map(({ name }) => name);
  const copied = (name: string): string => {
    if (name === 'id') return '?1 || substr(id, 11)';
    return name === 'id_number_index' ? 'id_number_index || ?1' : name;
  };
  const { count } = (await db
    .prepare('select count(*) as count from worker')
    .first<{ count: number }>())!;
  for (let i = 1; i < times; i++)
    await db
      .prepare(
        `insert into worker (${columns.join(', ')}) select ${columns.map(copied).join(', ')}
          from (select * from worker order by id desc limit ?2)`,
      )
      .bind(idTime(Date.now() - 400 * 86_400_000 + i), count)
      .run();
}

function launch(state: string, port: number): ChildProcess {
  const args = [
    'scripts/serve.ts',
    '--no-build',
    '--port',
    String(port),
    '--state',
    state,
    '--cron',
    '3600',
  ];
  return spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function answering(url: string): Promise<void> {
  for (let i = 0; ; i++) {
    try {
      if ((await fetch(`${url}/healthz`)).ok) return;
    } catch {
      if (i > 600) throw new Error('the server did not start');
    }
    await sleep(50);
  }
}

/** Resident memory of the runtime, in kB. */
export function runtimeMemory(launcher: number): number {
  return ofRuntime(launcher, 'rss');
}

const TICK_MS = 10;

/**
 * Processor time that the runtime has taken so far, in milliseconds: unlike a time on the wall it
 * says little of who else is busy.
 */
export function runtimeProcessorMs(launcher: number): number {
  const stat =
    readFileSync(`/proc/${ofRuntime(launcher, 'pid')}/stat`, 'utf8').split(') ')[1] ?? '';
  const [user, system] = stat.split(' ').slice(11, 13).map(Number);
  return ((user ?? 0) + (system ?? 0)) * TICK_MS;
}

/** What ps tells of the runtime (workerd) that a launcher started. */
function ofRuntime(launcher: number, column: 'rss' | 'pid'): number {
  const children = execFileSync('ps', ['-o', `${column}=,comm=`, '--ppid', String(launcher)], {
    encoding: 'utf8',
  });
  const line = children.split('\n').find((each) => each.includes('workerd')) ?? '0';
  return Number(line.trim().split(/\s+/)[0]);
}
