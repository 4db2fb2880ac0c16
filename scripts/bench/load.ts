/**
 * A plain load: keep-alive connections, a fixed number of requests. Only ratios within one run are
 * reported.
 */
import http from 'node:http';

/** One request of a load. */
export type Shot = {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
};

/**
 * Requests a second for `count` requests over `connections` connections. Throws on an unexpected
 * status.
 */
export async function throughput(
  base: string,
  count: number,
  connections: number,
  shot: (i: number) => Shot,
  expected: number[],
): Promise<number> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port } = new URL(base);
  const send = (i: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const { method, path, headers, body } = shot(i);
      const length =
        body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const request = http.request(
        { agent, hostname, port, path, method, headers: { ...headers, ...length } },
        (response) => {
          response.resume();
          response.on('end', () =>
            expected.includes(response.statusCode ?? 0)
              ? resolve()
              : reject(new Error(`${path} answered ${response.statusCode}`)),
          );
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < count) {
        const i = next;
        next += 1;
        await send(i);
      }
    }),
  );
  agent.destroy();
  return (count / (performance.now() - startedAt)) * 1000;
}

/** How often two speeds are measured, in turn. */
const ROUNDS = 11;

/**
 * How many times as fast the first is as the second, in the middle of eleven rounds. Both are run
 * once before, so that neither is measured cold.
 */
export async function medianRatio(
  first: () => Promise<number>,
  second: () => Promise<number>,
): Promise<number> {
  await first();
  await second();
  const ratios: number[] = [];
  for (let i = 0; i < ROUNDS; i++) ratios.push((await first()) / (await second()));
  return ratios.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
}
