import { newId } from '../../../src/ids.ts';
import type { Placement } from '../../../src/pipeline/batch/placement.ts';
import { checkIn } from '../../../src/pipeline/travel/roll-call/check-in.ts';
import { insertTap } from '../../../src/pipeline/travel/roll-call/entries.queries.ts';
import type { RollCallOutcome } from '../../../src/pipeline/travel/roll-call/roll-state.ts';
import type { Play } from '../play/play.ts';

/**
 * Calls those of the list who are in a state of travel.
 * @param outcome what became of the first, the second and so on; null where nobody has tapped yet
 */
export function called(
  play: Play,
  travel: Placement['travel'],
  outcome: (i: number) => RollCallOutcome | null,
): Play {
  const people = play.people((p) => p.recruitment === 'selected' && p.travel === travel);
  people.forEach(({ id: placementId }, i) => {
    const kind = outcome(i);
    if (kind) tapped(play, placementId, kind);
  });
  return play;
}

function tapped(play: Play, placementId: string, outcome: RollCallOutcome): void {
  play.step(
    'roll_call.record',
    (s) => checkIn(s, placementId, outcome),
    (s) =>
      insertTap(s, { id: newId(play.at), placementId, outcome, actor: 'link:demo', now: play.at }),
    'link:demo',
  );
}
