/**
 * Builds the Worker and its assets into .build/: what is served locally, tested and deployed is the
 * same.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type BuildOptions, stop, transform } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const out = path.join(root, '.build');
const assets = path.join(out, 'assets');

/**
 * The oldest browsers that get everything: Windows 7 and older Android, iPhones of 2020. Older ones
 * get plain forms.
 */
export const BASELINE = {
  target: ['chrome86', 'safari14'],
  // They read both; esbuild is wary of rare cases that nobody writes here (a spread in an optional
  // call, before Chrome 91).
  supported: { destructuring: true, 'optional-chain': true },
} satisfies BuildOptions;

/** How a Worker is bundled here: the app, and the bench's baseline that it is compared with. */
export const WORKER_BUNDLE = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2024',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  conditions: ['workerd', 'worker', 'import'],
  external: ['cloudflare:*', 'node:*'],
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  legalComments: 'none',
  charset: 'utf8',
} satisfies BuildOptions;

/** Builds everything anew, each asset under a name that says what is in it. */
export async function buildAll(): Promise<void> {
  await rm(assets, { recursive: true, force: true });
  await mkdir(assets, { recursive: true });
  const names = {
    css: await named('app', 'css', await bundled('views/assets/app.css', 'esm')),
    print: await named('print', 'css', await bundled('views/assets/print.css', 'esm')),
    app: await named('app', 'js', await bundled('src/client/app.ts', 'iife')),
    queue: await named('queue', 'js', await bundled('src/client/queue/queue.ts', 'iife')),
    rollCall: await named('roll-call', 'js', await bundled('src/client/roll-call/main.ts', 'iife')),
    serviceWorker: await named(
      'service-worker',
      'js',
      await bundled('src/client/service-worker.ts', 'iife'),
    ),
    square: await named('square', 'js', await bundled('src/client/roll-call/square.ts', 'esm')),
    scanner: await named('scanner', 'js', await bundled('src/client/roll-call/scanner.ts', 'esm')),
    scannerWasm: await named(
      'zxing-reader',
      'wasm',
      await readFile(path.join(root, 'node_modules/zxing-wasm/dist/reader/zxing_reader.wasm')),
    ),
    icon: await named('icon', 'svg', await readFile(path.join(root, 'views/assets/icon.svg'))),
    htmx: await named('htmx', 'js', await lowered('node_modules/htmx.org/dist/htmx.min.js')),
  };
  await build({
    entryPoints: [path.join(root, 'src/index.ts')],
    outfile: path.join(out, 'worker.js'),
    ...WORKER_BUNDLE,
    define: { SONGXING_ASSETS: JSON.stringify(names), 'process.env.NODE_ENV': '"production"' },
  });
  await stop();
}

async function bundled(entry: string, format: 'iife' | 'esm') {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, entry)],
    bundle: true,
    minify: true,
    write: false,
    format,
    ...BASELINE,
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    charset: 'utf8',
  });
  return outputFiles[0]!.contents;
}

/** A script of a library as it is, but for what is newer than the baseline. */
async function lowered(file: string): Promise<Uint8Array> {
  const source = await readFile(path.join(root, file), 'utf8');
  const { code } = await transform(source, {
    ...BASELINE,
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
  });
  return new TextEncoder().encode(code);
}

async function named(name: string, extension: string, contents: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 10);
  const file = `${name}.${hash}.${extension}`;
  await writeFile(path.join(assets, file), contents);
  return `/assets/${file}`;
}

if (process.argv[1] === import.meta.filename) {
  await buildAll();
  console.log('built .build/worker.js');
}
