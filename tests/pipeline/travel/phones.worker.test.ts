import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, forwardedIn, textOf } from '../../../scripts/story/browser.ts';
import { DAY, MINUTE } from '../../../src/clock.ts';
import { link as linkTable } from '../../../src/access/access.tables.ts';
import { batch as batchTable, placement } from '../../../src/pipeline/batch/batch.tables.ts';
import { visit } from '../../../src/pipeline/follow-up/follow-up.tables.ts';
import type { PhoneRoster } from '../../../src/pipeline/travel/roll-call/phone-roster.ts';
import { rollEntry } from '../../../src/pipeline/travel/roll-call/roll-call.tables.ts';
import { saidIn } from '../../../src/pipeline/travel/roll-call/word.ts';
import { escort, handover } from '../../../src/pipeline/travel/travel.tables.ts';
import {
  Course,
  type Happening,
  happenings,
  Phone,
  type Post,
  responseOf,
  word as wordOn,
} from '../../support/phones.ts';
import { aVisitor, seedTown, signedIn } from '../../support/town.ts';
import { rows, selectedIn, theBatch, thePlacement, touch } from '../../support/town-rows.ts';
import { countsIn, nobodyCalledIn, travelOf, wordsIn } from '../../support/travel-rows.ts';
import type { PhoneEntry } from '../../../src/pipeline/travel/roll-call/deed.ts';

/** Boarding today, the manifest locked. */
const BOARDING = 3;

const PEOPLE = 4;
let zhou: Browser;
let batch: string;
let people: string[];
let escorts: { browser: Browser; link: string }[];

/** A batch of four whose manifest is locked, and three escorts with a link each. */
async function aLockedBatch(): Promise<void> {
  batch = (await theBatch(BOARDING)).id;
  people = (await selectedIn(batch)).slice(0, PEOPLE).map(({ id }) => id);
  // The others are no part of this story.
  const others = (await rows.all(placement, { batchId: batch })).map(({ id }) => id);
  await rows.change(
    placement,
    { id: others.filter((id) => !people.includes(id)) },
    { batchId: (await theBatch(2)).id, active: false, exit: 'released' },
  );
  await rows.change(batchTable, { id: batch }, { headcount: PEOPLE });
  const plan = await zhou.open(`/batches/${batch}/travel`);
  for (const [name, phone] of [
    ['马建成', '13800000311'],
    ['李桂芳', '13800000312'],
  ] as const)
    await zhou.submit(plan, /escorts$/, { name, phone, role: 'captain', key: '' });
  const named = (await rows.all(escort, { batchId: batch })).slice(0, 3);
  escorts = [];
  for (const { id } of named) {
    const landing = forwardedIn(
      await zhou.post('/links', { purpose: 'escort', subjectId: id, batchId: batch }),
    );
    const browser = aVisitor();
    const page = await browser.submit(await browser.open(landing), landing);
    escorts.push({ browser, link: page.url });
  }
}

/** The roll as nobody has called it yet. */
function nobodyCalled(): Promise<void> {
  return nobodyCalledIn(batch);
}

/** When the batch set off, and when it was there, as far as it did. */
async function times() {
  const { departedAt, arrivedAt, handedOverAt } = await theBatch(BOARDING);
  return { departedAt, arrivedAt, handedOverAt };
}

/** Whether the headcount equation holds, from the rows themselves. */
async function balances(): Promise<boolean> {
  const e = await countsIn(batch);
  return (
    e.confirmed === e.waiting + e.boarded + e.noShow + e.withdrawn + e.unfilled &&
    e.boarded === e.travelling + e.arrived + e.leftEnRoute + e.missing &&
    e.arrived === e.awaiting + e.accepted + e.rejected
  );
}

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  await aLockedBatch();
});

/** What an escort's phone sends goes under their link. */
function under({ browser, link }: (typeof escorts)[number]): Post {
  return async (fields, isForgetful = false) =>
    responseOf(await (isForgetful ? aVisitor() : browser).post(`${link}/entries`, fields));
}
function aPhone(i = 0): Promise<Phone> {
  return Phone.opened(under(escorts[i]!));
}
function word(i: number, outcome: string, call?: string) {
  return wordOn(people[i]!, outcome, call);
}
function travel(i: number) {
  return travelOf(people[i]!);
}

describe('an entry of a phone', () => {
  it('counts once, however often it is sent, and is answered as it was', async () => {
    await nobodyCalled();
    const phone = await aPhone();
    phone.do(word(0, 'boarded'));
    phone.do(word(1, 'no_show'));
    const first = await phone.post(phone.entries);
    const again = await phone.post(phone.entries);
    expect(first.answer.answers).toEqual(again.answer.answers);
    expect(await rows.count(rollEntry, { batchId: batch })).toBe(2);
    expect([await travel(0), await travel(1)]).toEqual(['boarded', 'no_show']);
  });

  it('with another body under the same id is refused and shown', async () => {
    await nobodyCalled();
    const phone = await aPhone();
    const entry = phone.do(word(0, 'boarded'));
    await phone.post([entry]);
    const other = await phone.post([{ ...entry, outcome: 'no_show' } as PhoneEntry]);
    expect(other.answer.answers).toEqual([
      { no: 1, verdict: 'refused', reason: 'entry_differs', names: [] },
    ]);
    const renumbered = await phone.post([{ ...entry, no: 2 }]);
    expect(renumbered.answer.answers).toEqual([
      { no: 2, verdict: 'refused', reason: 'entry_differs', names: [] },
    ]);
    expect(await travel(0)).toBe('boarded');
  });

  it('is not taken out of turn: what came before is sent first', async () => {
    await nobodyCalled();
    const phone = await aPhone();
    phone.do(word(0, 'boarded'));
    phone.do(word(0, 'undo'));
    const late = await phone.post(phone.entries.slice(1));
    expect([late.answer.heard, await travel(0)]).toEqual([0, 'expected']);
    await phone.post(phone.entries);
    expect(await travel(0)).toBe('expected');
  });

  it('is taken when its link has ended since, if it was done before; the phone is told to empty itself', async () => {
    await nobodyCalled();
    const phone = await aPhone();
    const { browser, link: page } = escorts[0]!;
    const ownLink = { id: page.split('/').at(-1)! };
    phone.clock = -10 * MINUTE;
    phone.do(word(0, 'boarded'));
    phone.clock = 0;
    phone.do(word(1, 'boarded'));
    await rows.change(linkTable, ownLink, { revokedAt: Date.now() - 5 * MINUTE });
    const { status, answer } = await phone.post(phone.entries);
    expect([status, answer.over, answer.roster]).toEqual([410, true, null]);
    expect(answer.answers.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['recorded', null],
      ['refused', 'link_over'],
    ]);
    expect(await travel(0)).toBe('boarded');
    // Opened again, the page names nobody, and carries the script that sends what is left and
    // empties the phone.
    const over = await browser.open(page);
    expect([over.status, over.html.includes('roll-call')]).toEqual([410, true]);
    expect(over.root.querySelector('#roll-roster')?.textContent).toBe('null');
    await rows.change(linkTable, ownLink, { revokedAt: null });
  });

  it('that cannot be read takes its number and holds up no other, and nothing of it is kept', async () => {
    await nobodyCalled();
    const phone = await aPhone();
    phone.do(word(0, 'boarded'));
    phone.do({
      kind: 'incident',
      what: 'illness',
      people: [people[0]!],
      note: '查出乙肝',
      called: '',
      policeReport: '',
    });
    phone.do({ kind: 'handover', count: 1, name: ' ', people: [], rejected: [] });
    phone.do(word(1, 'boarded'));
    const { status, answer } = await phone.post(phone.entries);
    expect(status).toBe(200);
    expect(answer.answers.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['recorded', null],
      ['refused', 'forbidden_health'],
      ['refused', 'entry_unreadable'],
      ['recorded', null],
    ]);
    expect([await travel(0), await travel(1)]).toEqual(['boarded', 'boarded']);
    const kept = (await rows.all(rollEntry, { batchId: batch })).map(({ detail }) => detail);
    expect(JSON.stringify(kept)).not.toContain('乙');
  });

  it('of a phone whose clock is a day wrong is dated by the server’s', async () => {
    await nobodyCalled();
    const phone = await aPhone();
    phone.clock = -DAY;
    phone.do(word(0, 'boarded'));
    await phone.post(phone.entries);
    const { recordedAt, occurredAt } = await rows.first(rollEntry, { batchId: batch });
    const off = recordedAt - occurredAt;
    expect(off).toBeLessThan(MINUTE);
    expect(off).toBeGreaterThanOrEqual(0);
  });
});

describe('several phones', () => {
  it('that disagree are shown side by side until somebody who knows both settles it', async () => {
    await nobodyCalled();
    const [one, two] = [await aPhone(0), await aPhone(1)];
    one.do(word(0, 'boarded'));
    two.do(word(0, 'no_show'));
    for (const i of [1, 2, 3]) one.do(word(i, 'boarded'));
    one.do({ kind: 'depart' });
    one.hear((await one.post(one.entries)).answer);
    expect((await times()).departedAt).not.toBeNull();
    two.hear((await two.post(two.entries)).answer);
    // Departed as it was known; what is said late does not change the roster until it is settled.
    expect([await travel(0), await balances()]).toEqual(['boarded', true]);
    expect(textOf(await zhou.open(`/batches/${batch}/roll-call`))).toMatch(
      /几部手机说法不一：(上车|已上车|没来|未到)/,
    );
    expect(textOf(await zhou.open(`/batches/${batch}`))).toContain('几部手机说法不一');
    two.do(word(0, 'no_show'));
    two.hear((await two.post(two.unsent)).answer);
    const { roll } = await thePlacement(people[0]!);
    expect([await travel(0), await balances(), saidIn(roll.boarding)]).toEqual([
      'no_show',
      true,
      ['no_show'],
    ]);
  });

  it('hold a departure until everybody has been heard of, then it is as it was said', async () => {
    await nobodyCalled();
    const [one, two] = [await aPhone(0), await aPhone(1)];
    one.do(word(0, 'boarded'));
    one.do(word(1, 'boarded'));
    one.do({ kind: 'depart' });
    one.do(word(0, 'arrived', 'arrival'));
    one.hear((await one.post(one.entries)).answer);
    expect(one.answers.get(3)).toMatchObject({ verdict: 'held', reason: 'boarding_open' });
    expect((await times()).departedAt).toBeNull();
    two.do(word(2, 'boarded'));
    two.do(word(3, 'no_show'));
    two.hear((await two.post(two.entries)).answer);
    expect((await times()).departedAt).not.toBeNull();
    expect(await Promise.all([0, 1, 2, 3].map(travel))).toEqual([
      'arrived',
      'boarded',
      'boarded',
      'no_show',
    ]);
    expect(await balances()).toBe(true);
  });

  it('see a held departure come to pass as soon as the office has called the rest', async () => {
    await nobodyCalled();
    const [one, two] = [await aPhone(0), await aPhone(1)];
    for (const i of [0, 1]) one.do(word(i, 'boarded'));
    one.do({ kind: 'depart' });
    one.hear((await one.post(one.entries)).answer);
    expect(one.answers.get(3)).toMatchObject({ verdict: 'held' });
    two.do(word(1, 'no_show'));
    two.hear((await two.post(two.entries)).answer);
    await zhou.post(`/placements/${people[2]}/check-in`, { outcome: 'boarded' });
    await zhou.post(`/placements/${people[3]}/check-in`, { outcome: 'no_show' });
    expect(textOf(await zhou.open(`/batches/${batch}`))).toContain('几部手机说法不一，要问清楚');
    expect((await times()).departedAt).toBeNull();
    // The office settles the last one, and the departure is there, though no phone has said
    // anything since.
    await zhou.post(`/placements/${people[1]}/check-in`, { outcome: 'boarded' });
    expect((await times()).departedAt).not.toBeNull();
    expect((await theBatch(BOARDING)).heldEntries).toEqual([]);
    expect(textOf(await zhou.open(`/batches/${batch}`))).not.toContain(
      '几部手机说法不一，要问清楚',
    );
    // The phone asks again with nothing new, and hears what became of it.
    const { answer } = await one.post([one.entries[2]!]);
    expect(answer.answers).toMatchObject([{ no: 3, verdict: 'recorded' }]);
  });

  it('reach the handover on the phone, by number and name, and never with a gap that nobody has named', async () => {
    await nobodyCalled();
    const phone = await aPhone(0);
    for (const i of [0, 1, 2]) phone.do(word(i, 'boarded'));
    phone.do(word(3, 'no_show'));
    phone.do({ kind: 'depart' });
    for (const i of [0, 1]) phone.do(word(i, 'arrived', 'arrival'));
    const everybody = people.slice(0, 3);
    phone.do({ kind: 'handover', count: 3, name: '贺经理', people: everybody, rejected: [] });
    phone.do(word(2, 'missing', 'arrival'));
    phone.do({ kind: 'arrive' });
    phone.do({
      kind: 'handover',
      count: 3,
      name: '贺经理',
      people: everybody.slice(0, 2),
      rejected: [],
    });
    phone.hear((await phone.post(phone.entries)).answer);
    // It waited for the third, who then turned out to be missing; and then the two counts differed.
    expect(phone.answers.get(8)).toMatchObject({ verdict: 'refused', reason: 'not_on_board' });
    expect(phone.answers.get(11)).toMatchObject({ verdict: 'refused', reason: 'count_differs' });
    expect((await times()).handedOverAt).toBeNull();
    phone.do({
      kind: 'handover',
      count: 1,
      name: '贺经理',
      people: people.slice(0, 2),
      rejected: [{ placementId: people[1]!, reason: 'post_filled' }],
    });
    phone.hear((await phone.post(phone.unsent)).answer);
    expect(await Promise.all([0, 1, 2, 3].map(travel))).toEqual([
      'accepted',
      'rejected',
      'missing',
      'no_show',
    ]);
    expect(await rows.first(handover, { batchId: batch })).toMatchObject({
      escortCount: 2,
      signedBy: '贺经理',
    });
    expect(await rows.count(visit, { batchId: batch })).toBeGreaterThan(0);
    expect(await balances()).toBe(true);
  });
});

/** The roster as the page brings it while nobody has been called. */
let fresh: PhoneRoster | undefined;

/**
 * Plays one course of events against the server, and compares what comes of it with what people
 * did.
 */
async function play(happened: readonly Happening[]): Promise<void> {
  await nobodyCalled();
  // All three open the page before anybody is called.
  const phones = escorts.map((escort) => new Phone(under(escort)));
  fresh ??= (await aPhone(0)).roster;
  for (const phone of phones) phone.roster = fresh;
  const course = new Course(phones, people, async () => expect(await balances()).toBe(true));
  for (const each of happened) await course.goOn(each);
  await course.end();
  const { words, states } = await wordsIn(batch);
  expect(course.differences(words, states)).toEqual([]);
}

it('ends each of 2,000 courses of three phones with what people did, or with a disagreement that is shown', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happenings(PEOPLE), { minLength: 6, maxLength: 16 }), play),
    {
      numRuns: 2000,
      seed: 20270306,
      endOnFailure: false,
    },
  );
}, 600_000);

describe('a phone whose clock cannot be believed', () => {
  const allOnBoard = async (phone: Phone): Promise<void> => {
    for (let i = 0; i < PEOPLE; i++) phone.do(word(i, 'boarded'));
    phone.do({ kind: 'depart' });
    phone.hear((await phone.post(phone.unsent)).answer);
  };

  it('has arrived after it left, though its clock said 2020 at the tap and was right when it sent', async () => {
    await nobodyCalled();
    const phone = await aPhone();
    await allOnBoard(phone);
    const departed = (await times()).departedAt!;
    phone.clock = Date.parse('2020-01-01T00:00:00Z') - Date.now();
    for (let i = 0; i < PEOPLE; i++) phone.do(word(i, 'arrived', 'arrival'));
    phone.do({ kind: 'arrive' });
    phone.clock = 0;
    phone.hear((await phone.post(phone.unsent)).answer);
    const arrived = (await times()).arrivedAt!;
    expect(arrived).toBeGreaterThanOrEqual(departed);
    expect(arrived).toBeLessThanOrEqual(Date.now());
    // And nobody reads it as if it were certain.
    expect(await rows.count(rollEntry, { batchId: batch, isDoubtful: true })).toBeGreaterThan(0);
    expect(textOf(await zhou.open(`/batches/${batch}/history`))).toContain('手机时钟不准');
  });

  it('is believed where it tells the station’s own clock as it last heard it', async () => {
    await nobodyCalled();
    const phone = await aPhone();
    await allOnBoard(phone);
    const arrivedAt = Date.now();
    const wrong = Date.parse('2020-01-01T00:00:00Z');
    for (let i = 0; i < PEOPLE; i++) phone.do(word(i, 'arrived', 'arrival'));
    phone.do({ kind: 'arrive' });
    phone.entries = phone.entries.map((entry) =>
      entry.no <= phone.sentUpTo
        ? entry
        : Object.assign(entry, { at: wrong, least: arrivedAt - 1000, since: arrivedAt }),
    );
    phone.hear((await phone.post(phone.unsent)).answer);
    expect((await times()).arrivedAt).toBe(arrivedAt);
  });

  it('does not put a boarding before the list was fixed', async () => {
    await nobodyCalled();
    const locked = (await theBatch(BOARDING)).lockedAt!;
    const phone = await aPhone();
    phone.clock = locked - Date.now() - 26 * 3_600_000;
    phone.do(word(0, 'boarded'));
    phone.clock = 0;
    phone.hear((await phone.post(phone.unsent)).answer);
    const { occurredAt } = await rows.first(rollEntry, { batchId: batch, no: 1 });
    expect(occurredAt).toBeGreaterThanOrEqual(locked);
  });
});

describe('a departure that was said too soon', () => {
  const hasDeparted = async () => (await times()).departedAt !== null;

  it('is taken back on the phone that said it, with everybody whom it released', async () => {
    await nobodyCalled();
    const reserve = people[3]!;
    await rows.change(placement, { id: reserve }, { recruitment: 'reserve', heldPlace: false });
    await rows.change(batchTable, { id: batch }, { headcount: 3 });
    await touch(batch);
    const phone = await aPhone();
    for (let i = 0; i < 3; i++) phone.do(word(i, 'boarded'));
    phone.do({ kind: 'depart' });
    phone.hear((await phone.post(phone.unsent)).answer);
    expect(await hasDeparted()).toBe(true);
    expect((await thePlacement(reserve)).exit).toBe('released');
    phone.do({ kind: 'depart_undo' });
    phone.hear((await phone.post(phone.unsent)).answer);
    expect(phone.answers.get(phone.entries.length)?.verdict).toBe('recorded');
    expect(await hasDeparted()).toBe(false);
    expect(await thePlacement(reserve)).toMatchObject({ exit: null, active: true });
    expect(await balances()).toBe(true);
    await rows.change(placement, { id: reserve }, { recruitment: 'selected', heldPlace: true });
    await rows.change(batchTable, { id: batch }, { headcount: PEOPLE });
    await touch(batch);
  });

  it('stands once something was reported from the road', async () => {
    await nobodyCalled();
    const phone = await aPhone();
    for (let i = 0; i < PEOPLE; i++) phone.do(word(i, 'boarded'));
    phone.do({ kind: 'depart' });
    phone.do(word(0, 'present', 'count-01'));
    phone.do({ kind: 'depart_undo' });
    phone.hear((await phone.post(phone.unsent)).answer);
    expect(phone.answers.get(phone.entries.length)).toMatchObject({
      verdict: 'refused',
      reason: 'on_the_road',
    });
    expect(await hasDeparted()).toBe(true);
  });

  it('is taken back without script as well, by the escort and by the station', async () => {
    for (const back of ['escort', 'station'] as const) {
      await nobodyCalled();
      const phone = await aPhone();
      for (let i = 0; i < PEOPLE; i++) phone.do(word(i, 'boarded'));
      phone.do({ kind: 'depart' });
      phone.hear((await phone.post(phone.unsent)).answer);
      const { browser, link } = escorts[0]!;
      const who = back === 'escort' ? browser : zhou;
      const page = await who.open(back === 'escort' ? link : `/batches/${batch}/roll-call`);
      await who.submit(page, /departure\/taking-back$/);
      expect(await hasDeparted()).toBe(false);
    }
  });
});
