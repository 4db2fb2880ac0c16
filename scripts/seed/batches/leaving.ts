/** Batches whose people have left the town, or leave it this morning. */
import { DAY, HOUR } from '../../../src/clock.ts';
import type { Play } from '../play/play.ts';
import { papersDone } from '../stages/documents.ts';
import { examined } from '../stages/health.ts';
import { travelled } from '../stages/journey.ts';
import { recruited } from '../stages/recruitment.ts';
import { called } from '../stages/roll-call.ts';
import { planned } from '../stages/travel-plan.ts';
import { visited } from '../stages/visits.ts';
import { type Cast, opened, type Part } from './cast.ts';

/** Half a year at work, all visits made. */
export async function closed(cast: Cast): Promise<void> {
  const part: Part = {
    number: 1,
    employer: 4,
    trade: 'sewing',
    headcount: 12,
    openedDaysAgo: 270,
    startsInDays: -250,
    contractMonths: 6,
  };
  const play = await readyToLeave(cast, part, { extra: 2, clinic: 0 });
  await visited(travelled(play), cast.now, false);
  await play.write();
}

/** Somebody has not been paid. */
export async function atWork(cast: Cast): Promise<void> {
  const part: Part = {
    number: 2,
    employer: 2,
    trade: 'assembly',
    headcount: 30,
    openedDaysAgo: 75,
    startsInDays: -55,
  };
  const play = await readyToLeave(cast, part, { extra: 3, clinic: 1 });
  await visited(travelled(play), cast.now - DAY, true);
  await play.write();
}

/** Boards this morning: fourteen are on board, one has not come, the others are not called yet. */
export async function boarding(cast: Cast): Promise<void> {
  const part: Part = {
    number: 3,
    employer: 1,
    trade: 'assembly',
    headcount: 24,
    openedDaysAgo: 24,
    startsInDays: 0,
  };
  const play = await readyToLeave(cast, part, { extra: 3, clinic: 0 });
  play.notBefore(cast.now - 3 * HOUR);
  called(play, 'expected', (i) => {
    if (i === 5) return 'no_show';
    return i < 15 ? 'boarded' : null;
  });
  await play.write();
}

/** Recruited with so many in reserve, all fit, all papers in place, and the manifest locked. */
async function readyToLeave(
  cast: Cast,
  part: Part,
  { extra, clinic }: { extra: number; clinic: number },
): Promise<Play> {
  const play = recruited(await opened(cast, part), cast, extra);
  papersDone(await examined(play, cast.clinicIds[clinic]!, () => 'fit'));
  return planned(play);
}
