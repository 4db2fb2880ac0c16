import { addDays } from '../../../src/clock.ts';
import type { TradeCode } from '../../../src/registry/trade.ts';
import type { WorkerRow } from '../../../src/registry/worker-rows.queries.ts';

/**
 * Takes people for a batch from the register: of age, wanting to go or at home, each once. Those
 * who know the trade come first; it is fewer than were asked for where nobody is left.
 */
export function taker(
  workers: readonly WorkerRow[],
  today: string,
): (count: number, trade: TradeCode) => WorkerRow[] {
  const free = workers.filter(
    (w) =>
      (w.availability === 'wants' || w.availability === 'home') &&
      w.bornOn < addDays(today, -18 * 366) &&
      w.bornOn > addDays(today, -50 * 365),
  );
  return (count, trade) => {
    const chosen = [
      ...free.filter((w) => w.trade === trade),
      ...free.filter((w) => w.trade !== trade),
    ].slice(0, count);
    for (const w of chosen) free.splice(free.indexOf(w), 1);
    return chosen;
  };
}
