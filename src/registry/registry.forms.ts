import { z } from 'zod';
import { calendarDay, expiryDay } from '../http/forms.ts';
import { readingDay } from '../http/form-days.ts';
import { isCreditCode } from './credit-code.ts';
import { readIdNumber } from './id-number.ts';
import { plainName } from './name.ts';
import { plainText } from '../text/plain-text.ts';
import { PROVINCES } from './province.ts';
import { TRADE_CODES } from './trade.ts';
import { AVAILABILITY } from './worker.ts';
import {
  choice,
  choices,
  maybe,
  mobile,
  remark,
  rowId,
  ticked,
  wholeNumber,
  words,
  yuan,
} from '../http/fields.ts';

/** Somebody's name, in the one form that names are kept in. */
export function personName(max = 30) {
  return words(max, plainName);
}

const idNumber = z.string({ error: 'required' }).transform((text, ctx) => {
  const read = readIdNumber(text);
  if ('error' in read) {
    ctx.addIssue({ code: 'custom', message: plainText(text) ? read.error : 'required' });
    return { number: '', bornOn: '', sex: 'male' as const };
  }
  if (read.bornOn > readingDay()) ctx.addIssue({ code: 'custom', message: 'id_birth_to_come' });
  return read;
});

const editable = {
  name: personName(),
  phone: mobile(),
  villageId: words(26),
  groupName: remark(20),
  trade: choice(TRADE_CODES),
  skilled: ticked(),
  remark: remark(200),
  kinName: remark(30, plainName),
  kinRelation: remark(10),
  kinPhone: maybe(mobile()),
};

export const workerForm = z.object({
  ...editable,
  idNumber,
  availability: choice(AVAILABILITY),
  dataConsent: ticked(),
});
/**
 * An ID number is typed again only where it was registered wrongly; `correction` is the request
 * that is answered by it.
 */
export const workerEditForm = z.object({
  ...editable,
  idNumber: maybe(idNumber),
  correction: maybe(rowId()),
});

/** What somebody says of going. Companions are names; who is meant is found in the register. */
export const wishForm = z.object({
  availability: choice(AVAILABILITY),
  from: maybe(calendarDay()),
  provinces: choices(PROVINCES),
  trades: choices(TRADE_CODES),
  least: maybe(yuan(100_000)),
  companions: remark(60),
});

export const certificateForm = z.object({
  trade: choice(TRADE_CODES),
  level: words(20),
  number: remark(30),
  issuer: remark(60),
  expiresOn: maybe(expiryDay()),
  reviewOn: maybe(expiryDay()),
});

/** What stands behind the question mark of a list's address. */
function address() {
  return z.string().transform(plainText).pipe(z.string().max(400));
}

export const savedSearchForm = z.object({ name: words(20), query: address() });

/** A file of people. Whole ID numbers are for a stated purpose only (PIPL art. 6). */
export const exportForm = z
  .object({
    format: choice(['xlsx', 'csv']),
    query: maybe(address()),
    idNumbers: ticked(),
    reason: remark(80),
  })
  .superRefine((form, ctx) => {
    if (form.idNumbers && !form.reason)
      ctx.addIssue({ code: 'custom', path: ['reason'], message: 'reason_required' });
  });

export const revealForm = z.object({ reason: words(80) });

export const employerForm = z.object({
  name: words(60),
  creditCode: words(18).refine(isCreditCode, 'bad_credit_code'),
  province: choice(PROVINCES),
  city: words(20),
  contactName: words(30),
  contactPhone: mobile(),
});

export const agencyForm = z.object({
  name: words(60),
  licenceNumber: words(30),
  licenceExpiresOn: expiryDay(),
});
export const clinicForm = z.object({
  name: words(60),
  phone: words(20),
  address: words(100),
  price: maybe(yuan(10_000)),
});
export const areaForm = z.object({ name: words(20) });

const MINUTES = maybe(wholeNumber(0, 600));

/**
 * How long it takes from each village to the bus, in minutes, by the village's id; empty where
 * nobody knows.
 */
export const distancesForm = z.record(z.string(), z.string()).transform((fields, ctx) =>
  Object.entries(fields).flatMap(([field, text]) => {
    if (!field.startsWith('minutes-')) return [];
    const minutes = MINUTES.safeParse(text);
    if (!minutes.success)
      ctx.addIssue({
        code: 'custom',
        path: [field],
        message: minutes.error.issues[0]?.message ?? 'bad_number',
      });
    return [{ id: field.slice('minutes-'.length), minutes: minutes.data ?? null }];
  }),
);
