import { z } from 'zod';
import { calendarDay, choice, mobile, optionalDay, remark, ticked, words } from '../http/forms.ts';
import { isCreditCode } from './credit-code.ts';
import { readIdNumber } from './id-number.ts';
import { PROVINCES } from './province.ts';
import { TRADE_CODES } from './trade.ts';
import { AVAILABILITY } from './worker.ts';

const idNumber = z.string({ error: 'required' }).transform((text, ctx) => {
  const read = readIdNumber(text);
  if ('error' in read) {
    ctx.addIssue({ code: 'custom', message: text.trim() ? read.error : 'required' });
    return { number: '', bornOn: '', sex: 'male' as const };
  }
  return read;
});

const editable = {
  name: words(30),
  phone: mobile(),
  villageId: words(26),
  groupName: remark(20),
  trade: choice(TRADE_CODES),
  skilled: ticked(),
  availability: choice(AVAILABILITY),
  kinName: remark(30),
  kinRelation: remark(10),
  kinPhone: z.union([z.literal('').transform(() => ''), mobile()]).optional(),
};

export const workerForm = z.object({ ...editable, idNumber, dataConsent: ticked() });
export const workerEditForm = z.object(editable);

export const certificateForm = z.object({ trade: choice(TRADE_CODES), level: words(20), expiresOn: optionalDay() });

export const revealForm = z.object({ reason: words(80) });

export const employerForm = z.object({
  name: words(60),
  creditCode: words(18).refine(isCreditCode, 'bad_credit_code'),
  province: choice(PROVINCES),
  city: words(20),
  contactName: words(30),
  contactPhone: mobile(),
});

export const agencyForm = z.object({ name: words(60), licenceNumber: words(30), licenceExpiresOn: calendarDay() });
export const clinicForm = z.object({ name: words(60), phone: words(20), address: words(100) });
export const areaForm = z.object({ name: words(20) });
