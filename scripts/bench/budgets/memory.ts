import { Client } from '../client.ts';
import { throughput } from '../load.ts';
import { say } from '../say.ts';
import { runtimeMemory, type Town } from '../server.ts';
import { batchOf, COLLECTING_PAPERS } from '../whereabouts.ts';

/** By how much the runtime grows from its sixty-thousandth request to twice as many. */
export async function memory(town: Town): Promise<void> {
  const client = await new Client(town.url).signIn();
  const batch = await batchOf(client, COLLECTING_PAPERS);
  const headers = { cookie: client.cookie };
  const mix = ['/today', '/batches', '/workers', batch, '/workers?q=wang'];
  const requests = (count: number) =>
    throughput(
      town.url,
      count,
      4,
      (i) => ({ method: 'GET', path: mix[i % mix.length] ?? '/today', headers }),
      [200],
    );
  await requests(60_000);
  const before = runtimeMemory(town.pid);
  await requests(60_000);
  const growth = (runtimeMemory(town.pid) - before) / before;
  say('memory.growth_60k_to_120k_requests', growth, 0.1, 'ratio', 'lower');
}
