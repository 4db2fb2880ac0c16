/**
 * Runs a script with the Node that the project pins, whatever Node the machine has. Installs what
 * is missing first, so that `npm start` and `npm test` work on a fresh clone. Plain JavaScript,
 * because an older Node reads this file.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bin = path.join(root, 'node_modules/.bin');
const marker = path.join(root, 'node_modules/.package-lock.json');

if (!existsSync(marker)) install();

const { devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const pinned = devDependencies.node;
const nodeBinary = path.join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');
const found = versionOf(nodeBinary);
if (found !== `v${pinned}`) {
  console.error(`The pinned Node ${pinned} is not in place (found ${found}).`);
  console.error(
    'npm may have skipped its install script: ' +
      'run "npm rebuild node workerd esbuild" and try again.',
  );
  process.exit(1);
}

const child = spawn(nodeBinary, process.argv.slice(2), {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));

function install() {
  console.log('Installing what is missing (once)…');
  // Not `npm ci`: it refuses a lockfile that lacks the optional builds for platforms other than the
  // one it was made on.
  const { status } = spawnSync(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}

function versionOf(node) {
  try {
    return execFileSync(node, ['-v'], { encoding: 'utf8' }).trim();
  } catch {
    return 'none';
  }
}
