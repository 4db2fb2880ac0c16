/** What is no pure rule says so by its name. */
const suffixed = String.raw`\.(tables|queries|forms|requests|routes|app|workflow|middleware|cache|cipher)\.tsx?$`;
const ruleHomes = '^src/(pipeline|registry)/';
const plumbing = String.raw`\.(tables|queries|routes)\.tsx?$`;

/** The rooms from the lowest to the highest: a room may import those of its own line and of the lines above, in this list. */
const ROOMS = [
  ['law', 'text', 'db', 'sheets'],
  ['access', 'http', 'settings', 'notices'],
  ['registry'],
  ['ledger', 'evidence', 'due', 'rights'],
  ['pipeline'],
  ['programmes'],
  ['report'],
  ['desk'],
];
const arrows = ROOMS.slice(0, -1).map((rooms, i) => ({
  name: `${rooms[0]}-knows-no-later-room`,
  severity: 'error',
  from: { path: `^src/(${rooms.join('|')})/` },
  to: {
    path: `^src/(${ROOMS.slice(i + 1)
      .flat()
      .join('|')})/`,
  },
}));
const drizzle = String.raw`(^|/)node_modules/drizzle-(orm|kit)/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      // Of types as well: each import counts, whatever it brings.
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^cloudflare:' },
    },
    ...arrows,
    {
      name: 'http-knows-no-domain',
      severity: 'error',
      from: { path: '^src/http/' },
      to: { path: '^src/(settings|notices)/' },
    },
    {
      name: 'programmes-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/programmes/([^/]+)/' },
      to: { path: '^src/programmes/', pathNot: '^src/programmes/$1/' },
    },
    {
      name: 'only-the-app-opens-the-desk',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/desk/', String.raw`^src/(app|index|cron)\.tsx?$`] },
      to: { path: '^src/desk/' },
    },
    {
      name: 'views-are-pure',
      severity: 'error',
      from: { path: '^views/' },
      to: { path: [plumbing, '^src/db/', '^src/ids', drizzle] },
    },
    {
      name: 'rules-are-pure',
      comment:
        'A file without a suffix in these folders is a pure rule: it may import pure rules, paths, ids, the figures and what a cell is, nothing else.',
      severity: 'error',
      from: { path: ruleHomes, pathNot: suffixed },
      to: {
        pathNot: [
          ruleHomes,
          '^src/(law|text)/',
          String.raw`^src/(paths|ids|clock|sheets/cell|settings/figures|notices/notice)\.ts$`,
        ],
      },
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
      from: { path: '^src/(.+)/[^/]+$', pathNot: String.raw`\.app\.ts$` },
      to: { path: String.raw`\.routes\.tsx?$`, pathNot: '^src/$1/[^/]+$' },
    },
    {
      name: 'an-app-mounts-its-own-folder',
      severity: 'error',
      from: { path: String.raw`^src/(.+)/[^/]+\.app\.ts$` },
      to: { path: String.raw`\.routes\.tsx?$`, pathNot: '^src/$1/' },
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
          '^src/(law|text)/',
          '^src/(answer-mark|link-paths)\\.ts$',
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
