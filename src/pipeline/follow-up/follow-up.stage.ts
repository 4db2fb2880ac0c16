import type { Change } from '../batch/change.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { lack, lackOf } from '../lack.ts';
import type { Slice } from '../slice.ts';
import { todo } from '../todo.ts';
import { isStranded } from '../travel/handover/onward.ts';
import { homecomings } from './homecoming.ts';
import { visitsDue } from './schedule.ts';

/** Closed once nobody is to be visited any more, and nobody is far from home on their own. */
export const followUpStage: Slice = {
  stage: 'followUp',
  gate: (s) => [
    ...lack('visits', s.openVisits),
    ...lackOf('stranded', s.placements.filter(isStranded)),
  ],
  todos: (s) => todo('visit', s.stage === 'followUp' ? s.openVisits : 0),
  follows,
};

/** Whoever arrived at the post is visited from now on; nobody is who came home. */
function follows(before: Snapshot, change: Change, at: number): Change | null {
  const due = visitsDue(before, change, at);
  const facts = [...due, ...homecomings(change)];
  if (facts.length === 0) return null;
  const open = change.batch?.openVisits ?? before.openVisits;
  return {
    ...(due.length > 0 ? { batch: { openVisits: open + due.length } } : {}),
    facts,
    entries: [],
  };
}
