import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { type Browser, textOf } from '../../../scripts/story/browser.ts';
import { addDays, addMonths, atHour, DAY, dayOf } from '../../../src/clock.ts';
import { openDatabase } from '../../../src/db/client.ts';
import { watch } from '../../../src/pipeline/batch/watch.queries.ts';
import { firstValue, seedTown, signedIn } from '../../support/town.ts';

let zhou: Browser;
const TODAY = dayOf(Date.now());
const KINDS = ['medical_expiry', 'paper_expiry', 'contract'];

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
});

type Told = { day: string; kind: string; person: string; to: string };

const told = new Set<string>();

/**
 * What was told since it was asked last, with everything that one day's looks of the workflow at
 * every open batch tell.
 */
async function lookAt(day: string): Promise<Told[]> {
  const { results: open } = await env.DB.prepare(
    "select id, wait_no as rests from batch where status = 'open'",
  ).all<{
    id: string;
    rests: number;
  }>();
  // Each look notes the wait that the batch's own workflow rests on, so that it can still be woken.
  for (const { id, rests } of open) await watch(openDatabase(env.DB), id, rests, atHour(day, 19));
  const { results } = await env.DB.prepare(
    "select id, account_id, detail from notice where kind = 'deadline'",
  ).all<{
    id: string;
    account_id: string;
    detail: string;
  }>();
  return results
    .filter(({ id }) => !told.has(id))
    .flatMap(({ id, account_id: to, detail }) => {
      told.add(id);
      const { deadline, name } = JSON.parse(detail) as { deadline: string; name: string };
      return KINDS.includes(deadline) ? [{ day, kind: deadline, person: name, to }] : [];
    });
}

function nameOf(placement: string) {
  return firstValue(
    'select name as value from worker where id = (select worker_id from placement where id = ?)',
    placement,
  );
}

it('tells of each thing that ends too soon, in time, once, the coordinator only, and no more once it is settled', async () => {
  await lookAt(addDays(TODAY, -1));
  const working = await firstValue("select id as value from batch where code = '26-02'");
  const { results: away } = await env.DB.prepare(
    "select id from placement where batch_id = ? and active = 1 and travel = 'accepted' order by id limit 5",
  )
    .bind(working)
    .all<{ id: string }>();
  const [renewed = '', lapsing = '', home = '', late = '', halfLate = ''] = away.map(
    ({ id }) => id,
  );
  const until = (placement: string, kind: string, day: string) =>
    zhou.post(`/placements/${placement}/papers`, { kind, state: 'verified', expiresOn: day });
  const [d60, d90, d80, d5] = [60, 90, 80, 5].map((days) => addDays(TODAY, days)) as [
    string,
    string,
    string,
    string,
  ];
  await until(renewed, 'residence_permit', d60);
  await until(lapsing, 'residence_permit', d90);
  await until(home, 'residence_permit', d80);
  // Found out five days before: told at once, not never.
  await until(late, 'residence_permit', d5);
  // Between the two reminders: at once, and once more a week before.
  const d20 = addDays(TODAY, 20);
  await until(halfLate, 'residence_permit', d20);

  // A medical that would not last until a departure that is far away.
  const leaving = await firstValue("select id as value from batch where code = '26-04'");
  await env.DB.prepare('update batch set departs_on = ?, touched = touched + 1 where id = ?')
    .bind(addDays(TODAY, 120), leaving)
    .run();
  const examined = await firstValue(
    "select id as value from placement where batch_id = ? and held_place = 1 and exit is null and custody = '[]' and health = 'fit' limit 1",
    leaving,
  );
  await env.DB.prepare('update placement set health_until = ? where batch_id = ?')
    .bind(addDays(TODAY, 200), leaving)
    .run();
  await env.DB.prepare('update batch set touched = touched + 1 where id = ?').bind(leaving).run();
  await zhou.post(`/placements/${examined}/conclusion`, { conclusion: 'fit' });

  // Somebody at the post without a written contract, whose month is running.
  const arrived = await firstValue('select arrived_at as value from batch where id = ?', working);
  const monthOver = addMonths(dayOf(Number(arrived)), 1);

  const coordinator = await firstValue(
    "select id as value from account where role = 'coordinator'",
  );
  const all: Told[] = [];
  for (let i = 0; i <= 365; i++) {
    const day = addDays(TODAY, i);
    all.push(...(await lookAt(day)));
    if (i === 40) await until(renewed, 'residence_permit', addDays(TODAY, 2000));
    if (i === 55)
      await zhou.post(`/placements/${home}/homecoming`, { reason: 'family', returnedOn: TODAY });
    if (i === 95) {
      await env.DB.prepare(
        "update setting set value = json_set(value, '$.medicalHolds', 300) where name = 'figures'",
      ).run();
      await env.DB.prepare(
        "insert into setting (name, value) values ('figures', '{\"medicalHolds\":300}') on conflict do nothing",
      ).run();
      await env.DB.prepare('update batch set touched = touched + 1').run();
      await zhou.post(`/placements/${examined}/conclusion`, { conclusion: 'fit' });
    }
  }
  const days = async (placement: string, kind: string): Promise<string[]> => {
    const name = await nameOf(placement);
    return all.filter((each) => each.person === name && each.kind === kind).map(({ day }) => day);
  };
  // Thirty days and a week before the end; nothing after it was renewed, or after the person came
  // home.
  expect(await days(renewed, 'paper_expiry')).toEqual([addDays(d60, -30)]);
  expect(await days(lapsing, 'paper_expiry')).toEqual([addDays(d90, -30), addDays(d90, -7)]);
  expect(await days(home, 'paper_expiry')).toEqual([addDays(d80, -30)]);
  expect(await days(late, 'paper_expiry')).toEqual([TODAY]);
  expect(await days(halfLate, 'paper_expiry')).toEqual([TODAY, addDays(d20, -7)]);
  // A week before the medical's last day; it was repeated before that day came.
  expect(await days(examined, 'medical_expiry')).toEqual([
    addDays(TODAY, 90 - 7),
    addDays(TODAY, 90),
  ]);
  expect(new Set(all.map(({ to }) => to))).toEqual(new Set([coordinator]));
  expect(
    all.filter(({ kind }) => kind === 'contract').every(({ day }) => day <= addDays(monthOver, 1)),
  ).toBe(true);
  expect(await firstValue('select count(*) - count(distinct id) as value from notice')).toBe('0');
  // Each says in words what is due, and of which paper.
  const inbox = textOf(await zhou.open('/inbox'));
  expect(inbox).toContain('证件快到期,要换证「居住证」');
  expect(inbox).toContain('体检快到期,要重做');
  expect(inbox).not.toContain('undefined');
}, 120_000);

it('shows on the batch’s page what is to be repeated, from the day on which it is first told', async () => {
  const batch = await firstValue("select id as value from batch where code = '26-02'");
  const person = await firstValue(
    "select id as value from placement where batch_id = ? and active = 1 and travel = 'accepted' order by id desc limit 1",
    batch,
  );
  await zhou.post(`/placements/${person}/papers`, {
    kind: 'residence_permit',
    state: 'verified',
    expiresOn: dayOf(Date.now() + 20 * DAY),
  });
  const page = textOf(await zhou.open(`/batches/${batch}`));
  expect(page).toContain(`${await nameOf(person)} 证件快到期,要换证`);
});
