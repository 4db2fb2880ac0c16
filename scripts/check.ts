/**
 * The quick checks, one after the other: format, lint, types, unused code, architecture. Stops at
 * the first that fails.
 */
import { spawnSync } from 'node:child_process';

for (const script of ['format:check', 'lint', 'types', 'unused', 'architecture']) {
  const startedAt = Date.now();
  const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`${script} failed`);
    process.exit(status ?? 1);
  }
  console.log(`${script} ok (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
}
