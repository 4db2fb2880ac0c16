/** Batches that have hardly begun: an order is talked about, or people are being asked. */
import { addDays } from '../../../src/clock.ts';
import { send } from '../../../src/pipeline/demand/job-order.ts';
import { countered } from '../stages/demand.ts';
import { halfRecruited } from '../stages/recruitment.ts';
import { type Cast, opened } from './cast.ts';

/** Recruitment: half have answered. */
export async function halfAnswered(cast: Cast): Promise<void> {
  const play = await opened(cast, {
    number: 6,
    employer: 5,
    trade: 'general',
    headcount: 16,
    openedDaysAgo: 4,
    startsInDays: 20,
  });
  halfRecruited(play, cast, { registered: 20, consented: 9, selected: 6 });
  await play.write();
}

/** Demand: the employer wants fewer, and later. */
export async function askingForLess(cast: Cast): Promise<void> {
  const play = await opened(cast, {
    number: 7,
    employer: 6,
    trade: 'catering',
    headcount: 30,
    openedDaysAgo: 3,
    startsInDays: 25,
  });
  await countered(play, 24, addDays(play.s.order.startsOn, 7)).write();
}

/** Demand: no answer for two days. */
export async function unanswered(cast: Cast): Promise<void> {
  const play = await opened(cast, {
    number: 8,
    employer: 7,
    trade: 'domestic',
    headcount: 10,
    openedDaysAgo: 2,
    startsInDays: 30,
  });
  await play.step('order.send', send).write();
}
