import { type Terms, INSURANCES, LODGINGS, WAGE_BASES } from '../recruitment/terms.ts';
import { z } from 'zod';
import { calendarDay } from '../../http/forms.ts';
import { TRADE_CODES } from '../../registry/trade.ts';
import { narrow } from '../../text/plain-text.ts';
import { statesUnlawfulPreference } from '../../law/unlawful-preference.ts';
import { DECLINE_REASONS, REPLY_KINDS } from './order-state.ts';
import {
  choice,
  maybe,
  mobile,
  remark,
  ticked,
  wholeNumber,
  words,
  yuan,
} from '../../http/fields.ts';

function free(max: number) {
  return remark(max).refine((text) => !statesUnlawfulPreference(text), 'unlawful_preference');
}

const terms = {
  site: words(80).refine((text) => !statesUnlawfulPreference(text), 'unlawful_preference'),
  wageBasis: choice(WAGE_BASES),
  wageLow: yuan(),
  wageHigh: yuan(),
  payDay: wholeNumber(1, 31),
  hoursPerDay: wholeNumber(1, 12),
  daysPerWeek: wholeNumber(1, 7),
  lodging: choice(LODGINGS),
  meals: yuan(10_000),
  insurance: choice(INSURANCES),
  deductions: free(200),
  hazards: free(200),
  contractMonths: wholeNumber(1, 60),
  headcount: wholeNumber(1, 500),
  startsOn: calendarDay(),
};

function wageRange(form: { wageLow: number; wageHigh: number }, ctx: z.RefinementCtx) {
  if (form.wageHigh < form.wageLow)
    ctx.addIssue({ code: 'custom', path: ['wageHigh'], message: 'wage_range' });
}

/**
 * There is no field for a fee, and none in which a preference by sex, marriage or childbearing
 * could be put.
 */
export const orderForm = z
  .object({
    employerId: words(26),
    agencyId: z.string().optional(),
    trade: choice(TRADE_CODES),
    certificateRequired: ticked(),
    hazardous: ticked(),
    contactName: words(30),
    contactPhone: mobile(),
    ...terms,
  })
  .superRefine(wageRange);

export const amendmentForm = z.object(terms).superRefine(wageRange);

export const replyForm = z
  .object({
    kind: choice(REPLY_KINDS),
    version: wholeNumber(1, 1000),
    name: words(30),
    phone: mobile(),
    headcount: z.string().transform(narrow).optional(),
    startsOn: z.string().optional(),
    reason: maybe(choice(DECLINE_REASONS)),
    note: free(200),
  })
  .superRefine((form, ctx) => {
    if (form.kind === 'decline' && form.reason === null)
      ctx.addIssue({ code: 'custom', path: ['reason'], message: 'required' });
    if (form.kind !== 'counter') return;
    for (const [field, schema] of [
      ['headcount', wholeNumber(1, 500)],
      ['startsOn', calendarDay()],
    ] as const) {
      const { error } = schema.safeParse(form[field]);
      if (error)
        ctx.addIssue({
          code: 'custom',
          path: [field],
          message: error.issues[0]?.message ?? 'required',
        });
    }
  });

/** The terms that a form sets out, for the employer and trade of its order. */
export function termsFrom(
  form: z.infer<typeof amendmentForm>,
  employer: string,
  trade: Terms['trade'],
): Terms {
  const { wageLow, wageHigh, meals, headcount: _, ...rest } = form;
  return { ...rest, employer, trade, wageLowFen: wageLow, wageHighFen: wageHigh, mealsFen: meals };
}
