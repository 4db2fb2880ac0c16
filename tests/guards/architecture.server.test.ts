import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

type Violation = { from: string; rule: { name: string }; cycle?: { name: string }[] };
type Cruise = { totalCruised: number; violations: Violation[] };
const root = process.cwd();
let copy = '';

function cruise(cwd: string): Promise<Cruise> {
  return new Promise((resolve, reject) => {
    execFile(
      path.join(root, 'node_modules/.bin/depcruise'),
      ['src', 'views', '-T', 'json'],
      { cwd, maxBuffer: 1e8 },
      (error, out) => {
        if (!out) reject(error ?? new Error('no output'));
        else resolve((JSON.parse(out) as { summary: Cruise }).summary);
      },
    );
  });
}

beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), 'songxing-house-'));
  for (const part of ['src', 'views', 'tsconfig.json', '.dependency-cruiser.cjs', 'package.json'])
    await cp(path.join(root, part), path.join(copy, part), { recursive: true });
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
});
afterAll(() => rm(copy, { recursive: true, force: true }));

it('finds no forbidden import in the house', async () => {
  const { totalCruised, violations } = await cruise(root);
  expect(totalCruised).toBeGreaterThan(150);
  expect(violations).toEqual([]);
});

const PLANTED: [rule: string, file: string, text: string][] = [
  [
    'rules-are-pure',
    'src/pipeline/health/planted-rule.ts',
    "import { z } from 'zod';\nexport const planted = z;\n",
  ],
  [
    'rules-import-no-plumbing',
    'src/pipeline/travel/planted-rule.ts',
    "import { leg } from './travel.tables.ts';\nexport const planted = leg;\n",
  ],
  [
    'views-are-pure',
    'views/planted.ts',
    "import { worker } from '../src/registry/registry.tables.ts';\nexport const planted = worker;\n",
  ],
  [
    'routes-stay-in-their-slice',
    'src/pipeline/health/planted.routes.ts',
    "import { travelRoutes } from '../travel/travel.routes.tsx';\nexport const planted = travelRoutes;\n",
  ],
  [
    'one-module-knows-the-spreadsheet-library',
    'src/registry/planted-sheet.queries.ts',
    "import { readXlsx } from 'hucre';\nexport const planted = readXlsx;\n",
  ],
  [
    'pipeline-knows-no-later-room',
    'src/pipeline/batch/planted.queries.ts',
    "import { planted } from '../../programmes/planted.ts';\nexport const again = planted;\n",
  ],
  [
    'registry-knows-no-later-room',
    'src/registry/planted.queries.ts',
    "import { placement } from '../pipeline/batch/batch.tables.ts';\nexport const planted = placement;\n",
  ],
  [
    'access-knows-no-later-room',
    'src/http/planted-domain.ts',
    "import { plainName } from '../registry/name.ts';\nexport const planted = plainName;\n",
  ],
  [
    'http-knows-no-domain',
    'src/http/planted.ts',
    "import { stationOf } from '../settings/station.queries.ts';\nexport const planted = stationOf;\n",
  ],
  [
    'only-the-app-opens-the-desk',
    'src/planted.ts',
    "import { deskApp } from './desk/desk.app.ts';\nexport const planted = deskApp;\n",
  ],
  [
    'an-app-mounts-its-own-folder',
    'src/pipeline/health/planted.app.ts',
    "import { travelRoutes } from '../travel/travel.routes.tsx';\nexport const planted = travelRoutes;\n",
  ],
  [
    'no-circular',
    'src/pipeline/health/planted-value.ts',
    "import { other } from './planted-other.ts';\nexport const planted = () => other;\n",
  ],
  [
    'no-circular',
    'src/pipeline/travel/planted-type.ts',
    "import type { Other } from './planted-other.ts';\nexport type Planted = { other: Other };\n",
  ],
];

/** A circle is told once, wherever it begins. */
function isAbout({ from, cycle = [] }: Violation, file: string): boolean {
  return from === file || cycle.some(({ name }) => name === file);
}

it('would find each kind of forbidden import', async () => {
  await mkdir(path.join(copy, 'src/programmes'));
  await writeFile(path.join(copy, 'src/programmes/planted.ts'), 'export const planted = 1;\n');
  // The other halves of the circles: one of values, one of types.
  await writeFile(
    path.join(copy, 'src/pipeline/health/planted-other.ts'),
    "import { planted } from './planted-value.ts';\nexport const other = () => planted;\n",
  );
  await writeFile(
    path.join(copy, 'src/pipeline/travel/planted-other.ts'),
    "import type { Planted } from './planted-type.ts';\nexport type Other = Planted[];\n",
  );
  for (const [, file, text] of PLANTED) await writeFile(path.join(copy, file), text);
  const { violations } = await cruise(copy);
  for (const [rule, file] of PLANTED)
    expect(
      violations.filter((v) => isAbout(v, file)).map((v) => v.rule.name),
      file,
    ).toContain(rule);
});

/**
 * The files of the batch that import a value of a slice: its tables name the order, and a change
 * may be one of the order.
 */
it('lets the batch know its slices in two places only', async () => {
  const batch = path.join(root, 'src/pipeline/batch');
  const found: string[] = [];
  for (const file of await readdir(batch)) {
    const text = await readFile(path.join(batch, file), 'utf8');
    const imports = text.matchAll(/^import (?!type )[^;]*? from '\.\.\/([\w-]+)\/[^']+';/gm);
    for (const [, slice = ''] of imports) found.push(`${file}: ${slice}`);
  }
  expect(found.toSorted()).toEqual(['batch.tables.ts: demand', 'change.queries.ts: demand']);
});
