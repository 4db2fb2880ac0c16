import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, forwardedIn, textOf } from '../../../scripts/story/browser.ts';
import { DAY, MINUTE } from '../../../src/clock.ts';
import type { PhoneRoster } from '../../../src/pipeline/travel/roll-call/phone-roster.ts';
import { saidIn } from '../../../src/pipeline/travel/roll-call/word.ts';
import {
  Course,
  type Happening,
  happenings,
  Phone,
  type Post,
  responseOf,
  word as wordOn,
} from '../../support/phones.ts';
import { aVisitor, firstValue, seedTown, signedIn } from '../../support/town.ts';
import type { PhoneEntry } from '../../../src/pipeline/travel/roll-call/deed.ts';

const PEOPLE = 4;
let zhou: Browser;
let batch: string;
let people: string[];
let escorts: { browser: Browser; link: string }[];

/** A batch of four whose manifest is locked, and three escorts with a link each. */
async function aLockedBatch(): Promise<void> {
  batch = await firstValue("select id as value from batch where code = '26-03'");
  const { results } = await env.DB.prepare(
    "select id from placement where batch_id = ? and recruitment = 'selected' and exit is null order by id limit ?",
  )
    .bind(batch, PEOPLE)
    .all<{ id: string }>();
  people = results.map(({ id }) => id);
  const kept = JSON.stringify(people);
  await env.DB.batch([
    env.DB.prepare(
      // The others are no part of this story.
      "update placement set batch_id = (select id from batch where code = '26-02'), active = 0, exit = 'released' where batch_id = ? and id not in (select value from json_each(?))",
    ).bind(batch, kept),
    env.DB.prepare('update batch set headcount = ? where id = ?').bind(PEOPLE, batch),
  ]);
  const plan = await zhou.open(`/batches/${batch}/travel`);
  for (const [name, phone] of [
    ['马建成', '13800000311'],
    ['李桂芳', '13800000312'],
  ] as const)
    await zhou.submit(plan, /escorts$/, { name, phone, role: 'captain', key: '' });
  const { results: named } = await env.DB.prepare(
    'select id from escort where batch_id = ? order by id limit 3',
  )
    .bind(batch)
    .all<{ id: string }>();
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
function nobodyCalled(): Promise<unknown> {
  return env.DB.batch([
    env.DB.prepare('delete from roll_entry where batch_id = ?').bind(batch),
    env.DB.prepare('delete from handover where batch_id = ?').bind(batch),
    env.DB.prepare(
      "update placement set travel = 'expected', roll = '{}', active = 1, follow_up = 'none' where batch_id = ? and exit is null",
    ).bind(batch),
    env.DB.prepare(
      "update batch set departed_at = null, arrived_at = null, handed_over_at = null, open_visits = 0, phones = '{}', held_entries = '[]', stage = 'travel', touched = touched + 1 where id = ?",
    ).bind(batch),
  ]);
}

async function rollOf(id: string) {
  return JSON.parse(
    await firstValue('select roll as value from placement where id = ?', id),
  ) as PhoneRoster['people'][number]['roll'];
}

/** Whether the headcount equation holds, from the rows themselves. */
async function balances(): Promise<boolean> {
  const e = JSON.parse(
    await firstValue('select counts as value from batch where id = ?', batch),
  ) as Record<string, number>;
  const sum = (...names: string[]) => names.reduce((total, name) => total + (e[name] ?? 0), 0);
  return (
    e['confirmed'] === sum('waiting', 'boarded', 'noShow', 'withdrawn', 'unfilled') &&
    e['boarded'] === sum('travelling', 'arrived', 'leftEnRoute', 'missing') &&
    e['arrived'] === sum('awaiting', 'accepted', 'rejected')
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
  return firstValue('select travel as value from placement where id = ?', people[i]!);
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
    expect(
      await firstValue('select count(*) as value from roll_entry where batch_id = ?', batch),
    ).toBe('2');
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
    const link = page.split('/').at(-1);
    phone.clock = -10 * MINUTE;
    phone.do(word(0, 'boarded'));
    phone.clock = 0;
    phone.do(word(1, 'boarded'));
    await env.DB.prepare('update link set revoked_at = ? where id = ?')
      .bind(Date.now() - 5 * MINUTE, link)
      .run();
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
    await env.DB.prepare('update link set revoked_at = null where id = ?').bind(link).run();
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
    expect(
      await firstValue(
        'select group_concat(detail) as value from roll_entry where batch_id = ?',
        batch,
      ),
    ).not.toContain('乙');
  });

  it('of a phone whose clock is a day wrong is dated by the server’s', async () => {
    await nobodyCalled();
    const phone = await aPhone();
    phone.clock = -DAY;
    phone.do(word(0, 'boarded'));
    await phone.post(phone.entries);
    const off = Number(
      await firstValue(
        'select recorded_at - occurred_at as value from roll_entry where batch_id = ?',
        batch,
      ),
    );
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
    expect(
      await firstValue('select departed_at is null as value from batch where id = ?', batch),
    ).toBe('0');
    two.hear((await two.post(two.entries)).answer);
    // Departed as it was known; what is said late does not change the roster until it is settled.
    expect([await travel(0), await balances()]).toEqual(['boarded', true]);
    expect(textOf(await zhou.open(`/batches/${batch}/roll-call`))).toMatch(
      /几部手机说法不一:(上车|已上车|没来|未到)/,
    );
    expect(textOf(await zhou.open(`/batches/${batch}`))).toContain('几部手机说法不一');
    two.do(word(0, 'no_show'));
    two.hear((await two.post(two.unsent)).answer);
    expect([
      await travel(0),
      await balances(),
      saidIn((await rollOf(people[0]!)).boarding),
    ]).toEqual(['no_show', true, ['no_show']]);
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
    expect(await firstValue('select departed_at as value from batch where id = ?', batch)).toBe(
      'null',
    );
    two.do(word(2, 'boarded'));
    two.do(word(3, 'no_show'));
    two.hear((await two.post(two.entries)).answer);
    expect(
      await firstValue('select departed_at is not null as value from batch where id = ?', batch),
    ).toBe('1');
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
    expect(textOf(await zhou.open(`/batches/${batch}`))).toContain('几部手机说法不一,要问清楚');
    expect(
      await firstValue('select departed_at is null as value from batch where id = ?', batch),
    ).toBe('1');
    // The office settles the last one, and the departure is there, though no phone has said
    // anything since.
    await zhou.post(`/placements/${people[1]}/check-in`, { outcome: 'boarded' });
    expect(
      await firstValue('select departed_at is not null as value from batch where id = ?', batch),
    ).toBe('1');
    expect(await firstValue('select held_entries as value from batch where id = ?', batch)).toBe(
      '[]',
    );
    expect(textOf(await zhou.open(`/batches/${batch}`))).not.toContain('几部手机说法不一,要问清楚');
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
    expect(await firstValue('select handed_over_at as value from batch where id = ?', batch)).toBe(
      'null',
    );
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
    expect(
      await firstValue(
        'select escort_count || signed_by as value from handover where batch_id = ?',
        batch,
      ),
    ).toBe('2贺经理');
    expect(
      await firstValue('select count(*) > 0 as value from visit where batch_id = ?', batch),
    ).toBe('1');
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
  const [words, ended] = await env.DB.batch<Record<string, string>>([
    env.DB.prepare("select id, verdict from roll_entry where batch_id = ? and kind = 'word'").bind(
      batch,
    ),
    env.DB.prepare(
      'select p.id, p.travel, p.roll, departed_at from placement p join batch on batch.id = batch_id where batch_id = ?',
    ).bind(batch),
  ]);
  const rows = words!.results as { id: string; verdict: string }[];
  const states = ended!.results.map(({ id, travel: state, roll, departed_at: at }) => ({
    id: id!,
    travel: state!,
    said: saidIn((JSON.parse(roll!) as PhoneRoster['people'][number]['roll']).boarding),
    hasDeparted: at !== null,
  }));
  expect(course.differences(rows, states)).toEqual([]);
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
  const times = async () => {
    const row = await env.DB.prepare(
      'select departed_at as departed, arrived_at as arrived from batch where id = ?',
    )
      .bind(batch)
      .first<{ departed: number | null; arrived: number | null }>();
    return { departed: row?.departed ?? 0, arrived: row?.arrived ?? 0 };
  };
  const allOnBoard = async (phone: Phone): Promise<void> => {
    for (let i = 0; i < PEOPLE; i++) phone.do(word(i, 'boarded'));
    phone.do({ kind: 'depart' });
    phone.hear((await phone.post(phone.unsent)).answer);
  };

  it('has arrived after it left, though its clock said 2020 at the tap and was right when it sent', async () => {
    await nobodyCalled();
    const phone = await aPhone();
    await allOnBoard(phone);
    const { departed } = await times();
    phone.clock = Date.parse('2020-01-01T00:00:00Z') - Date.now();
    for (let i = 0; i < PEOPLE; i++) phone.do(word(i, 'arrived', 'arrival'));
    phone.do({ kind: 'arrive' });
    phone.clock = 0;
    phone.hear((await phone.post(phone.unsent)).answer);
    const { arrived } = await times();
    expect(arrived).toBeGreaterThanOrEqual(departed);
    expect(arrived).toBeLessThanOrEqual(Date.now());
    // And nobody reads it as if it were certain.
    expect(
      await firstValue(
        'select max(is_doubtful) as value from roll_entry where batch_id = ?',
        batch,
      ),
    ).toBe('1');
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
    expect((await times()).arrived).toBe(arrivedAt);
  });

  it('does not put a boarding before the list was fixed', async () => {
    await nobodyCalled();
    const locked = Number(
      await firstValue('select locked_at as value from batch where id = ?', batch),
    );
    const phone = await aPhone();
    phone.clock = locked - Date.now() - 26 * 3_600_000;
    phone.do(word(0, 'boarded'));
    phone.clock = 0;
    phone.hear((await phone.post(phone.unsent)).answer);
    const at = Number(
      await firstValue(
        'select occurred_at as value from roll_entry where batch_id = ? and no = 1',
        batch,
      ),
    );
    expect(at).toBeGreaterThanOrEqual(locked);
  });
});

describe('a departure that was said too soon', () => {
  const departed = () =>
    firstValue('select departed_at is not null as value from batch where id = ?', batch);

  it('is taken back on the phone that said it, with everybody whom it released', async () => {
    await nobodyCalled();
    const reserve = people[3]!;
    await env.DB.prepare(
      "update placement set recruitment = 'reserve', held_place = 0 where id = ?",
    )
      .bind(reserve)
      .run();
    await env.DB.prepare('update batch set headcount = 3, touched = touched + 1 where id = ?')
      .bind(batch)
      .run();
    const phone = await aPhone();
    for (let i = 0; i < 3; i++) phone.do(word(i, 'boarded'));
    phone.do({ kind: 'depart' });
    phone.hear((await phone.post(phone.unsent)).answer);
    expect(await departed()).toBe('1');
    expect(await firstValue('select exit as value from placement where id = ?', reserve)).toBe(
      'released',
    );
    phone.do({ kind: 'depart_undo' });
    phone.hear((await phone.post(phone.unsent)).answer);
    expect(phone.answers.get(phone.entries.length)?.verdict).toBe('recorded');
    expect(await departed()).toBe('0');
    expect(
      await firstValue(
        'select coalesce(exit, active) as value from placement where id = ?',
        reserve,
      ),
    ).toBe('1');
    expect(await balances()).toBe(true);
    await env.DB.prepare(
      "update placement set recruitment = 'selected', held_place = 1 where id = ?",
    )
      .bind(reserve)
      .run();
    await env.DB.prepare('update batch set headcount = ?, touched = touched + 1 where id = ?')
      .bind(PEOPLE, batch)
      .run();
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
    expect(await departed()).toBe('1');
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
      expect(await departed()).toBe('0');
    }
  });
});
