import { expect, it } from 'vitest';
import { atHour, DAY } from '../../src/clock.ts';
import { factsOf } from '../../src/pipeline/batch/fact.ts';
import type { Change } from '../../src/pipeline/batch/change.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { conclude } from '../../src/pipeline/conclude.ts';
import { newPlacement } from '../../src/pipeline/new-placement.ts';
import { aBatch } from '../support/batches.ts';

const LEFT = atHour('2027-03-05', 8);
const ARRIVED = atHour('2027-03-06', 14);

const onTheRoad: Snapshot = {
  ...aBatch(2),
  departedAt: LEFT,
  placements: ['柳青', '王兰花'].map((name, i) => newPlacement(`p${i}`, `w${i}`, name)),
};

const accepting = (ids: string[], also: Partial<Change> = {}): Change => ({
  placements: ids.map((id) => ({ id, set: { travel: 'accepted', followUp: 'away' } })),
  entries: [{ kind: 'handed_over' }],
  ...also,
});

const dueDays = (change: Change, id: string): string[] =>
  factsOf(change.facts ?? [], 'visit_due')
    .filter(({ placementId }) => placementId === id)
    .map(({ visit }) => visit.dueOn);

it('counts visits from the arrival, also where it is told days later with the signature', () => {
  const told = accepting(['p0'], { batch: { arrivedAt: ARRIVED } });
  const change = conclude(onTheRoad, told, ARRIVED + 3 * DAY);
  expect(dueDays(change, 'p0')[0]).toBe('2027-03-07');
  expect(change.batch?.openVisits).toBe(dueDays(change, 'p0').length);
});

it('spares only whom it is about what they have answered already', () => {
  const there = { ...onTheRoad, arrivedAt: ARRIVED };
  const visited = { placementId: 'p0', kinds: ['settled', 'first_week'] as const };
  const change = conclude(there, accepting(['p0', 'p1'], { visited }), ARRIVED);
  expect([dueDays(change, 'p0').length, dueDays(change, 'p1').length]).toEqual([
    dueDays(change, 'p1').length - 2,
    dueDays(conclude(there, accepting(['p1']), ARRIVED), 'p1').length,
  ]);
});
