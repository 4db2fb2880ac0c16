import { z } from 'zod';
import { choice, mobile, remark, wholeNumber, words } from '../../http/forms.ts';
import { ESCORT_ROLES, LEG_MODES } from './manifest.ts';
import { ROLL_CALL_OUTCOMES } from './roll-call.ts';

/** `YYYY-MM-DDTHH:MM` as a phone's picker gives it, in China Standard Time, as an instant. */
const chinaTime = () =>
  z
    .string({ error: 'required' })
    .refine((text) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text), 'bad_date')
    .transform((text) => Date.parse(`${text}:00+08:00`));

export const legForm = z.object({
  mode: choice(LEG_MODES),
  vehicle: words(30),
  fromPlace: words(30),
  toPlace: words(30),
  departsAt: chinaTime(),
  arrivesAt: chinaTime(),
  seats: wholeNumber(1, 500),
});

export const escortForm = z.object({ name: words(30), phone: mobile(), role: choice(ESCORT_ROLES) });

export const checkInForm = z.object({ outcome: choice(ROLL_CALL_OUTCOMES), at: z.string().optional() });

export const handoverForm = z.object({ count: wholeNumber(0, 500), name: words(30) });

/** Who takes a roll call over, and the digits on the paper. */
export const takeoverForm = z.object({
  name: words(30),
  pin: z.string({ error: 'required' }).transform((text) => text.replaceAll(/\s/g, '')),
});

export const rosterFileForm = z
  .object({ shape: choice(['employer', 'railway']), format: choice(['xlsx', 'csv']), reason: remark(80) })
  .superRefine((form, ctx) => {
    if (form.shape === 'railway' && !form.reason)
      ctx.addIssue({ code: 'custom', path: ['reason'], message: 'reason_required' });
  });
