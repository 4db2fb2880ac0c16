/** What tests write into the rows of a roll call, whichever database holds them. */
import { batch, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { rollEntry } from '../../src/pipeline/travel/roll-call/roll-call.tables.ts';
import { handover } from '../../src/pipeline/travel/travel.tables.ts';
import type { Rows } from './rows.ts';

/** What the row of a person says, and that of their batch, while nobody has been called. */
export const UNCALLED = {
  person: { travel: 'expected', roll: {}, active: true, followUp: 'none' },
  batch: {
    departedAt: null,
    arrivedAt: null,
    handedOverAt: null,
    openVisits: 0,
    phones: {},
    heldEntries: [],
    stage: 'travel',
  },
} as const satisfies {
  person: Partial<typeof placement.$inferSelect>;
  batch: Partial<typeof batch.$inferSelect>;
};

/** Makes the roll of a batch what it is while nobody has called it, and nobody has departed. */
export async function forgetTheRoll(rows: Rows, batchId: string): Promise<void> {
  await rows.remove(rollEntry, { batchId });
  await rows.remove(handover, { batchId });
  await rows.change(placement, { batchId, exit: null }, UNCALLED.person);
  const { touched } = await rows.first(batch, { id: batchId });
  await rows.change(batch, { id: batchId }, { ...UNCALLED.batch, touched: touched + 1 });
}
