import { Client } from '../client.ts';
import { say } from '../say.ts';
import type { Town } from '../server.ts';
import { batchOf, COLLECTING_PAPERS } from '../whereabouts.ts';

/** Proposals for a batch, out of 100,000 people: bounded reads, and a reason with each of them. */
export async function matching(town: Town): Promise<void> {
  const client = await new Client(town.url).signIn();
  const batch = await batchOf(client, COLLECTING_PAPERS);
  const { read, html } = await client.send('GET', `${batch}/recruitment?propose`);
  const proposals = html.split('<label class="tick">').slice(1);
  say('rows_read.matching_100000_workers', read, 5000, 'rows', 'lower');
  say('proposals.matching', proposals.length, 60, 'people', 'higher');
  const explained = proposals.filter((each) => /class="tag (ok|wait|bad)"/.test(each)).length;
  say('proposals.explained', explained / proposals.length, 1, 'ratio', 'higher');
}
