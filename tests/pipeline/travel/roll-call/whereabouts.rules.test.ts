import { describe, expect, it } from 'vitest';
import { withdraw } from '../../../../src/pipeline/recruitment/leaving.ts';
import type { BoardingOutcome } from '../../../../src/pipeline/travel/roll-call/roll-state.ts';
import { say } from '../../../../src/pipeline/travel/roll-call/roll-call.ts';
import { isDisputed } from '../../../../src/pipeline/travel/roll-call/whereabouts.ts';
import { aBatchBoarding } from '../../../support/batches.ts';
import type { Story } from '../../../support/story.ts';

function saidBy(phone: string, outcome: BoardingOutcome, story: Story): Story {
  const word = { phone, no: 1, outcome, knows: {} };
  return story.after((s) => say(s, { placementId: '王兰花', call: 'boarding', word }));
}
function disputed({ snapshot }: Story) {
  return snapshot.placements.filter(isDisputed).map(({ name }) => name);
}

const both = saidBy('b', 'no_show', saidBy('a', 'boarded', aBatchBoarding(['王兰花'])));

describe('a disagreement', () => {
  it('is about whoever is in the batch', () => {
    expect(disputed(both)).toEqual(['王兰花']);
  });

  it('is about nobody who has left it', () => {
    expect(disputed(both.after((s) => withdraw(s, '王兰花')))).toEqual([]);
  });
});
