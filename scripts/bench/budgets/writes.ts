/** How many rows a form writes. */
import { newId } from '../../../src/ids.ts';
import { idCheckDigit } from '../../../src/registry/id-number.ts';
import { Client } from '../client.ts';
import { say } from '../say.ts';
import type { Town } from '../server.ts';
import { batchOf, COLLECTING_PAPERS, firstIn } from '../whereabouts.ts';

/** Somebody new in the register, and a paper one step further. */
export async function writes(town: Town): Promise<void> {
  const client = await new Client(town.url).signIn();
  await newPerson(client);
  await statusStep(client);
}

async function newPerson(client: Client): Promise<void> {
  const form = await client.send('GET', '/workers/new');
  const body = '62079919900307988';
  const added = await client.send('POST', '/workers', {
    key: newId(),
    name: '卫小满',
    idNumber: `${body}${idCheckDigit(body)}`,
    phone: '13712345678',
    villageId: firstIn(form.html, /<option value="(\w{26})"/),
    groupName: '一社',
    trade: 'general',
    availability: 'home',
  });
  if (added.status !== 303)
    throw new Error(`worker form: ${added.status} ${added.html.slice(0, 400)}`);
  say('rows_written.worker_insert_without_its_2_audit_rows', added.written - 2, 8, 'rows', 'lower');
}

async function statusStep(client: Client): Promise<void> {
  const batch = await batchOf(client, COLLECTING_PAPERS);
  const papers = await client.send('GET', `${batch}/documents?paper=contract`);
  const to = firstIn(papers.html, /action="(\/placements\/\w{26}\/papers)"/);
  const step = await client.send('POST', to, {
    key: newId(),
    kind: 'contract',
    state: 'submitted',
  });
  say('rows_written.status_step_with_audit_and_history', step.written, 6, 'rows', 'lower');
  say('trips.status_step_on_a_batch_just_seen', step.trips, 1, 'round trips', 'lower');
}
