import { Client } from '../client.ts';
import { guessPasswords, percentile, readToday } from '../crowd.ts';
import { say } from '../say.ts';
import { runtimeProcessorMs, type Town } from '../server.ts';

/**
 * Two crowds, as a promise to people on a machine of two cores. What asks shares these cores with
 * what answers, so the server alone is quicker than this.
 */
export async function load(town: Town): Promise<void> {
  const { cookie } = await new Client(town.url).signIn();
  const headers = { cookie, 'accept-language': 'zh-CN' };
  await readToday(town.url, headers, 4, 3);
  const guessing = guessPasswords(town.url, 16);
  const among = await readToday(town.url, headers, 1, 30);
  const answered = await guessing.stop();
  console.error(`wrong passwords by answer: ${JSON.stringify(answered)}`);
  tell('16_connections_of_wrong_passwords', among, 250);
  const before = runtimeProcessorMs(town.pid);
  const together = await readToday(town.url, headers, 200, 30);
  const each = (runtimeProcessorMs(town.pid) - before) / together.length;
  tell('200_connections', together, 2000);
  console.error(`processor time of the server: ${each.toFixed(1)} ms a reading`);
}

function tell(name: string, times: number[], limit: number): void {
  const told = [0.5, 0.95, 0.99, 1].map((part) => Math.round(percentile(times, part)));
  console.error(`${name}: ${times.length} readings, 50/95/99/100 %: ${told.join('/')} ms`);
  say(`load.today_p99.${name}`, percentile(times, 0.99), limit, 'ms', 'lower');
}
