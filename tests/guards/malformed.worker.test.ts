import { exports } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { app } from '../../src/app.tsx';
import { account, link } from '../../src/access/access.tables.ts';
import { newId } from '../../src/ids.ts';
import { batch, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { jobOrder } from '../../src/pipeline/demand/demand.tables.ts';
import { rightsCase, visit } from '../../src/pipeline/follow-up/follow-up.tables.ts';
import { examDay } from '../../src/pipeline/health/health.tables.ts';
import { employer, worker } from '../../src/registry/registry.tables.ts';
import { cookieOf } from '../support/registry-rows.ts';
import { rows } from '../support/town-rows.ts';
import { seedTown, signedIn } from '../support/town.ts';
import { declaredRoutes } from './routes.ts';

const BASE = 'https://songxing.test';
const SAME_SITE = { origin: BASE, 'sec-fetch-site': 'same-origin' };
const posts = declaredRoutes(app).filter(
  ({ method, path }) => method === 'POST' && path !== '/demo/clock',
);
const ids = new Map<string, string>();
let cookie = '';

/** What the addresses of each part of the app are of. */
const TABLES = {
  batches: batch,
  orders: jobOrder,
  workers: worker,
  placements: placement,
  employers: employer,
  visits: visit,
  cases: rightsCase,
  'exam-days': examDay,
  links: link,
  settings: account,
};

beforeAll(async () => {
  await seedTown();
  cookie = cookieOf(await signedIn('admin'));
  for (const [part, table] of Object.entries(TABLES)) ids.set(part, (await rows.first(table)).id);
});

/** An address of a route: of something that is there, of nobody, or of nonsense. */
function addressOf(path: string, which: 'own' | 'nobody' | 'nonsense'): string {
  const own = ids.get(path.split('/')[1] ?? '') ?? newId();
  const fill = { own, nobody: newId(), nonsense: '%00%E0%A4%A' }[which];
  return path
    .replace(/:id(\{[^}]*\}\})?/, which === 'own' ? own : fill)
    .replace(/:\w+(\{[^}]*\})?/g, fill);
}

const PART = 'multipart/form-data; boundary=x';
/** Bodies as they come out of broken lines and other people's programs. */
const BODIES: [type: string | null, body: string][] = [
  [PART, ''],
  [PART, '--x'],
  [PART, '--x\r\nContent-Disposition: form-data; name="key"\r\n\r\n01K'],
  [PART, '--y\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--y--\r\n'],
  [
    PART,
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n\u0000\u0001\r\n--x--\r\n',
  ],
  ['multipart/form-data', 'a=1'],
  [null, ''],
  [null, 'a=1&b'],
  ['application/x-www-form-urlencoded', '%E0%A4%A&=&&key=%00'],
  ['application/x-www-form-urlencoded; charset=gbk', 'name=%D5%C5'],
  [
    'application/x-www-form-urlencoded',
    'villageId=01KCCCCCCCCCCCCCCCCCCCCCCC&clinicId=01KCCCCCCCCCCCCCCCCCCCCCCC&people=,,',
  ],
  ['text/plain', 'a=1'],
  ['application/json', '{"a":'],
];

const FIELDS = [
  'name', 'phone', 'password', 'villageId', 'clinicId', 'batchId', 'people', 'heldOn', 'idNumber', 'trade', 'headcount',
  'startsOn', 'outcome', 'reason', 'note', 'kind', 'legId', 'amount', 'entries', 'sentAt', 'seq', 'conclusion', 'url',
]; // prettier-ignore
const NONSENSE = [
  '',
  '0',
  '-1',
  '1e9',
  '0x10',
  '\u0000',
  '\u202e',
  '9999-12-31',
  '0001-01-01',
  '2026-02-30',
  'null',
  '[]',
  '{"__proto__":1}',
  '𠮷',
  '01KCCCCCCCCCCCCCCCCCCCCCCC',
  ' ',
  "' or 1=1 --",
  'a'.repeat(3000),
];

function send(
  path: string,
  type: string | null,
  body: string,
  isSignedIn: boolean,
): Promise<Response> {
  return exports.default.fetch(
    new Request(`${BASE}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        ...SAME_SITE,
        ...(isSignedIn ? { cookie } : {}),
        ...(type === null ? {} : { 'content-type': type }),
      },
      body: new TextEncoder().encode(body),
    }),
  );
}

async function faultIn(
  path: string,
  type: string | null,
  body: string,
  isSignedIn: boolean,
): Promise<string | null> {
  const answer = await send(path, type, body, isSignedIn);
  await answer.arrayBuffer();
  return answer.status >= 500 && answer.status !== 503
    ? `${answer.status} ${path.replace(/\w{26}/g, ':id')} ${type} ${body.slice(0, 60)}`
    : null;
}

describe('what is no form', () => {
  it(
    'is refused by every route, signed in and out, and breaks none',
    { timeout: 240_000 },
    async () => {
      expect(posts.length).toBeGreaterThan(100);
      const faults: (string | null)[] = [];
      for (const { path } of posts)
        for (const isSignedIn of [true, false])
          for (const [type, body] of BODIES)
            faults.push(await faultIn(addressOf(path, 'own'), type, body, isSignedIn));
      expect([...new Set(faults.filter(Boolean))]).toEqual([]);
    },
  );

  it(
    'nor does any other nonsense in the fields that forms have',
    { timeout: 240_000 },
    async () => {
      const some = fc.record({
        route: fc.constantFrom(...posts.map(({ path }) => path)),
        which: fc.constantFrom('own', 'own', 'nobody', 'nonsense'),
        fields: fc.array(
          fc.tuple(fc.constantFrom(...FIELDS), fc.oneof(fc.constantFrom(...NONSENSE), fc.string())),
          {
            maxLength: 8,
          },
        ),
        isSignedIn: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(some, async ({ route, which, fields, isSignedIn }) => {
          const body = new URLSearchParams([['key', newId()], ...fields]).toString();
          const type = 'application/x-www-form-urlencoded';
          expect(
            await faultIn(
              addressOf(route, which as 'own'),
              type,
              body,
              isSignedIn && route !== '/sign-out',
            ),
          ).toBeNull();
        }),
        { numRuns: 7000, endOnFailure: true },
      );
    },
  );
});
