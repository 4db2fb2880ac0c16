import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, forwardedIn, type Page, textOf } from '../../../scripts/story/browser.ts';
import { addDays, dayOf, MINUTE } from '../../../src/clock.ts';
import { fillByVillage } from '../../../src/pipeline/health/exam-day.ts';
import { isBarred } from '../../../src/pipeline/health/restriction.ts';
import { link } from '../../../src/access/access.tables.ts';
import { placement as placementTable } from '../../../src/pipeline/batch/batch.tables.ts';
import { examBooking, examDay, examination } from '../../../src/pipeline/health/health.tables.ts';
import { ledgerEntry } from '../../../src/pipeline/ledger/ledger.tables.ts';
import { not } from '../../support/rows.ts';
import { aVisitor, seedTown, signedIn } from '../../support/town.ts';
import {
  officersVillage,
  personIn,
  rows,
  selectedIn,
  theBatch,
  thePlacement,
  touch,
} from '../../support/town-rows.ts';

let zhou: Browser;
let batch: string;

/** Everybody of the batch who agreed to go waits for an examination again. */
async function nobodyExamined(): Promise<void> {
  await rows.change(
    placementTable,
    { batchId: batch },
    { health: 'none', healthUntil: null, recheckBy: null },
  );
  await touch(batch);
}

async function waiting(count: number): Promise<string[]> {
  const wait = await rows.all(placementTable, {
    batchId: batch,
    exit: null,
    consentedHash: not(null),
    health: 'none',
  });
  return wait.slice(0, count).map(({ id }) => id);
}

async function book(people: string[], typed: Record<string, string> = {}): Promise<string> {
  const page = await zhou.open(`/batches/${batch}/health`);
  const answer = await zhou.submit(page, /exam-days$/, {
    people,
    price: '85',
    heldOn: dayOf(Date.now()),
    ...typed,
  });
  if (answer.status !== 200) throw new Error(textOf(answer));
  return (await rows.last(examDay, { batchId: batch })).id;
}

async function clinicOf(day: string): Promise<{ phone: Browser; page: Page }> {
  const landing = forwardedIn(
    await zhou.post('/links', { purpose: 'clinic', subjectId: day, batchId: batch }),
  );
  const phone = aVisitor();
  return { phone, page: await phone.submit(await phone.open(landing), landing) };
}

/** What a day has cost, in fen, less what was taken back. */
async function cost(day: string): Promise<number> {
  const entries = await rows.all(ledgerEntry, { originId: day });
  return entries.reduce((sum, { amountFen }) => sum + amountFen, 0);
}
async function health(id: string) {
  return (await thePlacement(id)).health;
}
/** What was concluded of those of a day, the first word first. */
function conclusionsOf(day: string) {
  return rows.all(examination, { examDayId: day });
}

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  batch = (await theBatch(5)).id;
  await nobodyExamined();
});

describe('a day at the clinic', () => {
  it('is filled by whole villages, so that one bus can bring them', () => {
    const people = [...'aaaaabbbccd'].map((villageId, i) => ({
      id: `${villageId}${i}`,
      villageId,
    }));
    expect(fillByVillage(people, 7).map((id) => id[0])).toEqual([...'aaaaacc']);
    expect(fillByVillage(people, 9).map((id) => id[0])).toEqual([...'aaaaabbbd']);
    expect(fillByVillage(people, 4).map((id) => id[0])).toEqual([...'bbbd']);
    expect(fillByVillage(people, 100)).toHaveLength(11);
    expect(fillByVillage([], 5)).toEqual([]);
  });

  it('ticks on the page whom a capacity takes, and refuses more than it takes', async () => {
    const page = await zhou.open(`/batches/${batch}/health?capacity=5`);
    expect(page.root.querySelectorAll('input[name=people][checked]')).toHaveLength(5);
    const people = await waiting(6);
    const refused = await zhou.submit(page, /exam-days$/, { people, capacity: '5' });
    expect([refused.status, textOf(refused).includes('超出体检机构当天能接的人数')]).toEqual([
      422,
      true,
    ]);
  });
});

describe('a clinic’s day', () => {
  it('has its list by village, takes whoever comes unbooked, and notes whoever does not come by one tap', async () => {
    const people = await waiting(5);
    const day = await book(people.slice(0, 4), { capacity: '5' });
    const list = await zhou.open(`/exam-days/${day}`);
    expect(textOf(list)).toContain('已约 4 人，可接 5 人');
    expect(textOf(list)).toContain('¥85 · 工作站付');
    const walkedIn = await zhou.submit(list, /bookings$/, { people: people[4]! });
    expect(textOf(walkedIn)).toContain('已约 5 人');
    const tooMany = await zhou.post(`/exam-days/${day}/bookings`, {
      people: (await waiting(1))[0]!,
    });
    expect(tooMany.status).toBe(409);
    await zhou.submit(walkedIn, /absences$/, { people: people[0]! });
    expect(await health(people[0]!)).toBe('no_show');
    const { phone, page } = await clinicOf(day);
    await phone.submit(page, new RegExp(`${people[1]}$`), { conclusion: 'fit' });
    const rest = await zhou.post(`/exam-days/${day}/absences`, {});
    expect(rest.status).toBe(200);
    expect(await Promise.all(people.map(health))).toEqual([
      'no_show',
      'fit',
      'no_show',
      'no_show',
      'no_show',
    ]);
    const after = await zhou.open(`/exam-days/${day}`);
    expect(after.root.querySelectorAll('.people li.line .tag').map((tag) => tag.text)).toEqual([
      '已到',
    ]);
    // Whoever did not come costs nothing.
    expect(await cost(day)).toBe(8500);
    expect(textOf(await zhou.open(`/batches/${batch}/health`))).toContain('工作站付 ¥85');
  });

  it('is put off with its list and its link, or called off, and then nobody of it is booked any more', async () => {
    await nobodyExamined();
    const people = await waiting(3);
    const day = await book(people);
    const { phone, page } = await clinicOf(day);
    const later = addDays(dayOf(Date.now()), 9);
    await zhou.submit(await zhou.open(`/exam-days/${day}`), /date$/, { heldOn: later });
    expect(textOf(await phone.open(page.url))).toContain(`共 3 人`);
    await zhou.submit(await zhou.open(`/exam-days/${day}`), /cancellation$/);
    expect(await Promise.all(people.map(health))).toEqual(['none', 'none', 'none']);
    expect((await phone.open(page.url)).status).toBe(410);
    expect(textOf(await zhou.open(`/exam-days/${day}`))).toContain('这个体检日已取消');
  });
});

describe('an examination day', () => {
  it('takes somebody who was booked for another day, and overrules nobody who was examined elsewhere', async () => {
    await nobodyExamined();
    const people = await waiting(3);
    const [one = '', two = '', three = ''] = people;
    const tomorrow = await book([one, two], { heldOn: addDays(dayOf(Date.now()), 1) });
    const today = await book([three]);
    await zhou.submit(await zhou.open(`/exam-days/${today}`), /bookings$/, { people: one });
    expect(textOf(await zhou.open(`/exam-days/${tomorrow}`))).toContain('已约 1 人');
    // The one brought the paper to the station; tomorrow's list does not know, and must not say
    // they stayed away.
    const ahead = addDays(dayOf(Date.now()), 1);
    expect(
      (await zhou.post(`/placements/${two}/conclusion`, { conclusion: 'fit', concludedOn: ahead }))
        .status,
    ).toBe(422);
    const earlier = addDays(dayOf(Date.now()), -3);
    await zhou.post(`/placements/${two}/conclusion`, { conclusion: 'fit', concludedOn: earlier });
    expect((await thePlacement(two)).healthUntil).toBe(addDays(earlier, 90));
    const early = await zhou.post(`/exam-days/${tomorrow}/absences`, {});
    expect([early.status, textOf(early).includes('这一天还没有到')]).toEqual([422, true]);
    await zhou.post(`/exam-days/${today}/absences`, { people: 'not an id' });
    expect(await Promise.all(people.map(health))).toEqual(['booked', 'fit', 'booked']);
  });

  it('that is called off leaves alone whoever has another day by now', async () => {
    await nobodyExamined();
    const [one = '', two = ''] = await waiting(2);
    const first = await book([one, two]);
    await zhou.post(`/exam-days/${first}/absences`, { people: one });
    const second = await book([one], { heldOn: addDays(dayOf(Date.now()), 3) });
    await zhou.submit(await zhou.open(`/exam-days/${first}`), /cancellation$/);
    expect(await Promise.all([one, two].map(health))).toEqual(['booked', 'none']);
    expect(textOf(await zhou.open(`/exam-days/${second}`))).toContain('已约 1 人');
  });

  it('that is called off leaves a recheck a recheck', async () => {
    await nobodyExamined();
    const [one = ''] = await waiting(1);
    await zhou.post(`/placements/${one}/conclusion`, {
      conclusion: 'recheck',
      recheckBy: addDays(dayOf(Date.now()), 7),
    });
    const day = await book([one]);
    await zhou.submit(await zhou.open(`/exam-days/${day}`), /cancellation$/);
    expect(await thePlacement(one)).toMatchObject({
      health: 'recheck',
      recheckBy: addDays(dayOf(Date.now()), 7),
    });
  });
});

describe('an examination', () => {
  it('lets a restriction count for the post, and tells nobody but the station', async () => {
    await nobodyExamined();
    const one = (await selectedIn(batch))[0]!.id;
    await zhou.post(`/placements/${one}/conclusion`, {
      conclusion: 'fit_restricted',
      restriction: 'no_noise',
    });
    const lacking = async () =>
      /(\d+) 人没有体检合格/.exec(textOf(await zhou.open(`/batches/${batch}/travel`)))?.[1];
    const before = await lacking();
    expect(Number(before)).toBeGreaterThan(0);
    await zhou.post(`/placements/${one}/conclusion`, {
      conclusion: 'fit_restricted',
      restriction: 'no_heights',
    });
    expect((await thePlacement(one)).restriction).toBe('no_heights');
    expect([
      isBarred('bricklaying', 'no_heights'),
      isBarred('bricklaying', 'no_noise'),
      isBarred('sewing', 'no_heights'),
    ]).toEqual([true, false, false]);
    expect(Number(await lacking())).toBe(Number(before) + 1);
    expect(textOf(await zhou.open(`/batches/${batch}`))).toContain('工作限制与工种不符');
    const leader = await signedIn('leader');
    expect(textOf(await leader.open(`/batches/${batch}`))).not.toContain('工作限制');
  });
});

describe('a conclusion that comes on paper', () => {
  it('is filed under the day it was booked for, paid as that day, and shown to the clinic', async () => {
    await nobodyExamined();
    const [one = '', two = ''] = await waiting(2);
    const day = await book([one, two]);
    await zhou.post(`/placements/${one}/conclusion`, {
      conclusion: 'fit',
      concludedOn: dayOf(Date.now()),
    });
    expect([await health(one), await cost(day)]).toEqual(['fit', 8500]);
    const { page } = await clinicOf(day);
    expect(textOf(page)).toContain('共 2 人，还有 1 人');
    await zhou.post(`/exam-days/${day}/absences`, {});
    expect(await Promise.all([one, two].map(health))).toEqual(['fit', 'no_show']);
  });
});

describe('an officer', () => {
  it('sees whom of their own village a day expects, and nobody else', async () => {
    await nobodyExamined();
    const day = await book(await waiting(12));
    const chen = await signedIn('officer');
    const village = await officersVillage();
    const booked = await rows.all(examBooking, { examDayId: day });
    const people = await Promise.all(booked.map(({ placementId }) => personIn(placementId)));
    const theirs = people.filter(({ villageId }) => villageId === village).length;
    expect(theirs).toBeGreaterThan(0);
    const list = await chen.open(`/exam-days/${day}`);
    expect([list.status, list.root.querySelectorAll('.people .name').length]).toEqual([
      200,
      theirs,
    ]);
    expect(list.root.querySelectorAll('form[action^="/exam-days"]')).toEqual([]);
  });
});

describe('a clinic', () => {
  it('that takes its word back leaves what another had concluded before as it was', async () => {
    await nobodyExamined();
    const [one = ''] = await waiting(1);
    const earlier = addDays(dayOf(Date.now()), -80);
    await zhou.post(`/placements/${one}/conclusion`, {
      conclusion: 'fit_restricted',
      restriction: 'no_noise',
      concludedOn: earlier,
    });
    const day = await book([one]);
    const { phone, page } = await clinicOf(day);
    await phone.submit(page, new RegExp(`${one}$`), {
      conclusion: 'recheck',
      recheckBy: addDays(dayOf(Date.now()), 5),
    });
    await phone.submit(await phone.open(page.url), new RegExp(`${one}/taking-back$`));
    const before = { restriction: 'no_noise', healthUntil: addDays(earlier, 90) };
    expect(await thePlacement(one)).toMatchObject({ health: 'booked', ...before });
    await zhou.submit(await zhou.open(`/exam-days/${day}`), /cancellation$/);
    expect(await thePlacement(one)).toMatchObject({ health: 'fit_restricted', ...before });
  });

  it('takes a slip of the thumb back within ten minutes, the cost with it, and not later', async () => {
    await nobodyExamined();
    const [one = '', two = ''] = await waiting(2);
    const day = await book([one, two]);
    const { phone, page } = await clinicOf(day);
    const unfit = await phone.submit(page, new RegExp(`${one}$`), { conclusion: 'unfit' });
    expect((await thePlacement(one)).exit).toBe('unfit');
    expect(await cost(day)).toBe(8500);
    const back = await phone.submit(unfit, new RegExp(`${one}/taking-back$`));
    expect(back.status).toBe(200);
    expect(await thePlacement(one)).toMatchObject({ health: 'booked', exit: null });
    expect(await cost(day)).toBe(0);
    await phone.submit(back, new RegExp(`${one}$`), { conclusion: 'fit' });
    expect(await cost(day)).toBe(8500);
    await rows.change(examination, { placementId: one }, { at: Date.now() - 11 * MINUTE });
    const late = await phone.open(page.url);
    expect(late.root.querySelectorAll(`form[action$="${one}/taking-back"]`)).toEqual([]);
    const forced = await phone.post(`${page.url}/conclusions/${one}/taking-back`, {});
    expect([forced.status, textOf(forced).includes('已过十分钟')]).toEqual([409, true]);
    expect(await health(one)).toBe('fit');
    const words = (await conclusionsOf(day)).filter(({ placementId }) => placementId === one);
    expect(words.map(({ conclusion }) => conclusion)).toEqual(['unfit', 'taken_back', 'fit']);
  });
});

describe('the clinic of a day', () => {
  it('with two devices agrees where they say the same, and asks where they do not', async () => {
    await nobodyExamined();
    const [one = ''] = await waiting(1);
    const day = await book([one]);
    const { phone: first, page } = await clinicOf(day);
    const seenByBoth = page;
    await first.submit(seenByBoth, new RegExp(`${one}$`), { conclusion: 'fit' });
    const same = await first.submit(seenByBoth, new RegExp(`${one}$`), {
      conclusion: 'fit',
      key: '',
    });
    expect(same.status).toBe(200);
    const other = await first.submit(seenByBoth, new RegExp(`${one}$`), {
      conclusion: 'no_show',
      key: '',
    });
    expect([other.status, textOf(other).includes('另一台设备刚填过这个人')]).toEqual([409, true]);
    expect(await health(one)).toBe('fit');
    const restricted = { conclusion: 'fit_restricted', restriction: 'no_noise', key: '' };
    expect((await first.submit(seenByBoth, new RegExp(`${one}$`), restricted)).status).toBe(409);
    // What is shown now is what a person decides on.
    await first.submit(other, new RegExp(`${one}$`), { conclusion: 'no_show', key: '' });
    expect(await health(one)).toBe('no_show');
    expect(await conclusionsOf(day)).toHaveLength(2);
  });

  it('has its word counted from when it was tapped, and once, however late and often it is sent', async () => {
    await nobodyExamined();
    const [one = ''] = await waiting(1);
    const day = await book([one], { heldOn: addDays(dayOf(Date.now()), -1) });
    const { phone, page } = await clinicOf(day);
    const tappedAt = String(Date.now() - 20 * 60 * MINUTE);
    const key = '01KAAAAAAAAAAAAAAAAAAAAAAA';
    const to = `${page.url}/conclusions/${one}`;
    for (let i = 0; i < 3; i++) await phone.post(to, { conclusion: 'fit', saw: '', tappedAt, key });
    expect((await conclusionsOf(day)).map(({ concludedOn }) => concludedOn)).toEqual([
      dayOf(Number(tappedAt)),
    ]);
    expect(await cost(day)).toBe(8500);
  });
});

describe('a clinic by its link', () => {
  it('sees its own day only, and nothing once its link has ended', async () => {
    const [one = ''] = await waiting(1);
    const day = await book([one]);
    const { phone, page } = await clinicOf(day);
    const { placementId: others } = await rows.first(examBooking, {
      examDayId: not(day),
      placementId: not(one),
    });
    expect(
      (await phone.post(`${page.url}/conclusions/${others}`, { conclusion: 'fit' })).status,
    ).toBe(404);
    await rows.change(link, { subjectId: day }, { revokedAt: 1 });
    expect((await phone.post(`${page.url}/conclusions/${one}`, { conclusion: 'fit' })).status).toBe(
      410,
    );
    expect(await health(one)).toBe('booked');
  });
});
