import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Browser, forwardedIn } from '../../scripts/story/browser.ts';
import { ACCOUNTS, DEMO_PASSWORD } from '../../scripts/seed/town.ts';
import { rollEntry } from '../../src/pipeline/travel/roll-call/roll-call.tables.ts';
import { saidIn } from '../../src/pipeline/travel/roll-call/word.ts';
import { escort } from '../../src/pipeline/travel/travel.tables.ts';
import {
  Course,
  type Happening,
  happenings,
  Phone,
  type Post,
  responseOf,
} from '../support/phones.ts';
import { forgetTheRoll } from '../support/roll-rows.ts';
import { selectedIn, theBatch } from '../support/server-rows.ts';
import { Server } from '../support/server.ts';

/** Boarding today, the manifest locked. */
const BOARDING = 3;
const KILLS = 8;
const SEED = 20270306;

let server: Server;
let batch: string;
let people: string[];
const escorts: Post[] = [];

beforeAll(async () => {
  server = await Server.onDemoTown();
  const zhou = new Browser(server.url);
  const { phone = '' } = ACCOUNTS.find(({ role }) => role === 'coordinator') ?? {};
  await zhou.submit(await zhou.open('/sign-in'), '/sign-in', { phone, password: DEMO_PASSWORD });
  await server.stop();
  batch = (await theBatch(server, BOARDING)).id;
  people = (await selectedIn(server, batch)).map(({ id }) => id);
  await forgetTheRoll(server.rows, batch);
  await server.start();
  const plan = await zhou.open(`/batches/${batch}/travel`);
  for (const [name, number] of [
    ['马建成', '13800000311'],
    ['李桂芳', '13800000312'],
  ] as const)
    await zhou.submit(plan, /escorts$/, { name, phone: number, role: 'captain', key: '' });
  await server.stop();
  const named = (await server.rows.all(escort, { batchId: batch })).slice(0, 3);
  await server.start();
  for (const { id } of named) {
    const landing = forwardedIn(
      await zhou.post('/links', { purpose: 'escort', subjectId: id, batchId: batch }),
    );
    const own = new Browser(server.url);
    const page = await own.submit(await own.open(landing), landing);
    // What was on its way when the server died is sent again until there is an answer, as a phone
    // does.
    escorts.push(async (fields, isForgetful = false) =>
      responseOf(
        await (isForgetful ? new Browser(server.url) : own).post(`${page.url}/entries`, fields),
      ),
    );
  }
}, 240_000);
afterAll(() => server.remove());

/** Goes on with what happened, and kills the server while it is being told of some of it. */
async function harried(course: Course, happened: readonly Happening[]): Promise<number> {
  const sends = happened.flatMap(({ kind }, i) => (kind === 'send' ? [i] : []));
  const struck = new Set(
    sends.filter((_, i) => i % Math.max(1, Math.floor(sends.length / KILLS)) === 0),
  );
  let kills = 0;
  for (const [i, each] of happened.entries()) {
    const going = course.goOn(each);
    if (struck.has(i)) {
      await sleep((kills * 5) % 17);
      await server.kill();
      await server.start();
      kills += 1;
    }
    await going;
  }
  return kills;
}

it('ends with what people did, however often the server is killed while their phones tell it', async () => {
  const [happened = []] = fc.sample(
    fc.array(happenings(people.length), { minLength: 190, maxLength: 210, size: 'max' }),
    { numRuns: 1, seed: SEED },
  );
  const first = await Phone.opened(escorts[0]!);
  const phones = [first, new Phone(escorts[1]!), new Phone(escorts[2]!)];
  for (const phone of phones) phone.roster = first.roster;
  const course = new Course(phones, people, () => Promise.resolve());
  expect(await harried(course, happened)).toBeGreaterThanOrEqual(KILLS);
  await course.end();
  await server.stop();
  const words = await server.rows.all(rollEntry, { batchId: batch, kind: 'word' });
  const { departedAt } = await theBatch(server, BOARDING);
  const ended = (await selectedIn(server, batch)).map(({ id, travel, roll }) => ({
    id,
    travel,
    said: saidIn(roll.boarding),
    hasDeparted: departedAt !== null,
  }));
  expect(words.length).toBeGreaterThan(60);
  expect(course.differences(words, ended)).toEqual([]);
});
