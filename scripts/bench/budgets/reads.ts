/** What pages read: bounded, and no more of it in a town twelve times as large. */
import { Client, type Visit } from '../client.ts';
import { say } from '../say.ts';
import { serveTown, type Town } from '../server.ts';
import { batchOf, COLLECTING_PAPERS, firstIn } from '../whereabouts.ts';
import { matching } from './matching.ts';

type Measured = { name: string; rows: number; address: (client: Client) => Promise<string> };

const PAGES: Measured[] = [
  { name: 'today', rows: 150, address: () => Promise.resolve('/today') },
  { name: 'batch_page_of_40', rows: 300, address: (client) => batchOf(client, COLLECTING_PAPERS) },
  { name: 'batch_list', rows: 60, address: () => Promise.resolve('/batches') },
  { name: 'worker_list', rows: 60, address: () => Promise.resolve('/workers') },
  // A name is found by its pinyin, so whoever is written otherwise is read as well.
  {
    name: 'worker_search_name',
    rows: 150,
    address: () => Promise.resolve('/workers?q=%E7%8E%8B'),
  },
  { name: 'worker_search_pinyin', rows: 60, address: () => Promise.resolve('/workers?q=wang') },
  { name: 'worker_search_digits', rows: 60, address: () => Promise.resolve('/workers?q=0097') },
  {
    name: 'person_page',
    rows: 150,
    address: async (client) =>
      firstIn((await client.send('GET', '/workers?q=wang')).html, /href="(\/workers\/\w{26})"/),
  },
];

/**
 * Two round trips a page, so many rows, and in a town of 100,000 no more than here. Throws where a
 * page of this town is not answered.
 */
export async function reads(town: Town): Promise<void> {
  const small = await visitsOf(town);
  for (const { name, rows } of PAGES) {
    const visit = small.get(name)!;
    if (visit.status !== 200) throw new Error(`${name} answered ${visit.status}`);
    say(`trips.${name}`, visit.trips, 2, 'round trips', 'lower');
    say(`rows_read.${name}`, visit.read, rows, 'rows', 'lower');
  }
  const big = await serveTown(100_000, 8896);
  const large = await visitsOf(big);
  await matching(big);
  await big.stop();
  for (const { name } of PAGES) {
    const [was, is] = [readBeyond(small.get(name)!), readBeyond(large.get(name)!)];
    // Where nothing is read beyond what is shown, there is nothing that could grow.
    const growth = is <= was ? 0 : is / Math.max(1, was) - 1;
    say(`rows_read_growth_to_100000_workers.${name}`, growth, 0.05, 'ratio', 'lower');
  }
}

async function visitsOf(town: Town): Promise<Map<string, Visit>> {
  const client = await new Client(town.url).signIn();
  const found = new Map<string, Visit>();
  for (const { name, address } of PAGES)
    found.set(name, await client.send('GET', await address(client)));
  return found;
}

/**
 * Rows read beyond what is shown. That may differ (more people share four digits in a larger town);
 * what is read beyond it may not grow. Whoever is shown is read twice: their entry in an index, and
 * their row.
 */
function readBeyond({ read, html }: Visit): number {
  return read - 2 * (html.match(/class="name"/g)?.length ?? 0);
}
