import { MINUTE } from '../clock.ts';
import type { C } from './app-context.ts';
import { Failure } from './failures.ts';

/** How long a form of words may take to arrive, in ms: it is a few hundred bytes. */
const FORM_MS = MINUTE;
/** How long one with a photo or a roster may: five megabytes, over a weak line. */
const FILE_MS = 10 * MINUTE;

function timeFor(c: C): number {
  return (c.req.header('content-type') ?? '').startsWith('multipart/form-data') ? FILE_MS : FORM_MS;
}

/**
 * Reads what a visitor sends, for as long as that may take. Throws 408 after it, and the line is
 * closed with the answer: a body that never ends would hold its connection for good.
 */
export async function inTime<T>(c: C, reading: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Failure(408, 'body_late')), timeFor(c));
  });
  try {
    return await Promise.race([reading, late]);
  } finally {
    clearTimeout(timer);
    // What is still being read when nobody waits any more may fail as it likes.
    reading.catch(() => undefined);
  }
}
