import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '../../src/clock.ts';
import { nextTry } from '../../src/pipeline/follow-up/visit.ts';
import { type Browser, formsTo, textOf } from '../../scripts/story/browser.ts';
import {
  batch as batchTable,
  placement as placementTable,
} from '../../src/pipeline/batch/batch.tables.ts';
import { history } from '../../src/pipeline/batch/history.tables.ts';
import type { VisitKind } from '../../src/pipeline/follow-up/visit-state.ts';
import { visit, visitTry } from '../../src/pipeline/follow-up/follow-up.tables.ts';
import { area, worker as workerTable } from '../../src/registry/registry.tables.ts';
import { batchById } from '../support/pipeline-rows.ts';
import { not } from '../support/rows.ts';
import { seedTown, signedIn } from '../support/town.ts';
import { officersVillage, personIn, rows, touch } from '../support/town-rows.ts';

const TODAY = dayOf(Date.now());

let zhou: Browser;
/** The batch whose people are at work. */
let batch: string;
beforeEach(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  batch = (await rows.first(batchTable, { stage: 'followUp', status: 'open' })).id;
});

/** A visit that is due today, to somebody at work who was not tried before. */
async function dueVisit(kind: VisitKind = 'quarter'): Promise<string> {
  const away = await rows.all(placementTable, { batchId: batch, followUp: 'away' });
  const isAway = new Set(away.map(({ id }) => id));
  const visits = await rows.all(visit, { batchId: batch });
  const wasTried = new Set(
    visits.filter(({ tries }) => tries > 0).map(({ placementId }) => placementId),
  );
  const { id } = visits.find(
    (each) =>
      each.open === 1 &&
      each.kind === kind &&
      isAway.has(each.placementId) &&
      !wasTried.has(each.placementId),
  )!;
  await rows.change(visit, { id }, { dueOn: TODAY });
  return id;
}
function theVisit(id: string) {
  return rows.first(visit, { id });
}
/** The visit of another kind to the same person. */
async function theirVisit(id: string, kind: VisitKind): Promise<string> {
  const { placementId } = await theVisit(id);
  return (await rows.first(visit, { placementId, kind })).id;
}
/** The person whom a visit is to. */
async function visited(id: string) {
  return personIn((await theVisit(id)).placementId);
}
function triesAt(id: string): Promise<number> {
  return rows.count(visitTry, { visitId: id });
}
async function openVisits(): Promise<number> {
  return (await batchById(batch)).openVisits;
}
async function say(id: string, outcome: string, more: Record<string, string> = {}) {
  return zhou.submit(await zhou.open(`/visits/${id}`), /\/outcome$/, { outcome, ...more });
}

describe('a call that reaches nobody', () => {
  it('leaves the visit open, for the next day, then three days on, then each week', async () => {
    expect([1, 2, 3, 4].map((tries) => nextTry('2027-03-01', tries))).toEqual([
      '2027-03-02',
      '2027-03-04',
      '2027-03-08',
      '2027-03-08',
    ]);
    const id = await dueVisit();
    const open = await openVisits();
    const list = await say(id, 'not_reached');
    expect(await theVisit(id)).toMatchObject({ open: 1, dueOn: addDays(TODAY, 1), tries: 1 });
    expect(list.html, 'still on the list, later').toContain(`/visits/${id}`);
    const page = textOf(await zhou.open(`/visits/${id}`));
    expect(page).toContain('试过 1 次，没有说上话');
    expect(page).toContain('联系上了');
    await say(id, 'not_reached');
    expect((await theVisit(id)).dueOn).toBe(addDays(TODAY, 3));
    expect(await openVisits()).toBe(open);
    expect(await triesAt(id)).toBe(2);
    const { detail } = await rows.last(history, { batchId: batch });
    expect(JSON.stringify(detail)).toContain('not_reached');
    expect(textOf(await zhou.open(`/batches/${batch}/history`))).toMatch(/联系 \S+：没联系上/);
  });

  it('is recorded once where two devices tell of it, and once where one tells twice', async () => {
    const id = await dueVisit();
    const [one, other] = [await zhou.open(`/visits/${id}`), await zhou.open(`/visits/${id}`)];
    await zhou.submit(one, /\/outcome$/, { outcome: 'not_reached' });
    await zhou.submit(one, /\/outcome$/, { outcome: 'not_reached' });
    expect((await theVisit(id)).tries).toBe(1);
    await zhou.submit(other, /\/outcome$/, { outcome: 'not_reached' });
    const { tries } = await theVisit(id);
    expect(tries, 'another call of another device is another try').toBe(2);
    await Promise.all([say(id, 'not_reached'), say(id, 'not_reached')]);
    expect(await triesAt(id)).toBe((await theVisit(id)).tries);
    await zhou.submit(one, /\/outcome$/, { outcome: 'refused', key: '01TEST0000000000000000TAKE' });
    const late = await zhou.submit(other, /\/outcome$/, {
      outcome: 'not_reached',
      key: '01TEST0000000000000000TAKF',
    });
    expect(late.status).toBe(409);
    expect(textOf(late)).toContain('已经有人记过这次回访');
  });
});

describe('a call in vain', () => {
  it('is made good by a later answer, which ends what was tried in vain before', async () => {
    const open = await rows.all(visit, { batchId: batch, open: 1 });
    const residences = new Map(
      open.filter(({ kind }) => kind === 'residence').map((each) => [each.placementId, each.id]),
    );
    const { id: quarter, placementId } = open.find(
      (each) => each.kind === 'quarter' && each.tries === 0 && residences.has(each.placementId),
    )!;
    const residence = residences.get(placementId)!;
    await say(quarter, 'not_reached');
    const before = await openVisits();
    await say(residence, 'done', { working: 'yes' });
    expect(await theVisit(quarter)).toMatchObject({ open: null, outcome: 'not_reached' });
    expect(await openVisits()).toBe(before - 2);
    expect(await rows.count(visit, { batchId: batch, open: 1 })).toBe(before - 2);
  });

  it('does not end a batch, which names whom nobody has spoken to', async () => {
    await rows.change(
      visit,
      { batchId: batch, outcome: not(null) },
      { outcome: null, tries: 0, open: null },
    );
    const id = await dueVisit('term_end');
    await rows.change(visit, { batchId: batch, id: not(id) }, { open: null });
    await rows.change(batchTable, { id: batch }, { openVisits: 1 });
    await touch(batch);
    for (let tries = 1; tries <= 3; tries++) await say(id, 'not_reached');
    expect((await batchById(batch)).status).toBe('open');
    const page = textOf(await zhou.open(`/batches/${batch}/follow-up`));
    const { name } = await visited(id);
    expect(page).toMatch(new RegExp(`还没说上话的人 1.*这一批不会结束.*${name} · 试过 3 次`));
    await say(id, 'done', { working: 'yes' });
    expect(await openVisits()).toBe(0);
    expect(textOf(await zhou.open(`/batches/${batch}/follow-up`))).not.toContain('还没说上话的人');
  });
});

describe('a number that is not theirs', () => {
  it('is asked for anew, told in the history of the person, and called today', async () => {
    await rows.change(
      visit,
      { batchId: batch, kind: 'quarter' },
      { open: 1, tries: 0, outcome: null },
    );
    const id = await dueVisit();
    const { id: worker, phone: was } = await visited(id);
    const asked = await say(id, 'wrong_number');
    expect(textOf(asked)).toContain('现在的号码');
    expect(
      asked.root.querySelector(`a[href="tel:${was}"]`),
      'the wrong one is not offered',
    ).toBeNull();
    expect(
      formsTo(asked, /\/outcome$/).length,
      'nobody tries a wrong number again',
    ).toBeLessThanOrEqual(2);
    const odd = await zhou.submit(asked, /\/number$/, { phone: '139' });
    expect([odd.status, odd.root.querySelector('#phone')?.getAttribute('value')]).toEqual([
      422,
      '139',
    ]);
    const known = await zhou.submit(odd, /\/number$/, { phone: '139 0013 9777' });
    expect(known.root.querySelector('a[href="tel:13900139777"]')).not.toBeNull();
    const again = await zhou.submit(odd, /\/number$/, { phone: '139 0013 9777' });
    expect(again.status, 'sent twice, done once').toBe(200);
    expect(await theVisit(id)).toMatchObject({ open: 1, dueOn: TODAY, outcome: null });
    expect(textOf(await zhou.open(`/workers/${worker}`))).toContain('回访时问到');
  });
});

/** A visit at which the number of the person turned out to be wrong. */
async function marked() {
  const id = await dueVisit();
  const { id: worker, phone: was } = await visited(id);
  return { id, worker, was, asked: await say(id, 'wrong_number') };
}

describe('a number that was said to be wrong', () => {
  it('is called where it was put right on the person’s own page', async () => {
    const { id, worker } = await marked();
    await rows.change(visit, { id }, { at: (await theVisit(id)).at! - 1000 });
    const edit = await zhou.open(`/workers/${worker}/edit`);
    await zhou.submit(edit, `/workers/${worker}/edit`, { phone: '13900139888' });
    const page = await zhou.open(`/visits/${id}`);
    expect(page.root.querySelector('a[href="tel:13900139888"]')).not.toBeNull();
    expect(formsTo(page, /\/number$/)).toEqual([]);
  });

  it('is not offered at another visit to them either', async () => {
    const { id, was } = await marked();
    const other = await theirVisit(id, 'residence');
    const page = await zhou.open(`/visits/${other}`);
    expect(page.root.querySelector(`a[href="tel:${was}"]`)).toBeNull();
    expect(formsTo(page, /\/number$/)).toHaveLength(1);
  });

  it('is asked for as well where there is none', async () => {
    const id = await dueVisit();
    await rows.change(workerTable, { id: (await visited(id)).id }, { phone: '' });
    const page = await zhou.open(`/visits/${id}`);
    expect(textOf(page)).toContain('没有登记号码');
    const known = await zhou.submit(page, /\/number$/, { phone: '13900139444' });
    expect(known.root.querySelector('a[href="tel:13900139444"]')).not.toBeNull();
  });

  it('may have been theirs after all', async () => {
    const { id, was, asked } = await marked();
    const page = await zhou.submit(asked, /\/number$/, { phone: was });
    expect(page.root.querySelector(`a[href="tel:${was}"]`)).not.toBeNull();
    expect((await theVisit(id)).dueOn).toBe(TODAY);
  });

  it('is nobody else’s to write: not of another village, not where nothing was marked', async () => {
    const { id, worker } = await marked();
    const officer = await signedIn('officer');
    const village = await officersVillage();
    const elsewhere = await rows.first(area, { kind: 'village', id: not(village) });
    await rows.change(visit, { id }, { villageId: village });
    await rows.change(workerTable, { id: worker }, { villageId: elsewhere.id });
    expect((await officer.post(`/visits/${id}/number`, { phone: '13900139999' })).status).toBe(404);
    const other = await dueVisit('residence');
    expect((await zhou.post(`/visits/${other}/number`, { phone: '13900139999' })).status).toBe(409);
    expect(await rows.count(workerTable, { phone: '13900139999' })).toBe(0);
  });
});

it('counts one call as one try, whatever else somebody was to be called about', async () => {
  const quarter = await dueVisit();
  const residence = await theirVisit(quarter, 'residence');
  await rows.change(visit, { id: residence }, { dueOn: addDays(TODAY, -2) });
  await say(quarter, 'not_reached');
  expect(await theVisit(residence)).toMatchObject({ dueOn: addDays(TODAY, 1), tries: 0 });
});

describe('the day of a call', () => {
  it('may be one that has passed, and none that is still to come', async () => {
    const id = await dueVisit();
    const early = await say(id, 'done', { working: 'yes', madeOn: addDays(TODAY, 1) });
    expect(early.status).toBe(422);
    expect(textOf(early)).toContain('这一天还没到');
    await say(id, 'done', { working: 'yes', madeOn: addDays(TODAY, -3) });
    const { madeOn } = await rows.first(visitTry, { visitId: id });
    expect(madeOn).toBe(addDays(TODAY, -3));
  });
});

it('takes up again, in a database of before, whom nobody has spoken to', async () => {
  const id = await dueVisit();
  const { placementId } = await theVisit(id);
  await rows.change(
    visit,
    { id },
    { outcome: 'not_reached', open: null, tries: 0, at: Date.parse('2026-03-01T20:00:00Z') },
  );
  await rows.change(visit, { placementId, id: not(id) }, { open: null, outcome: null });
  const [migration] = env.TEST_MIGRATIONS.filter(({ name }) => name.includes('tries_and_forms'));
  await rows.remove(visitTry);
  for (const query of migration!.queries.filter((each) => /^(insert|update)/im.test(each)))
    await env.DB.prepare(query).run();
  expect(await theVisit(id)).toMatchObject({ open: 1, tries: 1 });
  expect((await rows.first(visitTry, { visitId: id })).madeOn).toBe('2026-03-02');
  expect(await openVisits()).toBe(await rows.count(visit, { batchId: batch, open: 1 }));
});
