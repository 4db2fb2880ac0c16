/**
 * A crowd at the door: Today as it is read while others guess passwords, or while everybody reads
 * it at once.
 */
import http from 'node:http';
import { gunzipSync } from 'node:zlib';
import { ANSWER_MARK } from '../../src/answer-mark.ts';

type Answer = { status: number; headers: http.IncomingHttpHeaders; body: Buffer };
type Ask = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string };

/**
 * Reads Today over so many connections, each again and again, for so long.
 * @returns milliseconds of each reading, the shortest first; throws where one is not answered with
 *   Today
 */
export async function readToday(
  base: string,
  headers: Record<string, string>,
  connections: number,
  seconds: number,
): Promise<number[]> {
  const until = performance.now() + seconds * 1000;
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const { ask, close } = connection(base);
      while (performance.now() < until) {
        const askedAt = performance.now();
        const answer = await ask({
          method: 'GET',
          path: '/today',
          headers: { ...headers, 'accept-encoding': 'gzip' },
        });
        times.push(performance.now() - askedAt);
        checkToday(answer);
      }
      close();
    }),
  );
  return times.toSorted((a, b) => a - b);
}

/** Throws unless this is the station's Today as somebody sees it who is signed in. */
function checkToday(answer: Answer): void {
  const { status, headers } = answer;
  const html = textOf(answer);
  const isToday = html.includes('aria-current="page"') && html.includes('href="/inbox"');
  if (status === 200 && headers[ANSWER_MARK] === 'ok' && isToday && !html.includes('id="password"'))
    return;
  throw new Error(
    `Today answered ${status}, ${ANSWER_MARK}: ${String(headers[ANSWER_MARK])}: ` +
      html.slice(0, 200),
  );
}

function textOf({ headers, body }: Answer): string {
  return (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString();
}

/**
 * Sends wrong passwords over so many connections without a pause, each for another phone number,
 * until told to stop.
 * @returns how many were answered with which status; throws where one of them got in
 */
export function guessPasswords(base: string, connections: number) {
  const crowd = { isOver: false };
  let next = 0;
  const answered: Record<number, number> = {};
  const headers = {
    origin: base,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/x-www-form-urlencoded',
  };
  const all = Array.from({ length: connections }, async () => {
    const { ask, close } = connection(base);
    while (!crowd.isOver) {
      const phone = `137${String((next += 1)).padStart(8, '0')}`;
      const body = new URLSearchParams({ phone, password: `wrong-${next}` }).toString();
      const { status } = await ask({ method: 'POST', path: '/sign-in', headers, body });
      if (status !== 422 && status !== 429)
        throw new Error(`a wrong password was answered with ${status}`);
      answered[status] = (answered[status] ?? 0) + 1;
    }
    close();
  });
  const done = Promise.all(all);
  return {
    stop: async (): Promise<Record<number, number>> => {
      crowd.isOver = true;
      await done;
      return answered;
    },
  };
}

/**
 * The time that so large a part of the readings did not exceed, in their own unit; 0 where there
 * are none.
 * @param sorted the shortest first
 * @param part between 0 and 1
 */
export function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** One connection that is kept, and whose next request waits for the answer to the last. */
function connection(base: string): { ask: (what: Ask) => Promise<Answer>; close: () => void } {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const { hostname, port } = new URL(base);
  const ask = ({ body, headers, ...what }: Ask): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const length =
        body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const request = http.request({
        agent,
        hostname,
        port,
        ...what,
        headers: { ...headers, ...length },
      });
      request.on('error', reject);
      request.on('response', (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(parts),
          }),
        );
      });
      request.end(body);
    });
  return { ask, close: () => agent.destroy() };
}
