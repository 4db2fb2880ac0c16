import { describe, expect, it } from 'vitest';
import { equation } from '../../../src/pipeline/batch/equation.ts';
import { promote } from '../../../src/pipeline/recruitment/placement.ts';
import { checkIn } from '../../../src/pipeline/travel/roll-call/check-in.ts';
import { aBatch } from '../../support/batches.ts';

/** One place, held by 赵小军, and two reserves, of whom only 李秀兰 is ready. */
const locked = aBatch({ places: 1 })
  .confirmed()
  .registered(['赵小军', '李秀兰'])
  .agreed()
  .selected()
  .reserved()
  .fit()
  .documented()
  .locked()
  .registered(['陈玉梅'])
  .agreed()
  .reserved();
const noShow = locked.after((s) => checkIn(s, '赵小军', 'no_show'));

describe('the place of somebody who did not come', () => {
  it('is not given away before they did not come', () => {
    expect(promote(locked.snapshot, '李秀兰')).toEqual({ error: 'full' });
  });

  it('goes to no reserve who is not ready', () => {
    expect(promote(noShow.snapshot, '陈玉梅')).toEqual({ error: 'person_not_ready' });
  });

  it('goes to a reserve who is ready, and is counted once', () => {
    const taken = noShow.after((s) => promote(s, '李秀兰')).snapshot;
    expect(equation(taken)).toMatchObject({ confirmed: 1, waiting: 1, noShow: 0, unfilled: 0 });
    expect(checkIn(taken, '赵小军', 'boarded')).toEqual({ error: 'full' });
  });
});
