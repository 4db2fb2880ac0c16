/** The newest Chromium on this machine, for tests and measurements. */
import { existsSync } from 'node:fs';

/** Where Debian's package puts it. */
export const CHROMIUM = '/usr/bin/chromium';
/**
 * The same engine without the windows around it, which cost more than half of the processor time of
 * a page.
 */
export const QUICK = { name: 'chromium-headless-shell', file: '/usr/bin/chromium-headless-shell' };

/** Where it is: what the environment variable CHROMIUM says, or else where Debian puts it. */
export function newestChromium(): string {
  return process.env['CHROMIUM'] ?? (existsSync(QUICK.file) ? QUICK.file : CHROMIUM);
}
