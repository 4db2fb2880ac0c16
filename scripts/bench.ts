/**
 * `npm run bench`: budgets as JSON lines (name, value, limit, unit, better). Counts, bytes and
 * ratios within this run; never a bare time, except three that are promises to people: the first
 * row on a slow line, the count after a tap, and Today in a crowd. `npm run bench -- reads`
 * measures one part alone.
 */
import { bytes } from './bench/budgets/bytes.ts';
import { firstRow } from './bench/budgets/first-row.ts';
import { load } from './bench/budgets/load.ts';
import { memory } from './bench/budgets/memory.ts';
import { million } from './bench/budgets/million.ts';
import { ratios } from './bench/budgets/ratios.ts';
import { reads } from './bench/budgets/reads.ts';
import { tap } from './bench/budgets/tap.ts';
import { writes } from './bench/budgets/writes.ts';
import { brokenBudgets } from './bench/say.ts';
import { serveTown, type Town } from './bench/server.ts';
import { buildAll } from './build.ts';

/** In this order: what writes comes after what counts rows, what tires the server comes last. */
const PARTS: [name: string, measure: (town: Town) => Promise<void>][] = [
  ['reads', reads],
  ['million', million],
  ['writes', writes],
  ['bytes', bytes],
  ['ratios', ratios],
  ['first-row', firstRow],
  ['tap', tap],
  ['load', load],
  ['memory', memory],
];

const only = process.argv[2];
await buildAll();
const town = await serveTown(8283, 8895);
try {
  for (const [name, measure] of PARTS) if (only === undefined || only === name) await measure(town);
} finally {
  await town.stop();
}
const broken = brokenBudgets();
if (broken > 0) console.error(`${broken} over the limit`);
process.exit(broken > 0 ? 1 : 0);
