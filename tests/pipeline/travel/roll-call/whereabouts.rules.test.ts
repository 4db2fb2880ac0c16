import { describe, expect, it } from 'vitest';
import type { RollWord } from '../../../../src/pipeline/travel/roll-call/roll-state.ts';
import { isDisputed } from '../../../../src/pipeline/travel/roll-call/whereabouts.ts';
import { newPlacement } from '../../../../src/pipeline/new-placement.ts';

describe('a disagreement', () => {
  it('is about whoever is in the batch; of somebody who has left there is nothing to settle', () => {
    const boarding: RollWord[] = [
      { phone: 'a', no: 1, outcome: 'boarded', knows: {} },
      { phone: 'b', no: 1, outcome: 'no_show', knows: {} },
    ];
    const p = { ...newPlacement('p', 'w', '王兰花'), roll: { boarding } };
    expect([isDisputed(p), isDisputed({ ...p, exit: 'withdrawn' })]).toEqual([true, false]);
  });
});
