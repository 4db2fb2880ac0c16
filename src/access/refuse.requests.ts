import type { C } from '../http/app-context.ts';
import { firstError, type FormErrors } from '../http/forms.ts';
import { problem } from '../http/page.tsx';
import { prove } from './session.ts';

/**
 * Answers a form of the station that cannot be taken: the page it came from, with what was typed
 * and the first of its errors, or that error with the way back. Who may not ask learns nothing of
 * it: the session is proven first.
 * @param otherwise what is said where no field is at fault
 */
export async function refuse(
  c: C,
  form: { errors: FormErrors },
  back: string,
  otherwise = 'required',
): Promise<Response> {
  if (!c.get('verified')) await prove(c);
  return problem(c, firstError(form.errors, otherwise), back, 422);
}
