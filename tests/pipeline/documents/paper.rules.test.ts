import { describe, expect, it } from 'vitest';
import { atHour } from '../../../src/clock.ts';
import { recordPaper } from '../../../src/pipeline/documents/paper.ts';
import { aBatchOf } from '../../support/batches.ts';

const s = aBatchOf(['刘志强']).snapshot;
/** A paper is looked at two weeks before the departure, on the sixth of March. */
function verified(until: string | null) {
  const step = { kind: 'id_card', state: 'verified', reason: null, until } as const;
  return recordPaper(s, '刘志强', step, atHour('2027-02-20', 9));
}

describe('a paper', () => {
  it('is not taken where it is out of date, or will be on the day of departure', () => {
    expect(verified('2027-02-19')).toEqual({ error: 'paper_expired' });
    expect(verified('2027-03-05')).toEqual({ error: 'paper_expires_early' });
  });

  it('is taken where it holds until then, or for good', () => {
    expect(verified('2027-03-06')).not.toHaveProperty('error');
    expect(verified(null)).not.toHaveProperty('error');
  });
});
