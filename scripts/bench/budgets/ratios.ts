/** How near the app comes to a bare server that does the same. */
import { newId } from '../../../src/ids.ts';
import { type Bare, serveBaseline } from '../baseline-server.ts';
import { Client, ORIGIN } from '../client.ts';
import { medianRatio, type Shot, throughput } from '../load.ts';
import { say } from '../say.ts';
import type { Town } from '../server.ts';
import { batchOf, COLLECTING_PAPERS, rollCall } from '../whereabouts.ts';

/** The page of a batch to a bare route with the same markup, and a tap to a `select 1`. */
export async function ratios(town: Town): Promise<void> {
  const client = await new Client(town.url).signIn();
  const bare = await serveBaseline(8897);
  await batchPage(client, bare);
  await oneTap(client, bare);
  await bare.stop();
}

async function batchPage(client: Client, bare: Bare): Promise<void> {
  const batch = await batchOf(client, COLLECTING_PAPERS);
  const headers = headersOf(client);
  const page = (): Shot => ({ method: 'GET', path: `${batch}?show=all`, headers });
  const barePage = (): Shot => ({ method: 'GET', path: '/batch', headers: {} });
  const ratio = await medianRatio(
    () => throughput(client.base, 400, 4, page, [200]),
    () => throughput(bare.url, 400, 4, barePage, [200]),
  );
  say('ratio.batch_page_to_bare_route', ratio, 0.8, 'ratio', 'higher');
}

async function oneTap(client: Client, bare: Bare): Promise<void> {
  const tap = thumb(await peopleToCall(client), {
    ...ORIGIN,
    ...headersOf(client),
    origin: client.base,
    'content-type': 'application/x-www-form-urlencoded',
    'hx-request': 'true',
    'hx-request-type': 'partial',
  });
  const one = (): Shot => ({ method: 'GET', path: '/one', headers: {} });
  const ratio = await medianRatio(
    () => throughput(client.base, 200, 1, tap, [200, 409]),
    () => throughput(bare.url, 200, 1, one, [200]),
  );
  say('ratio.one_tap_write_to_select_1', ratio, 0.6, 'ratio', 'higher');
}

function headersOf({ cookie }: Client): Record<string, string> {
  return { cookie, 'accept-language': 'zh-CN' };
}

/** Where five people of the roll call are checked in, the first two left alone. */
async function peopleToCall(client: Client): Promise<string[]> {
  const forms = (await rollCall(client)).matchAll(/action="(\/placements\/\w{26}\/check-in)"/g);
  return [...new Set([...forms].map(([, to = '']) => to))].slice(2, 7);
}

/**
 * One person after the other, there and back, as an escort's thumb does: each request is a real
 * change.
 */
function thumb(people: readonly string[], headers: Record<string, string>): (i: number) => Shot {
  const boarded = new Set<string>();
  return (i) => {
    const path = people[i % people.length] ?? '';
    const outcome = boarded.has(path) ? 'undo' : 'boarded';
    if (outcome === 'undo') boarded.delete(path);
    else boarded.add(path);
    const body = new URLSearchParams({ key: newId(), outcome }).toString();
    return { method: 'POST', path, headers, body };
  };
}
