import { addDays } from '../../../src/clock.ts';
import { newId } from '../../../src/ids.ts';
import { type TradeCode, TRADES } from '../../../src/registry/trade.ts';
import type { WorkerRow } from '../../../src/registry/worker-rows.queries.ts';
import type { Random } from '../random.ts';

/** A certificate as it is inserted; without a last day where it holds for good. */
export type CertificateRow = {
  id: string;
  workerId: string;
  trade: TradeCode;
  level: string;
  expiresOn: string | null;
};

/**
 * The certificate of somebody skilled: of each whose trade wants a licence, else of about a third.
 */
export function certificateOf(
  random: Random,
  { id: workerId, trade }: WorkerRow,
  today: string,
  now: number,
): CertificateRow[] {
  if (!TRADES[trade].licensed && random.next() >= 0.35) return [];
  return [
    {
      id: newId(now),
      workerId,
      trade,
      level: random.pick(['初级', '中级', '中级', '高级']),
      expiresOn: random.next() < 0.2 ? null : addDays(today, random.int(-60, 1200)),
    },
  ];
}
