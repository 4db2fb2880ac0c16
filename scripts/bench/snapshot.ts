import { openBatch } from '../../src/pipeline/batch/lifecycle.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { newPlacement } from '../../src/pipeline/new-placement.ts';

/** A batch of forty people collecting papers, as large as the one it is compared with. */
export function aBatch(): Snapshot {
  return {
    ...openBatch({
      id: 'B',
      code: '26-04',
      coordinatorId: 'x',
      requirements: ['id_card', 'contract', 'insurance'],
      order: {
        id: 'O',
        state: 'confirmed',
        version: 1,
        headcount: 40,
        startsOn: '2027-03-06',
        termsHash: 'h',
        sentAt: 1,
        replyBy: null,
        trade: 'assembly',
        contractMonths: 12,
        payDay: 15,
      },
    }),
    stage: 'documents',
    seq: 300,
    headcount: 40,
    placements: Array.from({ length: 45 }, (_, i): Placement => ({
      ...newPlacement(`p${i}`, `w${i}`, `赵小军${i}`),
      recruitment: i < 40 ? 'selected' : 'reserve',
      rank: i < 40 ? null : i - 39,
      consentedHash: 'h',
      heldPlace: i < 40,
      health: 'fit',
      healthUntil: '2027-05-01',
      papers:
        i < 33
          ? { id_card: 'verified', contract: 'verified', insurance: 'verified' }
          : { insurance: 'verified' },
    })),
  };
}
