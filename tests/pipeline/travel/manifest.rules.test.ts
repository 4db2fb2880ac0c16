import { describe, expect, it } from 'vitest';
import { atHour } from '../../../src/clock.ts';
import { giveBack, lend } from '../../../src/pipeline/documents/custody.ts';
import { withdraw } from '../../../src/pipeline/recruitment/leaving.ts';
import { depart } from '../../../src/pipeline/travel/manifest.ts';
import { aBatchBoarding } from '../../support/batches.ts';

const LOAN = {
  id: 'c1',
  kind: 'id_card',
  holder: 'police_station',
  keeper: '马建国',
  returnBy: '2027-03-06',
} as const;
const MORNING = atHour('2027-03-06', 8);

const lent = aBatchBoarding(['赵小军'])
  .registered(['李秀兰'])
  .after((s) => lend(s, '李秀兰', LOAN, atHour('2027-03-01', 9)))
  .after((s) => withdraw(s, '李秀兰'))
  .boarded();

describe('a departure', () => {
  it('waits for every original, also of those who stay at home', () => {
    expect(depart(lent.snapshot, MORNING)).toEqual({
      error: 'originals_out',
      detail: { names: ['李秀兰'] },
    });
  });

  it('waits no longer once the last of them is back with its owner', () => {
    const back = lent.after((s) => giveBack(s, '李秀兰', LOAN.id));
    expect(depart(back.snapshot, MORNING)).not.toHaveProperty('error');
  });
});
