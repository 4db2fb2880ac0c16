import { openBatch } from '../../src/pipeline/batch/lifecycle.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { newPlacement } from '../../src/pipeline/new-placement.ts';

/** A batch on its first day: an order of `headcount` people, not yet sent, one escort named. */
export function aBatch(headcount = 3): Snapshot {
  return {
    ...openBatch({
      id: 'B',
      code: '27-03',
      coordinatorId: 'zhou',
      requirements: ['id_card', 'contract'],
      order: {
        id: 'O',
        state: 'draft',
        version: 1,
        headcount,
        startsOn: '2027-03-06',
        termsHash: 'terms-1',
        sentAt: null,
        replyBy: null,
        trade: 'assembly',
        contractMonths: 12,
        payDay: 15,
      },
    }),
    escorts: 1,
  };
}

/**
 * The same on the morning of its departure: these people ready, their list fixed, nobody called.
 */
export function aBatchBoarding(names: readonly string[]): Snapshot {
  return {
    ...aBatch(names.length),
    stage: 'travel',
    headcount: names.length,
    departsOn: '2027-03-06',
    lockedAt: 1,
    order: { ...aBatch(names.length).order, state: 'confirmed' },
    placements: names.map((name, i) => ({
      ...newPlacement(`01KPLACEMENT0000000000000${i}`, `w${i}`, name),
      recruitment: 'selected',
      heldPlace: true,
      consentedHash: 'terms-1',
      health: 'fit',
      healthUntil: '2027-12-31',
      papers: { id_card: 'verified', contract: 'verified' },
    })),
  };
}
