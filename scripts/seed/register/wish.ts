import { addDays, DAY, dayOf } from '../../../src/clock.ts';
import type { Province } from '../../../src/registry/province.ts';
import type { WorkerRow } from '../../../src/registry/worker-rows.queries.ts';
import type { Availability, Wish } from '../../../src/registry/worker.ts';
import type { Random } from '../random.ts';

const PLACES: Province[] = ['jiangsu', 'guangdong', 'zhejiang', 'shanghai', 'fujian', 'xinjiang'];

/**
 * What somebody said of going, and when: most of those who want to go said it lately, some added
 * conditions.
 * @param companion the id of whoever they may want to go with
 */
export function wishOf(
  random: Random,
  availability: Availability,
  companion: string | undefined,
  now: number,
): Pick<WorkerRow, 'availabilityAt' | 'wish'> {
  const days = random.int(3, availability === 'wants' ? 100 : 400);
  const isPrecise = availability === 'wants' && random.next() < 0.45;
  const wish: Wish = {
    from: random.next() < 0.2 ? addDays(dayOf(now), random.int(-20, 60)) : null,
    provinces: random.next() < 0.6 ? [random.pick(PLACES), random.pick(PLACES)] : [],
    trades: [],
    leastFen: random.next() < 0.4 ? random.int(30, 60) * 10_000 : null,
    companions: companion && random.next() < 0.4 ? [companion] : [],
  };
  return {
    availabilityAt: availability === 'away' ? null : now - days * DAY,
    wish: isPrecise ? wish : null,
  };
}
