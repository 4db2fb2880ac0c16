const suffixed = String.raw`\.(tables|queries|forms|routes|workflow|middleware)\.tsx?$`;
const ruleHomes = '^src/(pipeline|registry)/';
const plumbing = String.raw`\.(tables|queries|routes)\.tsx?$`;
const drizzle = String.raw`(^|/)node_modules/drizzle-(orm|kit)/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^cloudflare:' },
    },
    {
      name: 'pipeline-knows-no-programme',
      severity: 'error',
      from: { path: '^src/pipeline/' },
      to: { path: '^src/programmes/' },
    },
    {
      name: 'only-the-app-mounts-reports',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/report/', String.raw`^src/app\.tsx$`] },
      to: { path: '^src/report/' },
    },
    {
      name: 'views-are-pure',
      severity: 'error',
      from: { path: '^views/' },
      to: { path: [plumbing, '^src/db/', drizzle] },
    },
    {
      name: 'rules-are-pure',
      comment:
        'A file without a suffix in these folders is a pure rule: it may import pure rules, paths, ids, the figures and what a cell is, nothing else.',
      severity: 'error',
      from: { path: ruleHomes, pathNot: suffixed },
      to: { pathNot: [ruleHomes, String.raw`^src/(paths|ids|clock|sheets/cell|settings/figures)\.ts$`] },
    },
    {
      name: 'one-module-knows-the-spreadsheet-library',
      severity: 'error',
      from: { pathNot: '^src/sheets/' },
      to: { path: '(^|/)node_modules/hucre/' },
    },
    {
      name: 'rules-import-no-plumbing',
      severity: 'error',
      from: { path: ruleHomes, pathNot: suffixed },
      to: { path: suffixed },
    },
    {
      name: 'routes-stay-in-their-slice',
      severity: 'error',
      from: { path: '^src/(.+)/[^/]+$' },
      to: { path: String.raw`\.routes\.tsx?$`, pathNot: '^src/$1/[^/]+$' },
    },
    {
      name: 'routes-are-mounted-by-the-app',
      severity: 'error',
      from: { path: '^src/[^/]+$', pathNot: String.raw`^src/(app\.tsx|index\.ts)$` },
      to: { path: String.raw`\.routes\.tsx?$` },
    },
    {
      name: 'client-takes-rules-only',
      severity: 'error',
      from: { path: '^src/client/' },
      // And the views that a phone draws itself, because nothing answers.
      to: {
        pathNot: [
          '^src/client/',
          ruleHomes,
          '^src/answer-mark\\.ts$',
          '^views/travel/phone/',
          '(^|/)node_modules/(idb|uqr|zxing-wasm|hono/dist/types/jsx)/',
        ],
      },
    },
    {
      name: 'client-imports-no-plumbing',
      severity: 'error',
      from: { path: '^src/client/' },
      to: { path: suffixed },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
    builtInModules: { add: ['cloudflare:workers', 'cloudflare:workflows'] },
  },
};
