import { z } from 'zod';
import { BEARERS, BUDGET_LINES } from './budget.ts';
import { choice, maybe, remark, rowId, yuan } from '../../http/fields.ts';

/** What an incident cost, and who bears it: known later than that it happened. */
export const incidentCostForm = z.object({ amount: yuan(1_000_000), bearer: choice(BEARERS) });

/** Something that was paid: for what, by whom, how much, and the number of the receipt. */
export const costForm = z.object({
  line: choice(BUDGET_LINES),
  bearer: choice(BEARERS),
  amount: yuan(1_000_000),
  legId: maybe(rowId()),
  receipt: remark(40),
  note: remark(100),
});
