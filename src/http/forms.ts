import { z } from 'zod';
import { dayOf } from '../clock.ts';
import { looksLikeId, newId } from '../ids.ts';
import { namesForbiddenHealth } from '../law/forbidden-health.ts';
import { readMobile } from '../text/phone.ts';
import { narrow, plainText } from '../text/plain-text.ts';
import type { C } from './app-context.ts';
import { inTime } from './body-time.ts';
import { Failure } from './failures.ts';
import { readingOn } from './form-days.ts';
import { markForm } from './form-mark.ts';

export { calendarDay, chinaTime, expiryDay, issueDay } from './form-days.ts';

export type FormValues = Record<string, string>;
/** Error codes by field name. */
export type FormErrors = Record<string, string>;
export type ReadForm<T> =
  | { ok: true; value: T; values: FormValues; key: string }
  | { ok: false; values: FormValues; errors: FormErrors; key: string };

/**
 * Why a body could not be read: it did not come in time, was cut off on the way, or is no form at
 * all.
 */
function badBody(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure(400, 'bad_form');
}

/**
 * The fields as they were sent, a name as often as it came. Most forms are short texts, which need
 * no parts to be parsed.
 */
async function fieldsOf(c: C): Promise<Iterable<[string, unknown]>> {
  const type = c.req.header('content-type') ?? '';
  if (type.startsWith('application/x-www-form-urlencoded'))
    return new URLSearchParams(new TextDecoder().decode(await inTime(c, c.req.arrayBuffer())));
  // A form of buttons alone has no content, and some senders then say no type.
  if (type === '' && (await inTime(c, c.req.arrayBuffer())).byteLength === 0) return [];
  try {
    return await inTime(c, c.req.formData());
  } catch (error) {
    throw badBody(error);
  }
}

/**
 * A form with a file in it. Throws 400 where it was cut off on the way or is none, 408 where it
 * takes too long.
 */
export async function wholeBody(c: C): Promise<Record<string, string | File>> {
  try {
    const body: Record<string, string | File> = await inTime(
      c,
      c.req.parseBody<Record<string, string | File>>(),
    );
    await markForm(c, Object.entries(body));
    return body;
  } catch (error) {
    throw badBody(error);
  }
}

/**
 * Reads a form by its schema. What was typed comes back as it was, with an error code beside each
 * wrong field.
 */
export async function readForm<T>(c: C, schema: z.ZodType<T>): Promise<ReadForm<T>> {
  const values: FormValues = {};
  const fields = [...(await fieldsOf(c))];
  await markForm(c, fields);
  for (const [name, value] of fields)
    if (typeof value === 'string')
      values[name] = name in values ? `${values[name]},${value}` : value;
  const key = looksLikeId(values['key'] ?? '') ? values['key']! : newId();
  const parsed = readingOn(dayOf(c.var.now), () => schema.safeParse(values));
  const errors: FormErrors = {};
  c.set('sent', { values, errors });
  if (parsed.success) return { ok: true, value: parsed.data, values, key };
  for (const issue of parsed.error.issues)
    errors[String(issue.path[0] ?? 'form')] ??= issue.message;
  return { ok: false, values, errors, key };
}

/**
 * What a refused form is told by in one sentence: its first error; where it is only empty, what was
 * to be written.
 */
export function firstError(errors: FormErrors, empty: string): string {
  const [first = 'required'] = Object.values(errors);
  return first === 'required' ? empty : first;
}

/**
 * Required text of bounded length, in its one form. No text anywhere may name a forbidden health
 * result.
 */
export function words(max = 80, form = plainText) {
  return z
    .string({ error: 'required' })
    .transform(plainText)
    .refine((text) => !namesForbiddenHealth(text), 'forbidden_health')
    .transform(form)
    .pipe(z.string().min(1, 'required').max(max, 'too_long'));
}

/**
 * Text that may be left out. Near people it may not name a forbidden result, so no remark does
 * anywhere.
 */
export function remark(max = 200, form = plainText) {
  return z
    .string()
    .optional()
    .transform((text) => plainText(text ?? ''))
    .refine((text) => !namesForbiddenHealth(text), 'forbidden_health')
    .transform(form)
    .pipe(z.string().max(max, 'too_long'));
}

export function choice<T extends string>(options: readonly T[]) {
  return z.enum(options as readonly [T, ...T[]], { error: 'required' });
}

/** Any of several options, ticked one by one. */
export function choices<T extends string>(options: readonly T[]) {
  return z
    .string()
    .optional()
    .transform((text) => {
      const ticked = new Set((text ?? '').split(','));
      return options.filter((option) => ticked.has(option));
    });
}

/**
 * A number as people write one: digits of any width, with spaces round them. What only a machine
 * takes for a number (0x10, 1e1, +5) is refused with `bad_number`, and what lies outside the bounds
 * with `out_of_range`.
 */
export function wholeNumber(min: number, max: number) {
  return z
    .string({ error: 'required' })
    .transform(narrow)
    .refine((text) => /^\d{1,9}$/.test(text), 'bad_number')
    .transform(Number)
    .refine((number) => number >= min && number <= max, 'out_of_range');
}

/** Yuan as typed, in fen. */
export function yuan(max = 1_000_000) {
  return z
    .string({ error: 'required' })
    .transform(narrow)
    .refine((text) => /^\d{1,7}(\.\d{1,2})?$/.test(text), 'bad_amount')
    .transform((text) => Math.round(Number(text) * 100))
    .refine((amount) => amount <= max * 100, 'out_of_range');
}

export function mobile() {
  return z.string({ error: 'required' }).transform((text, ctx) => {
    const number = readMobile(text);
    if (number === null)
      ctx.addIssue({ code: 'custom', message: plainText(text) ? 'bad_mobile' : 'required' });
    return number ?? '';
  });
}

export function ticked() {
  return z
    .string()
    .optional()
    .transform((text) => text === 'yes');
}

/**
 * A field that may be left empty, which gives null; what is typed in it is read by its own schema,
 * with its own error.
 */
export function maybe<T>(schema: z.ZodType<T>) {
  return z
    .string()
    .optional()
    .transform((text, ctx): T | null => {
      if (plainText(text ?? '') === '') return null;
      const read = schema.safeParse(text);
      if (read.success) return read.data;
      ctx.addIssue({ code: 'custom', message: read.error.issues[0]?.message ?? 'required' });
      return null;
    });
}

/** Ticked ids of a list, at most 200 at once. */
export function idList() {
  return z
    .string()
    .optional()
    .transform((text) => (text ?? '').split(',').filter(looksLikeId))
    .pipe(z.array(z.string()).min(1, 'nothing_chosen').max(200, 'too_many'));
}

export function rowId() {
  return z.string({ error: 'required' }).refine(looksLikeId, 'required');
}
