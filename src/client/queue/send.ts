import { ENDED, NOT_HELD } from '../../answer-mark.ts';
import { ask, codeOf, timeOf } from '../own-answer.ts';
import type { PhoneClock } from '../phone-clock.ts';
import { words } from './bar.ts';
import { type Entry, forgetEntry, refuseEntry } from './entries.ts';
import { addressNow, redraw } from './lines.ts';

/** A photo over a slow line takes its time. */
const PATIENCE_MS = 120_000;

/** What the station has decided on for good; everything else is tried again. */
const REFUSED = new Set([403, 404, 409, 413, 415, 422]);

export type Sent = 'done' | 'refused' | 'later' | 'no line';
/** `trouble`: what stands in the way, in words; empty where nothing does. */
export type Sending = { sent: Sent; trouble: string };

function bodyOf(entry: Entry, clock: PhoneClock): FormData {
  const body = new FormData();
  for (const [name, value] of entry.fields)
    if (value instanceof Blob) body.append(name, value, 'photo.jpg');
    else body.append(name, value);
  const { at, least, since } = entry.time;
  const times = {
    tappedAt: at,
    tappedLeast: least,
    tappedSince: since,
    tappedAge: clock.age(entry.id),
    sentAt: Date.now(),
  };
  for (const [name, value] of Object.entries(times))
    if (value !== undefined) body.append(name, String(value));
  return body;
}

/** What stands in the way of all that waits, by the code of an answer: the session, or the link. */
function troubleOf(code: string): string {
  if (ENDED.has(code)) return words('over');
  if (code === NOT_HELD) return words('notheld');
  return code === 'signed_out' ? words('signin') : '';
}

/**
 * Sends one entry. It is settled only by an answer that is the station's own: what a gateway says,
 * or a page for signing in to somebody's WiFi, leaves it where it is.
 */
export async function send(entry: Entry, clock: PhoneClock): Promise<Sending> {
  const to = addressNow(entry.to);
  let answer: Response;
  let markup: string;
  try {
    answer = await ask(to, PATIENCE_MS, {
      method: 'POST',
      body: bodyOf(entry, clock),
      headers: { 'hx-request': 'true', 'hx-request-type': 'partial' },
      redirect: 'manual',
    });
    markup = answer.status === 204 ? '' : await answer.text();
  } catch {
    return { sent: 'no line', trouble: '' };
  }
  const code = codeOf(answer);
  // Whoever answers here answers for everything that waits.
  if (code === null) return { sent: 'no line', trouble: words('gateway') };
  clock.hear(timeOf(answer));
  const trouble = troubleOf(code);
  if (trouble !== '') return { sent: 'later', trouble };
  if (!answer.ok && !REFUSED.has(answer.status)) return { sent: 'later', trouble: '' };
  const reason = redraw(to, markup);
  if (answer.ok) {
    await forgetEntry(entry);
    return { sent: 'done', trouble: '' };
  }
  if (entry.no === undefined) {
    await forgetEntry(entry);
    return { sent: 'refused', trouble: `${entry.label}: ${reason}` };
  }
  await refuseEntry(entry, reason || words('refusedwhy'));
  return { sent: 'refused', trouble: '' };
}
