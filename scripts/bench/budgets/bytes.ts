/** What travels over a line, under gzip. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { newId } from '../../../src/ids.ts';
import { Client } from '../client.ts';
import { say } from '../say.ts';
import type { Town } from '../server.ts';
import { batchOf, COLLECTING_PAPERS, firstIn, rollCall } from '../whereabouts.ts';

const BUILT = path.resolve(import.meta.dirname, '../../../.build');

/** The first visit, the next page, the answer to a tap; and the Worker as it is deployed. */
export async function bytes(town: Town): Promise<void> {
  const client = new Client(town.url);
  await firstVisit(client);
  await client.signIn();
  await nextPage(client);
  await fragment(client);
  sayBytes('bytes.worker_bundle', zipped('worker.js', 9), 600_000);
}

async function firstVisit(client: Client): Promise<void> {
  const { html, bytes: page } = await client.send('GET', '/sign-in');
  const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(
    ([, file = '']) => file,
  );
  sayBytes('bytes.first_visit', page + zippedAll(files), 40_000);
  say('requests.first_visit', 1 + files.length, 5, 'requests', 'lower');
  const scripts = files.filter((file) => file.endsWith('.js'));
  sayBytes('bytes.script_on_a_plain_page', zippedAll(scripts), 20_000);
}

async function nextPage(client: Client): Promise<void> {
  const batch = await batchOf(client, COLLECTING_PAPERS);
  const { bytes: page } = await client.send('GET', `${batch}?show=all`);
  sayBytes('bytes.next_page', page, 10_000);
}

async function fragment(client: Client): Promise<void> {
  const to = firstIn(await rollCall(client), /action="(\/placements\/\w{26}\/check-in)"/);
  const tap = await client.send(
    'POST',
    to,
    { key: newId(), outcome: 'boarded' },
    { 'hx-request': 'true', 'hx-request-type': 'partial' },
  );
  sayBytes('bytes.fragment', tap.bytes, 1500);
}

function sayBytes(name: string, value: number, limit: number): void {
  say(name, value, limit, 'bytes gzip', 'lower');
}

function zippedAll(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + zipped(file, 6), 0);
}

function zipped(file: string, level: number): number {
  return gzipSync(readFileSync(path.join(BUILT, file)), { level }).length;
}
