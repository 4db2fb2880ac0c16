import type { ErrorCode } from '../../../error-code.ts';
import { z } from 'zod';
import { looksLikeId } from '../../../ids.ts';
import type { EntryClock } from './entry-times.ts';
import { CALL_NAME } from './stops.ts';
import type { PhoneEntry } from './deed.ts';
import { choice, remark, words } from '../../../http/fields.ts';
import { ARRIVAL_OUTCOMES, BOARDING_OUTCOMES, type CallName } from './roll-state.ts';
import { REJECTION_REASONS } from '../handover/handover-state.ts';
import { INCIDENT_KINDS } from '../incident-kind.ts';

/** How many entries one upload may hold; a phone with more sends them in turn. */
export const ENTRIES_AT_ONCE = 60;

const id = z.string().refine(looksLikeId);
const phone = z.string().regex(/^[a-z0-9]{8}$/);
const no = z.number().int().min(1).max(100_000);
const clock = z.number().int().min(0).max(8_640_000_000_000_000);
const knows = z
  .record(z.string().max(40), z.number().int().min(0).max(100_000))
  .refine((all) => Object.keys(all).length <= 40);
const common = { id, no, at: clock, knows };

const entry = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('word'),
    placementId: id,
    call: z
      .string()
      .regex(CALL_NAME)
      .transform((name) => name as CallName),
    outcome: choice([...BOARDING_OUTCOMES, ...ARRIVAL_OUTCOMES, 'present', 'undo']),
    echoes: z
      .tuple([z.string().regex(/^[\w-]{1,40}$/), z.number().int().min(0).max(100_000)])
      .optional(),
  }),
  z.object({ ...common, kind: z.literal('depart') }),
  z.object({ ...common, kind: z.literal('depart_undo') }),
  z.object({ ...common, kind: z.literal('arrive') }),
  z.object({
    ...common,
    kind: z.literal('plan_seen'),
    version: z.number().int().min(1).max(10_000),
  }),
  z.object({
    ...common,
    kind: z.literal('incident'),
    what: choice(INCIDENT_KINDS),
    // Phones that were opened before this was asked send none.
    legId: id.nullable().default(null),
    people: z.array(id).max(200),
    note: remark(300),
    called: remark(100),
    policeReport: remark(40),
  }),
  z.object({
    ...common,
    kind: z.literal('handover'),
    count: z.number().int().min(0).max(500),
    name: words(30),
    people: z.array(id).max(500),
    rejected: z.array(z.object({ placementId: id, reason: choice(REJECTION_REASONS) })).max(500),
  }),
]);

const json = z.string({ error: 'required' }).transform((text, ctx): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    ctx.addIssue({ code: 'custom', message: 'required' });
    return z.NEVER;
  }
});

/**
 * An entry that cannot be read, as far as it can: it takes its number, is refused with the reason,
 * and holds up no other.
 */
export type Unreadable = { no: number; reason: ErrorCode };

const numbered = z.object({ id, no, at: clock });

/**
 * What pages since then also tell: the station's clock as the phone had heard it, and how long ago
 * the tap was.
 */
const timed = z.object({
  no,
  least: clock.optional(),
  since: clock.optional(),
  age: z.number().int().min(0).max(40_000_000_000).optional(),
});

type SentEntries = {
  entries: PhoneEntry[];
  unreadable: Unreadable[];
  clocks: Map<number, EntryClock>;
};

function sentEntries(list: unknown[]): SentEntries {
  const entries: PhoneEntry[] = [];
  const unreadable: Unreadable[] = [];
  const clocks = new Map<number, EntryClock>();
  for (const each of list) {
    const time = timed.safeParse(each);
    if (time.success) clocks.set(time.data.no, time.data);
    const read = entry.safeParse(each);
    if (read.success) {
      entries.push(read.data);
      continue;
    }
    const base = numbered.safeParse(each);
    if (!base.success) continue;
    // Nothing of what it said is kept: it may be just what may not be written down.
    entries.push({ ...base.data, knows: {}, kind: 'unreadable' });
    const isForbidden = read.error.issues.some(({ message }) => message === 'forbidden_health');
    unreadable.push({
      no: base.data.no,
      reason: isForbidden ? 'forbidden_health' : 'entry_unreadable',
    });
  }
  return { entries, unreadable, clocks };
}

/**
 * What a phone of the roll call sends: which phone it is, its clock as it sends, what it last saw,
 * and its entries.
 */
export const uploadForm = z.object({
  phone,
  sentAt: z
    .string()
    .regex(/^\d{1,16}$/)
    .transform(Number),
  seq: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  entries: json.pipe(z.array(z.unknown()).max(ENTRIES_AT_ONCE)).transform(sentEntries),
});

export type Upload = z.infer<typeof uploadForm>;
