import { afterAll, expect, it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { playStory } from '../../scripts/story/story.ts';
import { Server } from '../support/server.ts';

const servers: Server[] = [];
afterAll(async () => {
  for (const server of servers) await server.remove();
});

/**
 * Everything that the story left behind for its batch, without the times and ids that differ from
 * play to play.
 */
function remains(server: Server, batchPath: string) {
  const batch = batchPath.split('/').at(-1) ?? '';
  const all = (sql: string) => server.query<Record<string, unknown>>(sql, batch);
  const mine = 'placement_id in (select id from placement where batch_id = ?)';
  return {
    batch: all(
      "select status, stage, headcount, open_visits, json_extract(counts, '$.accepted') as accepted from batch where id = ?",
    ),
    history: all(
      'select kind, count(*) as lines from history where batch_id = ? group by kind order by kind',
    ),
    placements: all(
      'select recruitment, exit, health, travel, follow_up, active, count(*) as people from placement where batch_id = ? group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6',
    ),
    consents: all(`select count(*) as rows from consent where ${mine}`),
    examinations: all(
      `select conclusion, count(*) as rows from examination where ${mine} group by 1 order by 1`,
    ),
    papers: all(
      `select kind, state, count(*) as rows from paper where ${mine} group by 1, 2 order by 1, 2`,
    ),
    custody: all(
      `select count(*) as rows, count(returned_at) as returned from custody where ${mine}`,
    ),
    checkIns: all(
      `select outcome, count(*) as rows from roll_entry where ${mine} group by 1 order by 1`,
    ),
    handovers: all(
      'select escort_count, employer_count, signed_by from handover where batch_id = ?',
    ),
    visits: all(
      'select kind, outcome, count(*) as rows from visit where batch_id = ? group by 1, 2 order by 1, 2',
    ),
    cases: all(
      'select kind, state, count(*) as rows from rights_case where batch_id = ? group by 1, 2',
    ),
    replies: all(
      'select kind, headcount, count(*) as rows from order_reply where order_id = (select order_id from batch where id = ?) group by 1, 2 order by 1, 2',
    ),
    notices: all(
      "select kind, count(*) as rows from notice where batch_id = ? and kind <> 'deadline' group by 1 order by 1",
    ),
    deadlinesTold: all(
      "select distinct json_extract(detail, '$.deadline') as kind from notice where batch_id = ? and kind = 'deadline' order by 1",
    ),
    deadlinesLeft: all('select count(*) as rows from deadline where batch_id = ?'),
  };
}

/** Killed at once when the event is over, or a few milliseconds into it. */
const KILLS = [
  'before order',
  'after order',
  'before sending',
  'before counter',
  'after amendment',
  'before confirmation',
  'after confirmation',
  'after registration',
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
  'before visit',
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
  expect(remains(harried, end.batchPath)).toEqual(remains(calm, undisturbed.batchPath));
});
