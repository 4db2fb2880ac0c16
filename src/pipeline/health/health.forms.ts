import { z } from 'zod';
import { calendarDay, choice, idList, maybe, optionalDay, rowId, wholeNumber, yuan } from '../../http/forms.ts';
import { PAYERS } from './exam-day.ts';
import { CONCLUSIONS, RESTRICTIONS, TRAVEL_FIT } from './fitness.ts';

export const examDayForm = z.object({
  clinicId: rowId(),
  heldOn: calendarDay(),
  capacity: maybe(wholeNumber(0, 500)),
  price: maybe(yuan(10_000)),
  payer: choice(PAYERS).optional(),
  people: idList(),
});

export const examDateForm = z.object({ heldOn: calendarDay() });
export const examBookingForm = z.object({ people: idList() });

/** A conclusion, and nothing else that could be typed; on a clinic's page also what its device saw and when it was tapped. */
export const conclusionForm = z.object({
  conclusion: choice(CONCLUSIONS),
  restriction: z
    .union([z.literal(''), choice(RESTRICTIONS)])
    .optional()
    .transform((value) => value || null),
  recheckBy: optionalDay(),
  /** The newest conclusion that the device knew of; empty where it knew of none. */
  saw: z.string().max(26).optional(),
  /** When it was tapped, in epoch milliseconds by the device's own clock. */
  tappedAt: z
    .string()
    .regex(/^\d{13}$/)
    .transform(Number)
    .optional(),
});

export const travelFitForm = z.object({ answer: choice(TRAVEL_FIT) });
