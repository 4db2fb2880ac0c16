/**
 * The quick checks, in two lanes that run side by side. A lane stops at the first of its checks
 * that fails.
 */
import { spawn } from 'node:child_process';

const LANES = [
  ['types', 'types:client'],
  ['format:check', 'lint', 'unused', 'architecture'],
];

const results = await Promise.all(LANES.map(runLane));
if (results.includes(false)) process.exit(1);

async function runLane(scripts: readonly string[]): Promise<boolean> {
  for (const script of scripts) {
    const startedAt = Date.now();
    const { output, isOk } = await run(script);
    process.stdout.write(output);
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    console.log(isOk ? `${script} ok (${seconds} s)` : `${script} failed`);
    if (!isOk) return false;
  }
  return true;
}

/** Runs one of the scripts of `package.json`; what it says is kept together. */
function run(script: string): Promise<{ output: string; isOk: boolean }> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (status) => resolve({ output, isOk: status === 0 }));
  });
}
