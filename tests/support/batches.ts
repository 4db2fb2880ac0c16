import { openBatch } from '../../src/pipeline/batch/lifecycle.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';

/** A batch on its first day: an order of `headcount` people, not yet sent, one escort named. */
export const aBatch = (headcount = 3): Snapshot => ({
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
});
