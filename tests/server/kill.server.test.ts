import { afterAll, expect, it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { playStory } from '../../scripts/story/story.ts';
import { notice } from '../../src/notices/notices.tables.ts';
import { batch, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { deadline, history } from '../../src/pipeline/batch/history.tables.ts';
import { orderReply } from '../../src/pipeline/demand/demand.tables.ts';
import { custody, paper } from '../../src/pipeline/documents/documents.tables.ts';
import { rightsCase, visit } from '../../src/pipeline/follow-up/follow-up.tables.ts';
import { examination } from '../../src/pipeline/health/health.tables.ts';
import { consent } from '../../src/pipeline/recruitment/recruitment.tables.ts';
import { rollEntry } from '../../src/pipeline/travel/roll-call/roll-call.tables.ts';
import { handover } from '../../src/pipeline/travel/travel.tables.ts';
import { countBy } from '../support/server-rows.ts';
import { Server } from '../support/server.ts';

const servers: Server[] = [];
afterAll(async () => {
  for (const server of servers) await server.remove();
});

/**
 * Everything that the story left behind for its batch, without the times and ids that differ from
 * play to play.
 */
async function remains({ rows }: Server, batchPath: string) {
  const batchId = batchPath.split('/').at(-1) ?? '';
  const its = { batchId };
  const { orderId, counts, ...now } = await rows.first(batch, { id: batchId });
  const people = await rows.all(placement, its);
  const theirs = { placementId: people.map(({ id }) => id) };
  const told = await rows.all(notice, its);
  const lent = await rows.all(custody, theirs);
  return {
    batch: [now.status, now.stage, now.headcount, now.openVisits, counts.accepted],
    history: countBy(await rows.all(history, its), 'kind'),
    placements: countBy(people, 'recruitment', 'exit', 'health', 'travel', 'followUp', 'active'),
    consents: await rows.count(consent, theirs),
    examinations: countBy(await rows.all(examination, theirs), 'conclusion'),
    papers: countBy(await rows.all(paper, theirs), 'kind', 'state'),
    custody: [lent.length, lent.filter(({ returnedAt }) => returnedAt !== null).length],
    checkIns: countBy(await rows.all(rollEntry, theirs), 'outcome'),
    handovers: (await rows.all(handover, its)).map((each) => [
      each.escortCount,
      each.employerCount,
      each.signedBy,
    ]),
    visits: countBy(await rows.all(visit, its), 'kind', 'outcome'),
    cases: countBy(await rows.all(rightsCase, its), 'kind', 'state'),
    replies: countBy(await rows.all(orderReply, { orderId }), 'kind', 'headcount'),
    notices: countBy(
      told.filter(({ kind }) => kind !== 'deadline'),
      'kind',
    ),
    deadlinesTold: new Set(
      told.filter(({ kind }) => kind === 'deadline').map(({ detail }) => detail.deadline),
    ),
    deadlinesLeft: await rows.count(deadline, its),
  };
}

/** Killed at once when the event is over, or a few milliseconds into it. */
const KILLS = [
  'after order',
  'before counter',
  'after amendment',
  'before confirmation',
  'after confirmation',
  'before offers',
  'before consent',
  'after selection',
  'before withdrawal',
  'before promotion',
  'after booking',
  'before conclusion',
  'after unfit',
  'before papers',
  'after lock',
  'before boarding',
  'before departure',
  'after departure',
  'after arrival',
  'before handover',
  'after unpaid visit',
];

it('ends the same however often it is killed on the way', async () => {
  const calm = await Server.onDemoTown();
  servers.push(calm);
  const undisturbed = await playStory({ url: calm.url });
  expect(undisturbed.problems).toEqual([]);
  await calm.stop();

  const harried = await Server.onDemoTown();
  servers.push(harried);
  const pending = new Set(KILLS);
  let kills = 0;
  const killAndRestart = async (name: string) => {
    await harried.kill();
    kills += 1;
    // Half-way, the workflow loses everything it knew; it has to find its place from the database.
    if (name === 'after selection' || name === 'after departure') await harried.forgetWorkflows();
    await harried.start();
  };
  const restarts: Promise<void>[] = [];
  const end = await playStory({
    url: harried.url,
    point: async (name) => {
      await Promise.all(restarts.splice(0));
      if (!pending.delete(name)) return;
      if (name.startsWith('after')) await killAndRestart(name);
      else restarts.push(sleep([1, 4, 9][kills % 3] ?? 1).then(() => killAndRestart(name)));
    },
  });
  await Promise.all(restarts);
  expect([...pending]).toEqual([]);
  expect(kills).toBeGreaterThanOrEqual(20);
  expect(end.problems).toEqual([]);
  expect(end.equation).toBe(undisturbed.equation);
  await harried.stop();
  expect(await remains(harried, end.batchPath)).toEqual(await remains(calm, undisturbed.batchPath));
});
