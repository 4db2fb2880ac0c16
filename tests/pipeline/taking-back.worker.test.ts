import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, type Page, textOf } from '../../scripts/story/browser.ts';
import { batch as batchTable, placement } from '../../src/pipeline/batch/batch.tables.ts';
import { history } from '../../src/pipeline/batch/history.tables.ts';
import { jobOrder } from '../../src/pipeline/demand/demand.tables.ts';
import { visit } from '../../src/pipeline/follow-up/follow-up.tables.ts';
import { consent } from '../../src/pipeline/recruitment/recruitment.tables.ts';
import { seedTown, signedIn } from '../support/town.ts';
import { rows, theBatch } from '../support/town-rows.ts';

const RECRUITING = 6;
const COLLECTING = 4;

let zhou: Browser;
async function freshTown(): Promise<void> {
  await seedTown();
  zhou = await signedIn('coordinator');
}

/** What one tap did: where, and something else that is done to the same people afterwards. */
type Done = { batchId: string; page: Page; more: () => Promise<unknown> };

async function inState(batchId: string, recruitment: 'offered' | 'consented') {
  return (await rows.all(placement, { batchId, recruitment, exit: null })).map(({ id }) => id);
}

async function noteConsent(id: string): Promise<Page> {
  const { batchId } = await rows.first(placement, { id });
  const { orderId } = await rows.first(batchTable, { id: batchId });
  const { termsHash: hash } = await rows.first(jobOrder, { id: orderId });
  return zhou.post(`/placements/${id}/consent`, { hash, manner: 'spoken' });
}

async function callInVain(id: string): Promise<Page> {
  return zhou.submit(await zhou.open(`/visits/${id}`), /\/outcome$/, { outcome: 'not_reached' });
}

const ACTS: Record<string, () => Promise<Done>> = {
  'a selection': async () => {
    const { id: batchId } = await theBatch(RECRUITING);
    const [first = ''] = await inState(batchId, 'consented');
    const page = await zhou.post(`/batches/${batchId}/selections`, {});
    return { batchId, page, more: () => zhou.post(`/placements/${first}/withdrawal`, {}) };
  },
  'a consent that was noted': async () => {
    const { id: batchId } = await theBatch(RECRUITING);
    const [first = ''] = await inState(batchId, 'offered');
    const page = await noteConsent(first);
    return { batchId, page, more: () => zhou.post(`/placements/${first}/selection`, {}) };
  },
  'a consent of a whole yard': async () => {
    const { id: batchId, orderId } = await theBatch(RECRUITING);
    const people = (await inState(batchId, 'offered')).slice(0, 4);
    const { termsHash: hash } = await rows.first(jobOrder, { id: orderId });
    const page = await zhou.post(`/batches/${batchId}/consents`, {
      hash,
      manner: 'spoken',
      people: people.join(),
    });
    return { batchId, page, more: () => zhou.post(`/placements/${people[3]}/withdrawal`, {}) };
  },
  'terms that were read to somebody': async () => {
    const { id: batchId } = await theBatch(RECRUITING);
    const asked = { batchId, recruitment: 'offered', exit: null, toldAt: null } as const;
    const { id: first } = await rows.first(placement, asked);
    const page = await zhou.post(`/placements/${first}/telling`, {});
    return { batchId, page, more: () => noteConsent(first) };
  },
  'papers of everybody': async () => {
    const { id: batchId } = await theBatch(COLLECTING);
    const page = await zhou.post(`/batches/${batchId}/papers`, { kind: 'bank_account' });
    const { placementId } = await rows.last(history, { batchId });
    const rejected = { kind: 'bank_account', state: 'expired' };
    return { batchId, page, more: () => zhou.post(`/placements/${placementId}/papers`, rejected) };
  },
  'a call that reached nobody': async () => {
    const { id: batchId } = await rows.first(batchTable, { stage: 'followUp', status: 'open' });
    const { id } = await rows.first(visit, { batchId, open: 1, tries: 0 });
    const page = await callInVain(id);
    return { batchId, page, more: () => callInVain(id) };
  },
};

/** All that an act may have changed. */
async function stateOf(batchId: string) {
  const people = await rows.all(placement, { batchId });
  const { openVisits } = await rows.first(batchTable, { id: batchId });
  const visits = await rows.all(visit, { batchId });
  return {
    people: people.map((p) => ({ ...p, custody: null })),
    openVisits,
    visits: visits.map(({ id, open, outcome, tries, dueOn }) => [id, open, outcome, tries, dueOn]),
  };
}

function takenBack(batchId: string): Promise<number> {
  return rows.count(history, { batchId, kind: 'taken_back' });
}

/** The batch on which an act is done. */
async function batchOf(name: string): Promise<string> {
  if (name === 'papers of everybody') return (await theBatch(COLLECTING)).id;
  if (name !== 'a call that reached nobody') return (await theBatch(RECRUITING)).id;
  return (await rows.first(batchTable, { stage: 'followUp', status: 'open' })).id;
}

/** The batch before and after an act, and the page that offers to take it back. */
async function acted(name: string) {
  const before = await stateOf(await batchOf(name));
  const done = await ACTS[name]!();
  return { ...done, before, after: await stateOf(done.batchId) };
}

const UNDO = /\/taking-back$/;

describe.each(Object.keys(ACTS))('%s', (name) => {
  // Each test leaves what it took back as it was.
  beforeAll(freshTown);

  it('is taken back by the button that says it is saved, and twice is told', async () => {
    const { batchId, page, before, after } = await acted(name);
    expect(page.root.querySelector('.saved')?.text).toContain('已保存');
    if (name !== 'a call that reached nobody') expect(after).not.toEqual(before);
    const back = await zhou.submit(page, UNDO);
    expect(back.status).toBe(200);
    const now = await stateOf(batchId);
    expect(now).toEqual(before);
    expect(textOf(await zhou.open(`/batches/${batchId}/history`))).toContain('撤销：');
    const again = await zhou.submit(withNewKey(page), UNDO);
    expect([again.status, textOf(again).includes('已经撤销过了')]).toEqual([409, true]);
    expect(await stateOf(batchId)).toEqual(now);
    expect(await takenBack(batchId)).toBe(1);
  });

  it('is taken back once by two devices at the same time', async () => {
    const { batchId, page } = await acted(name);
    const earlier = await takenBack(batchId);
    const other = await signedIn('coordinator');
    await Promise.all([zhou.submit(page, UNDO), other.submit(withNewKey(page), UNDO)]);
    expect(await takenBack(batchId)).toBe(earlier + 1);
  });

  it('is taken back late, after others have acted on somebody else', async () => {
    const { batchId, page } = await acted(name);
    const earlier = await takenBack(batchId);
    const [line] = await rows.all(history, { batchId, kind: 'batch_opened' });
    const { seq } = await rows.first(batchTable, { id: batchId });
    const next = {
      ...line!,
      seq: seq + 1,
      kind: 'cost_recorded',
      detail: { line: 'other', fen: 1 },
    };
    await rows.add(history, next);
    await rows.change(batchTable, { id: batchId }, { seq: seq + 1 });
    expect((await zhou.submit(page, UNDO)).status).toBe(200);
    expect(await takenBack(batchId)).toBe(earlier + 1);
  });

  it('stays once something was built on it, and the reason is told', async () => {
    const { batchId, page, more } = await acted(name);
    await more();
    const built = await stateOf(batchId);
    const refused = await zhou.submit(page, UNDO);
    expect([refused.status, textOf(refused).includes('不能再撤销这一步')]).toEqual([409, true]);
    expect(await stateOf(batchId)).toEqual(built);
  });
});

/** The same page as another device has it: its forms have other keys. */
function withNewKey(page: Page): Page {
  const key = `01TAKENBACK${String(++keys).padStart(15, '0')}`;
  page.root.querySelectorAll('.saved input[name=key]').forEach((input) => {
    input.setAttribute('value', key);
  });
  return page;
}
let keys = 0;

describe('one town each time', () => {
  beforeEach(freshTown);

  it('stays where those of it were booked for a medical since, all together', async () => {
    const { batchId, page } = await acted('a selection');
    const { seq } = await rows.first(batchTable, { id: batchId });
    const [line] = await rows.all(history, { batchId, kind: 'batch_opened' });
    const booked = { ...line!, seq: seq + 1, kind: 'exam_booked', detail: { people: 3 } };
    await rows.add(history, booked);
    await rows.change(batchTable, { id: batchId }, { seq: seq + 1 });
    expect((await zhou.submit(page, UNDO)).status).toBe(409);
    expect(await takenBack(batchId)).toBe(0);
  });

  it('opens the stage again that had closed because of it', async () => {
    const { batchId, page } = await acted('a selection');
    const { seq } = await rows.first(batchTable, { id: batchId });
    const [line] = await rows.all(history, { batchId, kind: 'batch_opened' });
    const detail = { stage: 'recruitment', next: 'health' };
    await rows.add(history, { ...line!, seq: seq + 1, kind: 'stage_closed', detail });
    await rows.change(batchTable, { id: batchId }, { seq: seq + 1, stage: 'health' });
    expect((await zhou.submit(page, UNDO)).status).toBe(200);
    expect((await rows.first(batchTable, { id: batchId })).stage).toBe('recruitment');
  });

  it('tells no worker of a consent that was noted and taken back', async () => {
    const { batchId, page } = await acted('a consent that was noted');
    await zhou.submit(page, UNDO);
    const people = (await rows.all(placement, { batchId })).map(({ id }) => id);
    const kept = await rows.all(consent, { placementId: people });
    expect(kept.filter(({ takenBackAt }) => takenBackAt !== null)).toHaveLength(1);
  });

  it('lets an officer take back what they did, and nothing that others did', async () => {
    const { page } = await acted('a selection');
    const officer = await signedIn('officer');
    expect((await officer.submit(page, UNDO)).status).toBe(404);
  });
});
