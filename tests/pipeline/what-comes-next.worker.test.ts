import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Browser, forwardedIn, type Page, textOf } from '../../scripts/story/browser.ts';
import { openDatabase } from '../../src/db/client.ts';
import { batchReadingOf } from '../../src/pipeline/batch-reading.requests.ts';
import { batchQueries } from '../../src/pipeline/batch-row.queries.ts';
import { batch as batchTable, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { keptSteps } from '../../src/pipeline/batch/change.queries.ts';
import { history } from '../../src/pipeline/batch/history.tables.ts';
import { tickBatches } from '../../src/pipeline/batch/tick.queries.ts';
import { voidConsents } from '../../src/pipeline/recruitment/consent.ts';
import { awaitedOf, stepsOf, toDo } from '../../src/pipeline/what-to-do.ts';
import { worker } from '../../src/registry/registry.tables.ts';
import { personIn, rows, theBatch, thePlacement, touch } from '../support/town-rows.ts';
import { aVisitor, seedTown, signedIn, tables } from '../support/town.ts';

const RECRUITING = 6;

let zhou: Browser;
beforeEach(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
});

async function openBatches(): Promise<string[]> {
  return (await rows.all(batchTable, { status: 'open' })).map(({ id }) => id);
}

async function reading(batchId: string) {
  const db = openDatabase(env.DB);
  return batchReadingOf(await db.read(batchQueries(db.orm, { batchId })))!;
}

function linesOf(page: Page, selector: string): string[] {
  return page.root.querySelectorAll(selector).map((line) => line.text);
}

/** Somebody who was asked, and was told nothing yet. */
async function untold() {
  const { id: batchId } = await theBatch(RECRUITING);
  return rows.first(placement, { batchId, recruitment: 'offered', exit: null, toldAt: null });
}

/** Their own link, opened on a phone of theirs. */
async function ownPage(placementId: string): Promise<{ phone: Browser; page: Page }> {
  const { workerId: subjectId } = await thePlacement(placementId);
  const landing = forwardedIn(await zhou.post('/links', { purpose: 'worker', subjectId }));
  const phone = aVisitor();
  return { phone, page: await phone.submit(await phone.open(landing), landing) };
}

describe('what comes next', () => {
  it('is said of every open batch: something to do, or whom it waits for', async () => {
    for (const id of await openBatches()) {
      const page = await zhou.open(`/batches/${id}`);
      const said = [...linesOf(page, '#board .todo-list li'), ...linesOf(page, '#board .waits li')];
      expect(said.length, textOf(page)).toBeGreaterThan(0);
    }
  });

  it('is the same on Today as on each batch', async () => {
    const today = await zhou.open('/today');
    for (const id of await openBatches()) {
      const { s } = await reading(id);
      const { steps, code } = await rows.first(batchTable, { id });
      expect(steps, code).toEqual(keptSteps(s));
      const [first] = toDo(stepsOf(s), Date.now());
      const [awaited] = awaitedOf(stepsOf(s), Date.now());
      const about = [...linesOf(today, '.todo-list li'), ...linesOf(today, '.waits li')];
      const isShown = about.some((line) => line.includes(code));
      const more = /还有 \d+ 件/.test(textOf(today));
      expect(isShown || more || (!first && !awaited), code).toBe(true);
    }
  });

  it('is made anew where somebody of a batch was changed in the register', async () => {
    const { id } = await theBatch(RECRUITING);
    const [person] = await rows.all(placement, { batchId: id, recruitment: 'selected' });
    const { workerId } = person!;
    await rows.change(worker, { id: workerId }, { bornOn: '2015-01-01' });
    await tickBatches(env, Date.now());
    const { steps } = await rows.first(batchTable, { id });
    expect(steps.filter(({ kind }) => kind === 'barred_by_law')).toMatchObject([
      { placementId: person!.id },
    ]);
    expect(linesOf(await zhou.open('/today'), '.todo-list li').join()).toContain('不符合法律规定');
  });
});

it('says on Today how many share a line, where more than a few do', async () => {
  const { id } = await theBatch(RECRUITING);
  await rows.change(placement, { batchId: id, recruitment: 'offered' }, { toldAt: 1 });
  await touch(id);
  await tickBatches(env, Date.now());
  const asked = { batchId: id, recruitment: 'offered', exit: null } as const;
  const lines = linesOf(await zhou.open('/today'), '.todo-list li');
  expect(lines.join()).toContain(`${await rows.count(placement, asked)} 人 还没有答复去不去`);
});

it('claims nothing of batches that are older than what comes next, and makes it anew', async () => {
  await rows.change(batchTable, { status: 'open' }, { steps: [], stepsTouched: -1 });
  expect(textOf(await zhou.open('/today'))).toMatch(/\d+ 个批次的下一步还在整理/);
  await tickBatches(env, Date.now());
  const today = await zhou.open('/today');
  expect(textOf(today)).not.toContain('还在整理');
  expect(linesOf(today, '.todo-list li').length).toBeGreaterThan(0);
});

describe('terms that lie ready', () => {
  it('have told nobody: the history says so, and telling is what comes next', async () => {
    const { id, batchId } = await untold();
    const told = await rows.count(history, { batchId, placementId: id, kind: 'told' });
    expect(told).toBe(0);
    const page = await zhou.open(`/batches/${batchId}`);
    expect(linesOf(page, '.todo-list li').join()).toContain('等着知道条件');
    expect(textOf(await zhou.open(`/batches/${batchId}/history`))).toContain('备好条件，等告知');
  });

  it('are told once they stand on the worker’s own phone, and not to somebody of the station', async () => {
    const { id } = await untold();
    const { phone, page } = await ownPage(id);
    expect((await thePlacement(id)).toldAt, 'a link that is read without script').toBeNull();
    const sight = page.root.querySelector('[hx-post$="/sight"]')?.getAttribute('hx-post') ?? '';
    const looking = await zhou.post(sight, {});
    expect([looking.status >= 400, (await thePlacement(id)).toldAt]).toEqual([true, null]);
    expect((await phone.post(sight, {})).status).toBe(204);
    expect((await thePlacement(id)).toldAt).not.toBeNull();
    await phone.post(sight, {});
    expect(await rows.count(history, { placementId: id, kind: 'told' })).toBe(1);
  });

  it('are waited for once they were told, and chased when the time is over', async () => {
    const { id, batchId } = await untold();
    await zhou.post(`/placements/${id}/telling`, {});
    const { s } = await reading(batchId);
    const until = (await thePlacement(id)).offerUntil!;
    const isTheirs = ({ placementId }: { placementId: string | null }) => placementId === id;
    expect(awaitedOf(stepsOf(s), until - 1).some(isTheirs)).toBe(true);
    expect(toDo(stepsOf(s), until - 1).some(isTheirs)).toBe(false);
    expect(toDo(stepsOf(s), until).find(isTheirs)?.kind).toBe('chase_offer');
  });
});

it('sets no time for whoever is asked anew, and tells them of the new terms', async () => {
  const { id, batchId } = await untold();
  await zhou.post(`/placements/${id}/telling`, {});
  await rows.change(placement, { id }, { offerUntil: null });
  await touch(batchId);
  const { s } = await reading(batchId);
  const isTheirs = ({ placementId }: { placementId: string | null }) => placementId === id;
  expect(stepsOf(s).find(isTheirs)).toMatchObject({ kind: 'chase_offer', dueAt: null });
  const told = voidConsents(s).find((each) => each.id === id);
  expect(told?.set).toEqual({ toldAt: null });
});

describe('a worker who wants to be called', () => {
  it('is on the batch and on Today until somebody has called', async () => {
    const { id, batchId } = await untold();
    const { name } = await personIn(id);
    const { phone, page } = await ownPage(id);
    await phone.submit(page, /question$/);
    for (const to of ['/today', `/batches/${batchId}`])
      expect(textOf(await zhou.open(to)), to).toContain(`${name} 有问题`);
    await zhou.submit(await zhou.open(`/placements/${id}`), /question-answer$/);
    for (const to of ['/today', `/batches/${batchId}`])
      expect(linesOf(await zhou.open(to), '.todo-list li').join(), to).not.toContain('有问题要问');
  });
});

describe('the day of departure', () => {
  it('is not the first day at work: it is told once the journey is planned', async () => {
    const { id } = await theBatch(RECRUITING);
    const heading = async () =>
      (await zhou.open(`/batches/${id}`)).root.querySelector('#board .sub')?.text ?? '';
    expect(await heading()).toMatch(/到岗/);
    expect(await heading()).not.toContain('出发');
    const { departsOn } = await rows.first(batchTable, { id });
    const leavesAt = Date.parse(`${departsOn}T20:00:00+08:00`) - 2 * 86_400_000;
    await rows.change(batchTable, { id }, { leavesAt });
    await touch(id);
    expect(await heading()).toMatch(/出发 · .*到岗/);
    const { s } = await reading(id);
    expect(
      keptSteps({ ...s, lockedAt: 1 }).find(({ kind }) => kind === 'board')?.waits?.until,
    ).toBe(Date.parse(`${departsOn}T00:00:00+08:00`) - 2 * 86_400_000);
  });
});

it('gives a leader the sums of all batches, which add up', async () => {
  const page = await (await signedIn('leader')).open('/today');
  const [card] = page.root
    .querySelectorAll('.card')
    .filter((each) => each.text.includes('全站人数'));
  const numbers = card!.querySelectorAll('dd').map((dd) => Number.parseInt(dd.text, 10));
  const batches = await rows.all(batchTable, { status: 'open' });
  expect(numbers[0]).toBe(batches.reduce((sum, { headcount }) => sum + headcount, 0));
  expect(numbers[1]).toBe(batches.reduce((sum, { counts }) => sum + counts.unfilled, 0));
});

it('leads a new station through its first steps, and ticks only what is there', async () => {
  const admin = await signedIn('admin');
  expect(textOf(await admin.open('/today'))).not.toContain('头一次用');
  await withoutOrders();
  const page = await admin.open('/today');
  const lines = linesOf(page, 'ol.todo-list li');
  expect(lines).toHaveLength(7);
  expect(lines.find((line) => line.includes('用工单位'))).toContain('✓');
  expect(lines.find((line) => line.includes('第一张用工单'))).not.toContain('✓');
  expect(page.root.querySelector('ol .btn.primary')?.getAttribute('href')).toBe('/orders/new');
});

/** A station that has everything but its first order. */
async function withoutOrders(): Promise<void> {
  await env.DB.batch([
    env.DB.prepare('pragma defer_foreign_keys = on'),
    ...(await tables())
      .filter((name) => !KEPT.has(name))
      .map((name) => env.DB.prepare(`delete from "${name}"`)),
  ]);
}

const KEPT = new Set(['account', 'session', 'setting', 'area', 'worker', 'employer', 'clinic']);
