import { z } from 'zod';
import { chinaTime } from '../../http/forms.ts';
import { narrow } from '../../text/plain-text.ts';
import { BEARERS } from '../ledger/budget.ts';
import { CORRECTED } from './handover/correction.ts';
import { incidentFaults, LEG_TROUBLES } from './incident.ts';
import { ESCORT_ROLES, LEG_MODES } from './manifest.ts';
import {
  choice,
  idList,
  maybe,
  mobile,
  remark,
  rowId,
  ticked,
  wholeNumber,
  words,
  yuan,
} from '../../http/fields.ts';
import { ROLL_CALL_OUTCOMES } from './roll-call/roll-state.ts';
import { ONWARD, REJECTION_REASONS } from './handover/handover-state.ts';
import { INCIDENT_KINDS } from './incident-kind.ts';

function notBefore(form: { departsAt: number; arrivesAt: number }, ctx: z.RefinementCtx) {
  if (form.arrivesAt <= form.departsAt)
    ctx.addIssue({ code: 'custom', path: ['arrivesAt'], message: 'arrives_before' });
}

const legFields = {
  mode: choice(LEG_MODES),
  vehicle: words(30),
  fromPlace: words(30),
  toPlace: words(30),
  departsAt: chinaTime(),
  arrivesAt: chinaTime(),
  seats: wholeNumber(1, 500),
  driver: remark(30),
  driverPhone: maybe(mobile()),
  secondDriver: remark(30),
  rests: maybe(wholeNumber(0, 20)),
  nightStop: ticked(),
  ticketed: ticked(),
  cost: maybe(yuan(1_000_000)),
  help: remark(200),
};

export const legForm = z.object(legFields).superRefine(notBefore);

/** Another vehicle or other times; on the way also why, which is an incident. */
export const legChangeForm = z
  .object({ ...legFields, trouble: maybe(choice(LEG_TROUBLES)), why: remark(120) })
  .superRefine(notBefore);
/** A worker of the batch who agreed to help: their own word, as it was asked for. */
export const captainForm = z.object({
  placementId: rowId(),
  agreed: z.literal('yes', 'agreement_needed'),
});

/** Somebody, and the seat they are to have. */
export const seatForm = z.object({ placementId: rowId(), legId: rowId(), no: wholeNumber(1, 500) });

export const sendOffForm = z.object({
  at: chinaTime(),
  place: words(60),
  leaders: remark(100),
  photos: wholeNumber(0, 500),
});

export const incidentForm = z
  .object({
    kind: choice(INCIDENT_KINDS),
    at: chinaTime(),
    legId: maybe(rowId()),
    people: maybe(idList()),
    note: remark(300),
    called: remark(100),
    policeReport: remark(40),
    cost: maybe(yuan(1_000_000)),
    answerable: choice(BEARERS),
  })
  .superRefine(({ kind, people, note, called, policeReport }, ctx) => {
    const fault = incidentFaults({ kind, people: people ?? [], note, called, policeReport });
    if (fault) ctx.addIssue({ code: 'custom', path: [fault.field], message: fault.code });
  });

/** Who turns out to have been what, who of the employer agreed, and why. */
export const correctionForm = z.object({
  placementId: rowId(),
  outcome: choice(CORRECTED),
  reason: maybe(choice(REJECTION_REASONS)),
  name: words(30),
  why: words(120),
});

export const onwardForm = z.object({
  next: choice(ONWARD),
  bearer: choice(BEARERS),
  cost: maybe(yuan(100_000)),
  note: remark(120),
});

/** Somebody of the station, whose name and number are known, or an outsider who is named. */
const whoRides = {
  accountId: maybe(rowId()),
  name: remark(30),
  phone: maybe(mobile()),
};
function isNamed(
  form: { accountId: string | null; name: string; phone: string | null },
  ctx: z.RefinementCtx,
) {
  if (form.accountId) return;
  if (form.name === '') ctx.addIssue({ code: 'custom', path: ['name'], message: 'required' });
  if (!form.phone) ctx.addIssue({ code: 'custom', path: ['phone'], message: 'required' });
}
export const escortForm = z
  .object({ ...whoRides, role: choice(ESCORT_ROLES) })
  .superRefine(isNamed);

/** Who rides along in the place of an escort, and why. */
export const escortChangeForm = z.object({ ...whoRides, why: words(120) }).superRefine(isNamed);

export const checkInForm = z.object({ outcome: choice(ROLL_CALL_OUTCOMES) });

/**
 * The number follows from the names; where somebody gives one all the same, it is compared with
 * them.
 */
export const handoverForm = z.object({ count: maybe(wholeNumber(0, 500)), name: words(30) });

/** Who takes a roll call over, and the digits on the paper. */
export const takeoverForm = z.object({
  name: words(30),
  pin: z.string({ error: 'required' }).transform((text) => narrow(text).replaceAll(' ', '')),
});

export const rosterFileForm = z
  .object({
    shape: choice(['employer', 'railway']),
    format: choice(['xlsx', 'csv']),
    reason: remark(80),
  })
  .superRefine((form, ctx) => {
    if (form.shape === 'railway' && !form.reason)
      ctx.addIssue({ code: 'custom', path: ['reason'], message: 'reason_required' });
  });
