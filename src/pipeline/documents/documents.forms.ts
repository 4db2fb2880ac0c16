import { z } from 'zod';
import { calendarDay, expiryDay, issueDay } from '../../http/forms.ts';
import { INSURANCES, LODGINGS, WAGE_BASES } from '../recruitment/terms.ts';
import { PAPER_STATES, REJECT_REASONS } from './paper-state.ts';
import {
  choice,
  idList,
  maybe,
  remark,
  ticked,
  wholeNumber,
  words,
  yuan,
} from '../../http/fields.ts';
import { HOLDERS } from './custody-state.ts';
import { PAPER_KINDS } from './paper-kind.ts';

/**
 * When a paper was issued or until when it holds; both may be left out where the law sets no end.
 */
const dates = { issuedOn: maybe(issueDay()), expiresOn: maybe(expiryDay()) };

export const paperForm = z.object({
  kind: choice(PAPER_KINDS),
  state: choice(PAPER_STATES),
  reason: maybe(choice(REJECT_REASONS)),
  ...dates,
});

export const paperRoundForm = z.object({
  kind: choice(PAPER_KINDS),
  people: idList().optional(),
  ...dates,
});

export const requirementsForm = z.object({
  kinds: z
    .string({ error: 'required' })
    .transform((text) => text.split(','))
    .pipe(z.array(choice(PAPER_KINDS)).min(1, 'required')),
});

export const custodyForm = z.object({
  kind: choice(PAPER_KINDS),
  holder: choice(HOLDERS),
  keeper: words(20),
  returnBy: maybe(calendarDay()),
});

export const contractForm = z.object({
  employer: words(60),
  site: words(100),
  wageBasis: choice(WAGE_BASES),
  wage: yuan(100_000),
  payDay: wholeNumber(1, 31),
  hoursPerDay: wholeNumber(1, 16),
  daysPerWeek: wholeNumber(1, 7),
  months: wholeNumber(1, 120),
  lodging: choice(LODGINGS),
  meals: yuan(10_000),
  insurance: choice(INSURANCES),
  deductions: remark(200),
  signedOn: calendarDay(),
  copyHeld: ticked(),
});

/** A worker's own answer by their link. */
export const yesOrNoForm = z.object({ answer: choice(['yes', 'no']) });
