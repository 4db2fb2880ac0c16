/**
 * Serves the app from .build/ through Miniflare's own API. `npm start` builds, migrates and seeds
 * before it.
 */
import { watch } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { buildAll } from './build.ts';
import { DEMO_SIGN_INS } from './seed/town.ts';
import { fingerprintOf, keptFingerprint } from '../src/access/key-fingerprint.ts';
import { setUpToken } from '../src/access/set-up-link.ts';
import {
  baseOptions,
  COMPATIBILITY_DATE,
  holdState,
  isBehind,
  isFree,
  migrate,
  secretOf,
  withDatabase,
} from './state.ts';

const root = path.resolve(import.meta.dirname, '..');
const { values: args } = parseArgs({
  options: {
    port: { type: 'string', default: '8787' },
    host: { type: 'string', default: '127.0.0.1' },
    state: { type: 'string', default: path.join(root, '.state') },
    seed: { type: 'string', default: 'demo' },
    cron: { type: 'string', default: '60' },
    'no-build': { type: 'boolean', default: false },
    'robot-hosts': { type: 'string', default: '' },
    watch: { type: 'boolean', default: false },
  },
});
const port = Number(args.port);
const state = path.resolve(args.state);
const cronMs = Number(args.cron) * 1000;
if (!Number.isInteger(port) || !['demo', 'none'].includes(args.seed) || !(cronMs > 0)) {
  console.error(
    'usage: npm start -- [--port N] [--state DIR] [--seed demo|none] [--robot-hosts HOST,…]',
  );
  process.exit(2);
}
process.env['MINIFLARE_WORKERD_V8_FLAGS'] ??= '--max-old-space-size=256 --max-semi-space-size=4';

function refuse(why: string): never {
  console.error(why);
  process.exit(1);
}

// What is in it is for its owner only.
await mkdir(state, { recursive: true, mode: 0o700 });
await chmod(state, 0o700);
// Held as long as this process lives, and not a moment longer.
if (!holdState(state)) refuse(`Another server is using ${state}. Choose another --state.`);
if (!(await isFree(args.host, port))) refuse(`Port ${port} is in use. Choose another with --port.`);

if (!args['no-build']) await buildAll();
const secret =
  (await secretOf(state)) ??
  refuse(
    `The secret of ${state} is gone (file "secret"). Put it back: without it the ID numbers in ` +
      `its database cannot be read, and a new one must not be made.`,
  );
const needsSeed =
  args.seed === 'demo' && !(await readFile(path.join(state, 'seeded'), 'utf8').catch(() => ''));
if (needsSeed || (await isBehind(state)))
  await withDatabase(state, async (db) => {
    const inUse = await migrate(db);
    // Loaded only where it is needed: a server that starts again has to be back soon.
    if (args.seed === 'demo' && !inUse)
      await (await import('./seed/demo.ts')).seedDemo(db, secret, Date.now());
    if (args.seed === 'demo') await writeFile(path.join(state, 'seeded'), 'demo');
  });

async function options() {
  return convertV4MiniflareOptions({
    ...baseOptions(state),
    name: 'songxing',
    modules: [
      {
        type: 'ESModule',
        path: 'worker.mjs',
        contents: await readFile(path.join(root, '.build/worker.js'), 'utf8'),
      },
    ],
    compatibilityDate: COMPATIBILITY_DATE,
    compatibilityFlags: ['nodejs_compat'],
    d1Databases: { DB: 'songxing' },
    r2Buckets: { PHOTOS: 'photos' },
    workflows: { DISPATCH: { name: 'dispatch-batch', className: 'DispatchBatch' } },
    assets: {
      directory: path.join(root, '.build/assets'),
      binding: 'ASSETS',
      run_worker_first: true,
    },
    bindings: {
      SECRET: secret,
      ENVIRONMENT: 'local',
      ROBOT_HOSTS: args['robot-hosts'],
      CLOCK: args.seed === 'demo' ? 'movable' : 'real',
    },
    unsafeDirectSockets: [{ host: args.host, port, entrypoint: 'Web' }],
    handleStructuredLogs: ({ message }: { message: string }) =>
      process.stdout.write(`${message}\n`),
    unsafeHandleRuntimeRestart: () => void tick(),
  });
}

let stopping = false;
let mf: Miniflare | undefined;
/** The stub is fetched anew each time: after a restart of workerd an old one throws. */
async function tick(): Promise<void> {
  if (stopping || !mf) return;
  try {
    await (await mf.getWorker()).scheduled({ cron: '* * * * *', scheduledTime: new Date() });
  } catch (error) {
    console.error('cron', error instanceof Error ? error.message : error);
  }
}

/**
 * A signal is ours from the first moment: one that comes while the runtime starts would be taken by
 * it, and lost.
 */
function listen(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.removeAllListeners(signal);
    process.on(signal, () => void stop());
  }
}

let timer: ReturnType<typeof setInterval> | undefined;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  clearInterval(timer);
  await mf?.dispose();
  process.exit(0);
}

const built = await options();
listen();
mf = new Miniflare(built);
listen();
await mf.ready;
listen();
timer = setInterval(() => void tick(), cronMs);

const served = await mf.getD1Database('DB');
const kept = await keptFingerprint(served);
const own = await fingerprintOf(secret);
if (kept !== null && kept !== own) {
  await mf.dispose();
  refuse(
    `The database in ${state} was written with another secret (its fingerprint is ${kept}, ` +
      `this one's ${own}).`,
  );
}

async function hasAccounts(): Promise<boolean> {
  return (await served.prepare('select 1 from account limit 1').first()) !== null;
}

await tick();
const address = `http://${args.host === '127.0.0.1' ? 'localhost' : args.host}:${port}`;
console.log(`\n  送行 Songxing is running at ${address}\n`);
if (args.seed === 'demo') {
  console.log('  Sign in to the demo town with one of these phone numbers and its password:\n');
  for (const line of DEMO_SIGN_INS)
    console.log(`    ${line.role.padEnd(14)} ${line.phone}   ${line.password}   ${line.name}`);
} else if (!(await hasAccounts()))
  console.log(
    `  Nobody can sign in yet. The administrator is set up here, once:\n\n    ${address}` +
      `/set-up/${await setUpToken(secret)}`,
  );
console.log('\n  Ctrl-C stops it.\n');

if (args.watch) {
  let pending: NodeJS.Timeout | undefined;
  const rebuild = async (): Promise<void> => {
    try {
      await buildAll();
      await mf?.setOptions(await options());
      await tick();
      console.log('rebuilt');
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
  };
  for (const folder of ['src', 'views'])
    watch(path.join(root, folder), { recursive: true }, () => {
      clearTimeout(pending);
      pending = setTimeout(() => void rebuild(), 150);
    });
}
