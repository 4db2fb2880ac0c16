import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

type Cruise = { totalCruised: number; violations: { from: string; rule: { name: string } }[] };
const root = process.cwd();
let copy = '';

const cruise = (cwd: string): Promise<Cruise> =>
  new Promise((resolve, reject) => {
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
  ['rules-are-pure', 'src/pipeline/health/planted-rule.ts', "import { z } from 'zod';\nexport const planted = z;\n"],
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
    'src/registry/planted.queries.ts',
    "import { readXlsx } from 'hucre';\nexport const planted = readXlsx;\n",
  ],
  [
    'pipeline-knows-no-programme',
    'src/pipeline/batch/planted.queries.ts',
    "import { planted } from '../../programmes/planted.ts';\nexport const again = planted;\n",
  ],
];

it('would find each kind of forbidden import', async () => {
  await mkdir(path.join(copy, 'src/programmes'));
  await writeFile(path.join(copy, 'src/programmes/planted.ts'), 'export const planted = 1;\n');
  for (const [, file, text] of PLANTED) await writeFile(path.join(copy, file), text);
  const { violations } = await cruise(copy);
  for (const [rule, file] of PLANTED)
    expect(
      violations.filter((v) => v.from === file).map((v) => v.rule.name),
      file,
    ).toContain(rule);
});
