/** `npm test`: everything. Installs Chromium where it is missing, runs the quick checks, then all tests. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const run = (command: string, args: string[]): void => {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
if (!existsSync(CHROMIUM)) {
  console.log('Installing Chromium and a Chinese font for the browser tests (once)…');
  const apt = (args: string[]) => (process.getuid?.() === 0 ? run('apt-get', args) : run('sudo', ['apt-get', ...args]));
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk']);
}

run(process.execPath, ['scripts/check.ts']);
run(process.execPath, ['scripts/build.ts']);
run('vitest', ['run', ...process.argv.slice(2)]);
