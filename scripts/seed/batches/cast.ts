import { addDays, DAY, dayOf } from '../../../src/clock.ts';
import type { TradeCode } from '../../../src/registry/trade.ts';
import type { WorkerRow } from '../../../src/registry/worker-rows.queries.ts';
import { openPlay } from '../play/opening.ts';
import type { PlayPlan } from '../play/plan.ts';
import type { Play } from '../play/play.ts';
import { demoCode } from '../town.ts';

/** Who and what the batches are played with. */
export type Cast = {
  db: D1Database;
  secret: string;
  /** The instant at which somebody opens the town for the first time. */
  now: number;
  coordinatorId: string;
  employers: PlayPlan['employer'][];
  clinicIds: string[];
  /** So many people for a trade, those who know it first; fewer where nobody is left. */
  take: (count: number, trade: TradeCode) => WorkerRow[];
};

/** A batch of the cast, its days counted from today. */
export type Part = {
  /** Its number within the year. */
  number: number;
  /** Which of the cast's employers it goes to. */
  employer: number;
  trade: TradeCode;
  headcount: number;
  openedDaysAgo: number;
  /** Below zero where the first day at work is over. */
  startsInDays: number;
  contractMonths?: number;
};

/** Opens a batch, and gives the employer the link to its order. */
export async function opened(cast: Cast, part: Part): Promise<Play> {
  const { number, employer, openedDaysAgo, startsInDays, ...more } = part;
  const play = await openPlay(cast.db, cast.secret, {
    ...more,
    code: demoCode(number, cast.now),
    employer: cast.employers[employer]!,
    coordinatorId: cast.coordinatorId,
    opensAt: cast.now - openedDaysAgo * DAY,
    startsOn: addDays(dayOf(cast.now), startsInDays),
  });
  return play.link('employer', play.s.order.id);
}
