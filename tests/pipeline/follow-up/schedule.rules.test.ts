import { describe, expect, it } from 'vitest';
import { atHour, DAY } from '../../../src/clock.ts';
import type { Change } from '../../../src/pipeline/batch/change.ts';
import { factsOf } from '../../../src/pipeline/batch/fact.ts';
import { conclude } from '../../../src/pipeline/conclude.ts';
import { arrive } from '../../../src/pipeline/travel/roll-call/arrival.ts';
import { checkIn } from '../../../src/pipeline/travel/roll-call/check-in.ts';
import { aBatchBoarding } from '../../support/batches.ts';

const LEFT = atHour('2027-03-05', 8);
const ARRIVED = atHour('2027-03-06', 14);

const onTheRoad = aBatchBoarding(['柳青', '王兰花']).boarded().departed(LEFT);
const there = onTheRoad
  .forEach((s, id) => checkIn(s, id, 'arrived'))
  .after((s) => arrive(s, ARRIVED));

function accepting(ids: string[], also: Partial<Change> = {}): Change {
  return {
    placements: ids.map((id) => ({ id, set: { travel: 'accepted', followUp: 'away' } })),
    entries: [{ kind: 'handed_over' }],
    ...also,
  };
}
function dueDays(change: Change, id: string): string[] {
  return factsOf(change.facts ?? [], 'visit_due')
    .filter(({ placementId }) => placementId === id)
    .map(({ visit }) => visit.dueOn);
}

describe('the visits that a handover makes due', () => {
  it('count from the arrival, also where it is told days later with the signature', () => {
    const told = accepting(['柳青'], { batch: { arrivedAt: ARRIVED } });
    const change = conclude(onTheRoad.snapshot, told, ARRIVED + 3 * DAY);
    expect(dueDays(change, '柳青')[0]).toBe('2027-03-07');
    expect(change.batch?.openVisits).toBe(dueDays(change, '柳青').length);
  });

  it('leave out only of whom it is about what they have answered already', () => {
    const visited = { placementId: '柳青', kinds: ['settled', 'first_week'] as const };
    const change = conclude(there.snapshot, accepting(['柳青', '王兰花'], { visited }), ARRIVED);
    expect([dueDays(change, '柳青').length, dueDays(change, '王兰花').length]).toEqual([
      dueDays(change, '王兰花').length - 2,
      dueDays(conclude(there.snapshot, accepting(['王兰花']), ARRIVED), '王兰花').length,
    ]);
  });
});
