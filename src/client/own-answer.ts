import { ANSWER_MARK, ANSWER_TIME } from '../answer-mark.ts';

/**
 * What the station said: `ok`, or the code of what stood in the way. Null where the answer is not
 * the station's.
 */
export function codeOf(answer: Response): string | null {
  return answer.headers.get(ANSWER_MARK);
}

/** Whether this is a page or file of the station's, whole and as it was asked for. */
export function isOurs(answer: Response): boolean {
  return answer.ok && !answer.redirected && codeOf(answer) === 'ok';
}

/**
 * The station's clock as it answered, in epoch milliseconds; null where the answer does not say.
 */
export function timeOf(answer: Response): number | null {
  const time = Number(answer.headers.get(ANSWER_TIME) ?? 'none');
  return Number.isFinite(time) && time > 0 ? time : null;
}

/**
 * Asks, and gives up when not all has come for a while: a line may also stall in the middle of an
 * answer. Throws where there is none, or too slow a one; so does the reading of what the answer
 * holds.
 */
export function ask(
  address: RequestInfo,
  patienceMs: number,
  init: RequestInit = {},
): Promise<Response> {
  const control = new AbortController();
  setTimeout(() => {
    control.abort();
  }, patienceMs);
  return fetch(address, { ...init, signal: control.signal });
}
