/** `npm test`: everything. Installs the browsers that are missing, runs the quick checks, then all tests. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { OLD_CHROMIUMS, oldChromium } from './engines.ts';

const run = (command: string, args: string[]): void => {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};

/** What the browser tests drive: the newest Chromium, a WebKit with the screen and bus that it wants, certificates for TLS. */
const PROGRAMS: Record<string, string[]> = {
  [process.env['CHROMIUM'] ?? '/usr/bin/chromium']: ['chromium', 'fonts-noto-cjk'],
  '/usr/bin/WebKitWebDriver': ['webkit2gtk-driver'],
  '/usr/bin/xvfb-run': ['xvfb', 'xauth'],
  '/usr/bin/dbus-run-session': ['dbus'],
  '/usr/bin/openssl': ['openssl'],
};
const missing = Object.entries(PROGRAMS).flatMap(([file, packages]) => (existsSync(file) ? [] : packages));
if (missing.length > 0) {
  console.log(`Installing what the browser tests need (once): ${missing.join(', ')}…`);
  const apt = (args: string[]) => (process.getuid?.() === 0 ? run('apt-get', args) : run('sudo', ['apt-get', ...args]));
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', ...missing]);
}

for (const version of OLD_CHROMIUMS) oldChromium(version);

run(process.execPath, ['scripts/check.ts']);
run(process.execPath, ['scripts/build.ts']);
run('vitest', ['run', ...process.argv.slice(2)]);
