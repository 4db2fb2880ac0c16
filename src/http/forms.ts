import { type ErrorCode, errorCode } from '../error-code.ts';
import type { z } from 'zod';
import { dayOf } from '../clock.ts';
import { looksLikeId, newId } from '../ids.ts';
import type { C } from './app-context.ts';
import { inTime } from './body-time.ts';
import { Failure } from './failures.ts';
import { readingOn } from './form-days.ts';
import { markForm } from './form-mark.ts';

export { calendarDay, chinaTime, expiryDay, issueDay } from './form-days.ts';

export type FormValues = Record<string, string>;
/** Error codes by field name. */
export type FormErrors = Record<string, ErrorCode>;
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
    errors[String(issue.path[0] ?? 'form')] ??= errorCode(issue.message) ?? 'required';
  return { ok: false, values, errors, key };
}

/**
 * What a refused form is told by in one sentence: its first error; where it is only empty, what was
 * to be written.
 */
export function firstError(errors: FormErrors, empty: ErrorCode): ErrorCode {
  const [first = 'required'] = Object.values(errors);
  return first === 'required' ? empty : first;
}
