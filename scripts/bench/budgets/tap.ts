import { say } from '../say.ts';
import type { Town } from '../server.ts';
import { tapTimes } from '../tap.ts';

/**
 * Tap to count in a roll call of 300 people, processor slowed six times: the slowest one of twenty.
 * A promise to people.
 */
export async function tap(town: Town): Promise<void> {
  const times = (await tapTimes(town, 300)).toSorted((a, b) => a - b);
  const slow = times[Math.floor(times.length * 0.95)]!;
  say('tap_to_count.300_people_cpu_6_times_slower_p95', slow, 50, 'ms', 'lower');
}
