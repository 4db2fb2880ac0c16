import { Hono } from 'hono';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { AppEnv } from '../../src/http/app-context.ts';
import { bounded } from '../../src/http/body.middleware.ts';
import { Failure } from '../../src/http/failures.ts';
import { readForm, wholeBody } from '../../src/http/forms.ts';

/** The doors of the station, and behind them a form of words and one with a file. */
const doors = new Hono<AppEnv>();
doors.use(async (c, next) => {
  c.set('now', 0);
  await next();
});
doors.use(bounded);
doors.post('/words', async (c) => c.json((await readForm(c, z.object({}))).values));
doors.post('/files', async (c) => c.json(Object.keys(await wholeBody(c))));
doors.onError((error, c) =>
  error instanceof Failure
    ? c.json({ code: error.code }, error.status)
    : c.json({ code: 'server' }, 500),
);

const WORDS = 'application/x-www-form-urlencoded';
const FILES = 'multipart/form-data; boundary=x';
const PART = '--x\r\nContent-Disposition: form-data; name="phone"\r\n\r\n139';

type Sent = { to: string; type: string; begun: string; size?: string; ends?: boolean };
async function send({ to, type, begun, size, ends }: Sent): Promise<Response> {
  const body = new ReadableStream({
    start: (line) => {
      line.enqueue(new TextEncoder().encode(begun));
      if (ends) line.close();
    },
  });
  const headers = { 'content-type': type, ...(size ? { 'content-length': size } : {}) };
  // Node wants to be told that the answer may come before the end of the body.
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body, duplex: 'half' };
  return doors.request(new Request(`http://songxing.test${to}`, init));
}
/**
 * What is answered to a body that never ends, a moment before its time is over and a moment after.
 */
async function answersTo(sent: Sent, seconds: number) {
  let answer: Response | null = null;
  const coming = send(sent).then((it) => (answer = it));
  await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
  const before = answer;
  await vi.advanceTimersByTimeAsync(2);
  const after = await coming;
  return { before, after: [after.status, await after.json()] };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const LATE = { before: null, after: [408, { code: 'body_late' }] };

it.each([
  ['says its size', '100'],
  ['does not say its size', undefined],
])('a form of words that %s has a minute', async (_, size) => {
  const sent = { to: '/words', type: WORDS, begun: 'phone=139', ...(size ? { size } : {}) };
  expect(await answersTo(sent, 60)).toEqual(LATE);
});

it.each([
  ['says its size', '5000'],
  ['does not say its size', undefined],
])('a form with a file that %s has ten minutes', async (_, size) => {
  const sent = { type: FILES, begun: PART, ...(size ? { size } : {}) };
  expect(await answersTo({ ...sent, to: '/files' }, 600)).toEqual(LATE);
  expect(await answersTo({ ...sent, to: '/words' }, 600)).toEqual(LATE);
});

it('what ends in time is read, and leaves no clock running', async () => {
  const answer = await send({ to: '/words', type: WORDS, begun: 'phone=139', ends: true });
  expect([answer.status, await answer.json()]).toEqual([200, { phone: '139' }]);
  expect(vi.getTimerCount()).toBe(0);
});

it('what was cut off is refused', async () => {
  expect((await send({ to: '/files', type: FILES, begun: PART, ends: true })).status).toBe(400);
});

it('what is too large is refused', async () => {
  const large = { to: '/words', type: WORDS, begun: 'a=1', size: '7000000' };
  expect((await send(large)).status).toBe(413);
});
