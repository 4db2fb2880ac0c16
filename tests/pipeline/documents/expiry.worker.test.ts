import { env } from 'cloudflare:workers';
import { beforeAll, expect, it } from 'vitest';
import { type Browser, textOf } from '../../../scripts/story/browser.ts';
import { addDays, addMonths, atHour, DAY, dayOf } from '../../../src/clock.ts';
import { openDatabase } from '../../../src/db/client.ts';
import { watch } from '../../../src/pipeline/batch/watch.queries.ts';
import { notice } from '../../../src/notices/notices.tables.ts';
import {
  batch as batchTable,
  placement as placementTable,
} from '../../../src/pipeline/batch/batch.tables.ts';
import type { PaperKind } from '../../../src/pipeline/documents/paper-kind.ts';
import { batchById, setFigure } from '../../support/pipeline-rows.ts';
import { seedTown, signedIn } from '../../support/town.ts';
import { accountOf, holdersIn, personIn, rows, theBatch, touch } from '../../support/town-rows.ts';

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
  const open = await rows.all(batchTable, { status: 'open' });
  // Each look notes the wait that the batch's own workflow rests on, so that it can still be woken.
  for (const { id, waitNo } of open) await watch(openDatabase(env.DB), id, waitNo, atHour(day, 19));
  return (await rows.all(notice, { kind: 'deadline' }))
    .filter(({ id }) => !told.has(id))
    .flatMap(({ id, accountId: to, detail }) => {
      told.add(id);
      const { deadline, name = '' } = detail;
      const kind = KINDS.find((each) => each === deadline);
      return kind === undefined ? [] : [{ day, kind, person: name, to }];
    });
}

async function nameOf(placement: string): Promise<string> {
  return (await personIn(placement)).name;
}
/** Those of a batch who were taken by the employer and are there. */
async function awayIn(batchId: string): Promise<string[]> {
  const away = await rows.all(placementTable, { batchId, active: true, travel: 'accepted' });
  return away.map(({ id }) => id);
}
/** Notes that somebody's paper holds until a day. */
function until(placement: string, kind: PaperKind, day: string) {
  return zhou.post(`/placements/${placement}/papers`, { kind, state: 'verified', expiresOn: day });
}
/** Somebody whose medical of today would not last until their departure, which is far away. */
async function examinedTooEarly(): Promise<string> {
  const { id: leaving } = await theBatch(4);
  await rows.change(batchTable, { id: leaving }, { departsOn: addDays(TODAY, 120) });
  await touch(leaving);
  const { id } = (await holdersIn(leaving)).find(
    ({ custody, health }) => custody.length === 0 && health === 'fit',
  )!;
  await rows.change(placementTable, { batchId: leaving }, { healthUntil: addDays(TODAY, 200) });
  await touch(leaving);
  await zhou.post(`/placements/${id}/conclusion`, { conclusion: 'fit' });
  return id;
}

it('tells of each thing that ends too soon, in time, once, the coordinator only, and no more once it is settled', async () => {
  await lookAt(addDays(TODAY, -1));
  const { id: working } = await theBatch(2);
  const [renewed = '', lapsing = '', home = '', late = '', halfLate = ''] = await awayIn(working);
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

  const examined = await examinedTooEarly();

  // Somebody at the post without a written contract, whose month is running.
  const { arrivedAt } = await batchById(working);
  const monthOver = addMonths(dayOf(arrivedAt!), 1);

  const { id: coordinator } = await accountOf('coordinator');
  const all: Told[] = [];
  for (let i = 0; i <= 365; i++) {
    const day = addDays(TODAY, i);
    all.push(...(await lookAt(day)));
    if (i === 40) await until(renewed, 'residence_permit', addDays(TODAY, 2000));
    if (i === 55)
      await zhou.post(`/placements/${home}/homecoming`, { reason: 'family', returnedOn: TODAY });
    if (i === 95) {
      await setFigure('medicalHolds', 300);
      await touch();
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
  const ids = (await rows.all(notice)).map(({ id }) => id);
  expect(ids.length - new Set(ids).size).toBe(0);
  // Each says in words what is due, and of which paper.
  const inbox = textOf(await zhou.open('/inbox'));
  expect(inbox).toContain('证件快到期，要换证「居住证」');
  expect(inbox).toContain('体检快到期，要重做');
  expect(inbox).not.toContain('undefined');
});

it('shows on the batch’s page what is to be repeated, from the day on which it is first told', async () => {
  const { id: batch } = await theBatch(2);
  const person = (await awayIn(batch)).at(-1)!;
  await zhou.post(`/placements/${person}/papers`, {
    kind: 'residence_permit',
    state: 'verified',
    expiresOn: dayOf(Date.now() + 20 * DAY),
  });
  const page = textOf(await zhou.open(`/batches/${batch}`));
  expect(page).toContain(`${await nameOf(person)} 证件快到期，要换证`);
});
