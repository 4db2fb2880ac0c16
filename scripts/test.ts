/** `npm test`: everything. Installs the browsers that are missing, runs the quick checks, then all tests. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { OLD_CHROMIUMS, oldChromium } from './engines.ts';
import { CHROMIUM, newestChromium, QUICK } from './newest-chromium.ts';

const run = (command: string, args: string[]): void => {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
};
const apt = (args: string[]): void =>
  process.getuid?.() === 0 ? run('apt-get', args) : run('sudo', ['apt-get', ...args]);

const isOffered = (name: string): boolean => spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0;
/** The quicker Chromium of the two, where this machine's system has it. */
const betterChromium = (): string[] => (newestChromium() === CHROMIUM && isOffered(QUICK.name) ? [QUICK.name] : []);

/** What the browser tests drive: a WebKit with the screen and bus that it wants, certificates for TLS; Chromium comes apart. */
const PROGRAMS: Record<string, string[]> = {
  '/usr/bin/WebKitWebDriver': ['webkit2gtk-driver'],
  '/usr/bin/xvfb-run': ['xvfb', 'xauth'],
  '/usr/bin/dbus-run-session': ['dbus'],
  '/usr/bin/openssl': ['openssl'],
};
const missing = Object.entries(PROGRAMS).flatMap(([file, packages]) => (existsSync(file) ? [] : packages));
const lacksChromium = !existsSync(newestChromium());
if (missing.length > 0 || lacksChromium || betterChromium().length > 0) {
  console.log('Installing the browsers that the tests need (once)…');
  apt(['update', '-qq']);
  if (lacksChromium) missing.push(isOffered(QUICK.name) ? QUICK.name : 'chromium', 'fonts-noto-cjk');
  apt(['install', '-y', '-qq', ...missing, ...betterChromium()]);
}

for (const version of OLD_CHROMIUMS) oldChromium(version);

run(process.execPath, ['scripts/check.ts']);
run(process.execPath, ['scripts/build.ts']);
run('vitest', ['run', ...process.argv.slice(2)]);
