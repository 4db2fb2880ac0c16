import { z } from 'zod';
import { calendarDay, choice, idList, optionalDay, rowId } from '../../http/forms.ts';
import { CONCLUSIONS, RESTRICTIONS } from './fitness.ts';

export const examDayForm = z.object({ clinicId: rowId(), heldOn: calendarDay(), people: idList() });

/** A conclusion, and nothing else that could be typed. */
export const conclusionForm = z.object({
  conclusion: choice(CONCLUSIONS),
  restriction: z
    .union([z.literal(''), choice(RESTRICTIONS)])
    .optional()
    .transform((value) => value || null),
  recheckBy: optionalDay(),
});
