import { afterAll, beforeAll, expect, it } from 'vitest';
import { Browser } from '../../scripts/story/browser.ts';
import { playStory } from '../../scripts/story/story.ts';
import { batch, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { history } from '../../src/pipeline/batch/history.tables.ts';
import { visit } from '../../src/pipeline/follow-up/follow-up.tables.ts';
import { everythingIn, registered } from '../support/server-rows.ts';
import { Server } from '../support/server.ts';

let server: Server;
beforeAll(async () => {
  server = await Server.onDemoTown();
});
afterAll(() => server.remove());

it('plays a batch of forty from demand to the last visit, twice, and the count balances', async () => {
  for (const _ of [1, 2]) {
    const lines: string[] = [];
    const end = await playStory({ url: server.url, tell: (line) => lines.push(line) });
    expect(end.problems).toEqual([]);
    expect(end.closed).toBe(true);
    expect(end.equation).toBe('已接收 38 + 被退回 1 + 没上车 1');
    expect(lines.length).toBeGreaterThan(10);
  }
});

/**
 * A request that goes well leaves no line. These go wrong, with somebody's name, number or secret
 * in each of them.
 */
async function goWrong(): Promise<number> {
  const visitor = new Browser(server.url);
  const signIn = { phone: '13900000002', password: 'songxing-demo-but-wrong' };
  const answers = [
    await visitor.open('/workers/王小军/62079919900307988X?phone=13712345678'),
    await visitor.open('/l/aPersonalTokenThatNobodyElseMaySee0000000000'),
    await visitor.submit(await visitor.open('/sign-in'), '/sign-in', signIn),
    await visitor.post('/workers', {
      name: '王小军',
      idNumber: '62079919900307988X',
      phone: '13712345678',
    }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 422, 401]);
  return answers.length;
}

it('leaves no secret and no personal number in the database file or the logs', async () => {
  const wrong = await goWrong();
  await server.stop();
  const dump = everythingIn(server);
  const personal = {
    idNumber: /6207\d{13}[\dX]/,
    password: /songxing-demo/,
    token: /\/l\/[\w-]{20,}/,
  };
  for (const [what, pattern] of Object.entries(personal))
    expect(pattern.exec(dump)?.[0], `${what} in the database`).toBeUndefined();
  const log = server.output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .join('\n');
  expect(
    log.split('\n').filter((line) => /"status":4\d\d/.test(line)).length,
  ).toBeGreaterThanOrEqual(wrong);
  expect(
    /1[3-9]\d{9}/.exec(log.replaceAll(/"(ms|id|rowsRead)":[^,]+/g, ''))?.[0],
    'a phone number in the log',
  ).toBeUndefined();
  for (const [what, pattern] of Object.entries(personal))
    expect(pattern.exec(log)?.[0], `${what} in the log`).toBeUndefined();
  const names = new Set((await server.rows.all(registered)).map(({ name }) => name));
  expect(names.size).toBeGreaterThan(1000);
  expect([...names].filter((name) => log.includes(name))).toEqual([]);
  expect(log).not.toContain('"error"');
});

it('kept its cached counts equal to the rows they count', async () => {
  const { rows } = server;
  for (const { id: batchId, code, counts, openVisits, seq } of await rows.all(batch))
    expect({ code, accepted: counts.accepted, openVisits, seq }).toEqual({
      code,
      accepted: await rows.count(placement, { batchId, travel: 'accepted' }),
      openVisits: await rows.count(visit, { batchId, open: 1 }),
      seq: await rows.count(history, { batchId }),
    });
});
