import type { Change } from '../batch/change.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { lack, lackOf } from '../lack.ts';
import type { Slice } from '../slice.ts';
import { atHour } from '../../clock.ts';
import { type Todo, todo, todoFrom } from '../todo.ts';
import { isStranded } from '../travel/handover/onward.ts';
import { homecomings } from './homecoming.ts';
import { visitsDue } from './schedule.ts';

/** Closed once nobody is to be visited any more, and nobody is far from home on their own. */
export const followUpStage: Slice = {
  stage: 'followUp',
  gate: (s) => [
    ...lack('visits', s.openVisits),
    ...lackOf('stranded', s.placements.filter(isStranded)),
    // Nobody is left without the call that they asked for.
    ...lackOf(
      'questions',
      s.placements.filter((p) => p.questionAt !== null),
    ),
  ],
  todos: visitSteps,
  follows,
};

type Visits = Pick<Snapshot, 'stage' | 'openVisits' | 'nextVisitOn'>;

/** Visits are made from the morning of their day on; how many are due, their list says. */
export function visitSteps({ stage, openVisits, nextVisitOn }: Visits): Todo[] {
  if (stage !== 'followUp' || openVisits === 0) return [];
  if (nextVisitOn === null) return todo('visit', 1);
  const visits = todo('visit', 1, atHour(nextVisitOn, 18));
  return todoFrom(atHour(nextVisitOn, 0), 'day', visits);
}

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
