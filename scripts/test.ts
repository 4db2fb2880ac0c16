/**
 * `npm test`: everything. Installs the browsers that are missing, runs the quick checks, then all
 * tests.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { OLD_CHROMIUMS, oldChromium } from './engines.ts';
import { CHROMIUM, newestChromium, QUICK } from './newest-chromium.ts';

/**
 * What else the browser tests drive: a WebKit with the screen and bus that it wants, certificates
 * for TLS.
 */
const PROGRAMS: Record<string, string[]> = {
  '/usr/bin/WebKitWebDriver': ['webkit2gtk-driver'],
  '/usr/bin/xvfb-run': ['xvfb', 'xauth'],
  '/usr/bin/dbus-run-session': ['dbus'],
  '/usr/bin/openssl': ['openssl'],
};
if (missing().length > 0) {
  console.log(`Installing what the browser tests need (once): ${missing().join(', ')}…`);
  apt(['update', '-qq']);
  // Asked again: only now is it known what is offered.
  apt(['install', '-y', '-qq', ...missing()]);
}

for (const version of OLD_CHROMIUMS) oldChromium(version);

run(process.execPath, ['scripts/check.ts']);
run(process.execPath, ['scripts/build.ts']);
run('vitest', ['run', ...process.argv.slice(2)]);

function missing(): string[] {
  return [
    ...chromiumPackages(),
    ...Object.entries(PROGRAMS).flatMap(([file, packages]) => (existsSync(file) ? [] : packages)),
  ];
}

/** Chromium where there is none; the quicker one where this system offers it. */
function chromiumPackages(): string[] {
  const found = newestChromium();
  if (!existsSync(found))
    return [isOffered(QUICK.name) ? QUICK.name : 'chromium', 'fonts-noto-cjk'];
  return !existsSync(QUICK.file) && found === CHROMIUM && isOffered(QUICK.name) ? [QUICK.name] : [];
}

function isOffered(name: string): boolean {
  return spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0;
}

function apt(args: string[]): void {
  return process.getuid?.() === 0 ? run('apt-get', args) : run('sudo', ['apt-get', ...args]);
}

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
