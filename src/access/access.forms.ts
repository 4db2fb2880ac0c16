import { z } from 'zod';
import { ROLES } from './permissions.ts';
import { passwordError } from './password.ts';
import { choice, maybe, mobile, rowId, words } from '../http/fields.ts';

/** A password exactly as it was typed: spaces count. */
function password() {
  return z.string({ error: 'required' }).min(1, 'required').max(200, 'too_long');
}
const newPassword = password();

export const signInForm = z.object({
  phone: mobile(),
  password: password(),
  next: z.string().optional(),
});

export const setupForm = z
  .object({ name: words(30), phone: mobile(), password: newPassword })
  .superRefine((form, ctx) => {
    const error = passwordError(form.password, form.phone);
    if (error) ctx.addIssue({ code: 'custom', path: ['password'], message: error });
  });

export const accountForm = z
  .object({
    name: words(30),
    phone: mobile(),
    role: choice(ROLES),
    villageId: maybe(rowId()),
    password: newPassword,
  })
  .superRefine((form, ctx) => {
    const error = passwordError(form.password, form.phone);
    if (error) ctx.addIssue({ code: 'custom', path: ['password'], message: error });
    if (form.role === 'officer' && !form.villageId)
      ctx.addIssue({ code: 'custom', path: ['villageId'], message: 'village_required' });
  });

/** A password by itself; whether it is the phone number is asked where the number is known. */
const freshPassword = newPassword.superRefine((text, ctx) => {
  const error = passwordError(text, '');
  if (error) ctx.addIssue({ code: 'custom', message: error });
});

export const resetForm = z.object({ password: freshPassword });

export const ownPasswordForm = z.object({
  current: password(),
  password: freshPassword,
});
