import { z } from 'zod';
import { looksLikeId } from '../ids.ts';
import { namesForbiddenHealth } from '../law/forbidden-health.ts';
import { readMobile } from '../text/phone.ts';
import { narrow, plainText } from '../text/plain-text.ts';

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
