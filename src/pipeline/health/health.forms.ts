import { z } from 'zod';
import { calendarDay } from '../../http/forms.ts';
import { PAYERS } from './exam-day.ts';
import { CONCLUSIONS, RESTRICTIONS, TRAVEL_FIT } from './health-state.ts';
import { choice, idList, maybe, rowId, wholeNumber, yuan } from '../../http/fields.ts';

export const examDayForm = z.object({
  clinicId: rowId(),
  heldOn: calendarDay(),
  capacity: maybe(wholeNumber(0, 500)),
  price: maybe(yuan(10_000)),
  payer: choice(PAYERS).optional(),
  people: idList(),
});

export const examDateForm = z.object({ heldOn: calendarDay() });
/** Nobody named means everybody who is still to come. */
export const examAbsenceForm = z.object({
  people: maybe(idList()).transform((people) => people ?? undefined),
});
export const examBookingForm = z.object({ people: idList() });

function millis() {
  return z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .optional()
    .catch(undefined);
}

/**
 * What a clinic's device knew, and when it was tapped, in every way in which it can tell
 * (`batch/tap-time.ts`).
 */
const device = {
  saw: z.string().max(26).optional(),
  tappedAt: millis(),
  tappedLeast: millis(),
  tappedSince: millis(),
  tappedAge: millis(),
  sentAt: millis(),
};

/**
 * A conclusion, and nothing else that could be typed; on a clinic's page also what its device saw
 * and when it was tapped.
 */
export const conclusionForm = z.object({
  conclusion: choice(CONCLUSIONS),
  restriction: maybe(choice(RESTRICTIONS)),
  recheckBy: maybe(calendarDay()),
  /** The day on the clinic's paper, where the station enters it later. */
  concludedOn: maybe(calendarDay()),
  ...device,
});

export const takeBackForm = z.object(device);

export const travelFitForm = z.object({ answer: choice(TRAVEL_FIT) });
