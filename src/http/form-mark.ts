import { mac, macKey, sha256Of } from '../access/keys.ts';
import { looksLikeId } from '../ids.ts';
import type { C } from './app-context.ts';

/**
 * What a phone adds to a form each time it sends it: its own clock. The form is the same with and
 * without.
 */
const CLOCKS = new Set(['tappedAt', 'tappedLeast', 'tappedSince', 'tappedAge', 'sentAt']);

async function saying(value: unknown): Promise<string> {
  if (!(value instanceof File)) return String(value);
  return `${value.name}:${await sha256Of(new Uint8Array(await value.arrayBuffer()))}`;
}

/**
 * Notes what the form of this request says, by a keyed hash (HMAC-SHA-256) of its address and
 * fields. It is kept with the write that bears the form's key, so that another form under the same
 * key is not taken for the same one (draft-ietf-httpapi- idempotency-key-header, 2.7).
 */
export async function markForm(c: C, fields: Iterable<[string, unknown]>): Promise<void> {
  let key = '';
  const said: string[] = [c.req.path];
  for (const [name, value] of fields)
    if (name === 'key') key = String(value);
    else if (!CLOCKS.has(name)) said.push(`${name}=${await saying(value)}`);
  if (!looksLikeId(key)) return;
  const mark = await mac(await macKey(c.env.SECRET, 'form'), JSON.stringify(said));
  c.var.db.form = { key, mark: mark.slice(0, 22) };
}
