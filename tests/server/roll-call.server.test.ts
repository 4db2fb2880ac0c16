import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Browser, forwardedIn } from '../../scripts/story/browser.ts';
import { ACCOUNTS, DEMO_PASSWORD } from '../../scripts/seed/town.ts';
import type { PhoneRoster } from '../../src/pipeline/travel/roll-call/phone-roster.ts';
import { saidIn } from '../../src/pipeline/travel/roll-call/word.ts';
import {
  Course,
  type Happening,
  happenings,
  Phone,
  type Post,
  responseOf,
} from '../support/phones.ts';
import { Server } from '../support/server.ts';

const KILLS = 8;
const SEED = 20270306;

let server: Server;
let batch: string;
let people: string[];
const escorts: Post[] = [];

/** The roll as nobody has called it yet, with the server stopped. */
function nobodyCalled(): void {
  server.write('delete from roll_entry where batch_id = ?', batch);
  server.write(
    "update placement set travel = 'expected', roll = '{}', active = 1 where batch_id = ? and recruitment = 'selected' and exit is null",
    batch,
  );
  server.write(
    "update batch set departed_at = null, phones = '{}', held_entries = '[]', touched = touched + 1 where id = ?",
    batch,
  );
}

beforeAll(async () => {
  server = await Server.onDemoTown();
  const zhou = new Browser(server.url);
  const { phone = '' } = ACCOUNTS.find(({ role }) => role === 'coordinator') ?? {};
  await zhou.submit(await zhou.open('/sign-in'), '/sign-in', { phone, password: DEMO_PASSWORD });
  await server.stop();
  batch = server.query<{ id: string }>("select id from batch where code = '26-03'")[0]!.id;
  people = server
    .query<{ id: string }>(
      "select id from placement where batch_id = ? and recruitment = 'selected' and exit is null order by id",
      batch,
    )
    .map(({ id }) => id);
  nobodyCalled();
  await server.start();
  const plan = await zhou.open(`/batches/${batch}/travel`);
  for (const [name, number] of [
    ['马建成', '13800000311'],
    ['李桂芳', '13800000312'],
  ] as const)
    await zhou.submit(plan, /escorts$/, { name, phone: number, role: 'captain', key: '' });
  await server.stop();
  const named = server.query<{ id: string }>(
    'select id from escort where batch_id = ? order by id limit 3',
    batch,
  );
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
  const rows = server.query<{ id: string; verdict: string }>(
    "select id, verdict from roll_entry where batch_id = ? and kind = 'word'",
    batch,
  );
  const ended = server
    .query<{ id: string; travel: string; roll: string; departed: number }>(
      "select p.id, travel, roll, departed_at is not null as departed from placement p join batch on batch.id = batch_id where batch_id = ? and recruitment = 'selected' and exit is null",
      batch,
    )
    .map(({ id, travel, roll, departed }) => ({
      id,
      travel,
      said: saidIn((JSON.parse(roll) as PhoneRoster['people'][number]['roll']).boarding),
      hasDeparted: departed === 1,
    }));
  expect(rows.length).toBeGreaterThan(60);
  expect(course.differences(rows, ended)).toEqual([]);
});
