import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../../src/pipeline/batch/snapshot.ts';
import { mayRedirect } from '../../../../src/pipeline/demand/redirection.ts';
import { withdraw } from '../../../../src/pipeline/recruitment/leaving.ts';
import { handOver } from '../../../../src/pipeline/travel/handover/handover.ts';
import { goOnward, isStranded } from '../../../../src/pipeline/travel/handover/onward.ts';
import { arrive } from '../../../../src/pipeline/travel/roll-call/arrival.ts';
import { checkIn } from '../../../../src/pipeline/travel/roll-call/check-in.ts';
import { aBatchBoarding, toAnother } from '../../../support/batches.ts';

const PEOPLE = ['王兰花', '赵小军', '刘志强'] as const;
const [FIRST, SECOND, THIRD] = PEOPLE;
const rejected = [{ placementId: FIRST, reason: 'post_filled' as const }];
function stranded(s: Snapshot) {
  return s.placements.filter(isStranded).map(({ id }) => id);
}

const departed = aBatchBoarding(PEOPLE).boarded().departed(5);

describe('whoever is helped onward', () => {
  const helped = departed
    .after((s) => checkIn(s, FIRST, 'left_en_route'))
    .after((s) => goOnward(s, FIRST, { next: 'own_choice', bearer: 'station' }));

  it('is stranded no more', () => {
    expect(helped.snapshot.placements.some(isStranded)).toBe(false);
  });

  it('is helped again where the next employer does not take them', () => {
    const handedOver = helped
      .forEach((s, id) => checkIn(s, id, 'arrived'))
      .after((s) => arrive(s, 6))
      .after((s) => handOver(s, { count: 2, people: [...PEOPLE], rejected }, 7));
    expect(stranded(handedOver.snapshot)).toEqual([FIRST]);
  });
});

describe('an employer who took nobody of one vehicle', () => {
  const refused = departed
    .knowing(FIRST, { seats: { one: 1 } })
    .knowing(SECOND, { seats: { two: 1 } })
    .knowing(THIRD, { seats: { two: 1 } })
    .after((s) => checkIn(s, FIRST, 'arrived'))
    .after((s) => handOver(s, { count: 0, people: [FIRST], rejected }, 6));

  it('does not bind those who are still on the road', () => {
    expect(mayRedirect(refused.snapshot)).toBe(true);
    const redirected = refused.after(toAnother);
    expect(redirected.snapshot.placements.map((p) => p.travel)).toEqual([
      'rejected',
      'boarded',
      'boarded',
    ]);
    const left = redirected.after((s) => withdraw(s, SECOND));
    expect(stranded(left.snapshot)).toHaveLength(2);
  });
});
