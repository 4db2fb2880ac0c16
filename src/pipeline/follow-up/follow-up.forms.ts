import { z } from 'zod';
import { calendarDay } from '../../http/forms.ts';
import { readingDay } from '../../http/form-days.ts';
import { RETURN_REASONS } from './follow-up-state.ts';
import { choice, mobile, yuan } from '../../http/fields.ts';
import { VISIT_OUTCOMES } from './visit-state.ts';
import { CASE_STATES } from './case-state.ts';

function yesOrNo() {
  return z
    .string()
    .optional()
    .transform((text) => (text === 'yes' || text === 'no' ? text === 'yes' : null));
}

export const outcomeForm = z.object({
  outcome: choice(VISIT_OUTCOMES),
  working: yesOrNo(),
  contractHeld: yesOrNo(),
  papersHeld: yesOrNo(),
  wantsHome: yesOrNo(),
  paid: z
    .union([z.literal('').transform(() => null), yuan()])
    .optional()
    .transform((amount) => amount ?? null),
  /** The day on which the call was made: today, where none is said. */
  madeOn: z
    .union([z.literal('').transform(() => readingDay()), calendarDay()])
    .optional()
    .transform((day) => day ?? readingDay())
    .refine((day) => day <= readingDay(), 'not_yet'),
});

export const numberForm = z.object({ phone: mobile() });

export const homecomingForm = z.object({ reason: choice(RETURN_REASONS) });

export const caseForm = z.object({
  state: choice(CASE_STATES),
  claimed: yuan(),
  recovered: yuan(),
});
