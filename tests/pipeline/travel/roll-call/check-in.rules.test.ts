import { describe, expect, it } from 'vitest';
import { atHour } from '../../../../src/clock.ts';
import { lend } from '../../../../src/pipeline/documents/custody.ts';
import { checkIn } from '../../../../src/pipeline/travel/roll-call/check-in.ts';
import { aBatchBoarding } from '../../../support/batches.ts';

const LOAN = {
  id: 'c1',
  kind: 'id_card',
  holder: 'police_station',
  keeper: '马建国',
  returnBy: '2027-03-06',
} as const;

describe('nobody boards', () => {
  it('while an original of theirs is not back', () => {
    const lent = aBatchBoarding(['赵小军']).after((s) =>
      lend(s, '赵小军', LOAN, atHour('2027-03-01', 9)),
    );
    expect(checkIn(lent.snapshot, '赵小军', 'boarded')).toEqual({ error: 'person_not_ready' });
  });

  it('with a paper that will not hold on the day', () => {
    const early = aBatchBoarding(['赵小军']).knowing('赵小军', {
      paperUntil: { id_card: '2027-03-05' },
    });
    expect(checkIn(early.snapshot, '赵小军', 'boarded')).toEqual({ error: 'person_not_ready' });
  });
});
