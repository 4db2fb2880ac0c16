/** Serves the baseline: a bare route on a database of its own, with one batch in it. */
import path from 'node:path';
import { build } from 'esbuild';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { WORKER_BUNDLE } from '../build.ts';
import { COMPATIBILITY_DATE } from '../state.ts';
import { aBatch } from './snapshot.ts';

/** A bare server that runs until it is stopped. */
export type Bare = { url: string; stop: () => Promise<void> };

/** Starts the bare server on a port of this machine. */
export async function serveBaseline(port: number): Promise<Bare> {
  const snapshot = aBatch();
  const mf = new Miniflare(
    convertV4MiniflareOptions({
      name: 'baseline',
      modules: [{ type: 'ESModule', path: 'worker.mjs', contents: await bundled() }],
      compatibilityDate: COMPATIBILITY_DATE,
      compatibilityFlags: ['nodejs_compat'],
      d1Databases: { DB: 'baseline' },
      bindings: { SNAPSHOT: snapshot as never },
      unsafeDirectSockets: [{ host: '127.0.0.1', port, entrypoint: 'Web' }],
      cf: false,
    }),
  );
  await fill(await mf.getD1Database('DB'), snapshot);
  return { url: `http://localhost:${port}`, stop: () => mf.dispose() };
}

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'baseline.tsx')],
    ...WORKER_BUNDLE,
    write: false,
    define: { SONGXING_ASSETS: JSON.stringify({ css: '/a', app: '/b', htmx: '/c' }) },
  });
  return outputFiles[0]!.text;
}

type BareDatabase = Awaited<ReturnType<Miniflare['getD1Database']>>;

async function fill(db: BareDatabase, { id: batchId, placements }: Snapshot): Promise<void> {
  await db
    .prepare('create table placement (id text primary key, batch_id text, name text, papers text)')
    .run();
  await db.prepare('create index placement_batch on placement (batch_id)').run();
  await db.batch(
    placements.map(({ id, name, papers }) =>
      db
        .prepare('insert into placement values (?, ?, ?, ?)')
        .bind(id, batchId, name, JSON.stringify(papers)),
    ),
  );
}
