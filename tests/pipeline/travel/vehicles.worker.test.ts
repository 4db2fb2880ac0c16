import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, forwardedIn, textOf } from '../../../scripts/story/browser.ts';
import type { PhoneRoster } from '../../../src/pipeline/travel/roll-call/phone-roster.ts';
import { aVisitor, firstValue, seedTown, signedIn } from '../../support/town.ts';

const LOCKED = '26-03';
let zhou: Browser;
let batch: string;

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  batch = await firstValue('select id as value from batch where code = ?', LOCKED);
  // Two coaches side by side, which nobody has been called in yet.
  await env.DB.batch([
    env.DB.prepare('update leg set removed_at = 1 where batch_id = ?').bind(batch),
    env.DB.prepare('delete from roll_entry where batch_id = ?').bind(batch),
    env.DB.prepare(
      "update placement set travel = 'expected', roll = '{}' where batch_id = ? and recruitment = 'selected' and exit is null",
    ).bind(batch),
    env.DB.prepare("update batch set phones = '{}', touched = touched + 1 where id = ?").bind(
      batch,
    ),
  ]);
});

function travelOf() {
  return zhou.open(`/batches/${batch}/travel`);
}
async function aCoach(vehicle: string): Promise<void> {
  const page = await zhou.submit(await travelOf(), /legs$/, {
    mode: 'coach',
    vehicle,
    fromPlace: '会宁',
    toPlace: '昆山',
    departsAt: '2027-03-06T20:00',
    arrivesAt: '2027-03-07T08:00',
    seats: '14',
    driver: '马师傅',
    key: '',
  });
  expect(textOf(page)).toContain(vehicle);
}
type Seated = { id: string; name: string; seats: string; travel: string };
async function people(): Promise<Seated[]> {
  return (
    await env.DB.prepare(
      "select p.id, w.name, seats, travel from placement p join worker w on w.id = worker_id where batch_id = ? and recruitment = 'selected' and exit is null order by p.id",
    )
      .bind(batch)
      .all<Seated>()
  ).results;
}

describe('two coaches side by side', () => {
  it('have a seat for everybody, companions together, and the sheet says who sits where', async () => {
    expect(textOf(await zhou.open(`/batches/${batch}/seat-plan`))).toContain('还没有排座位');
    const none = await travelOf();
    expect(none.root.querySelector('form[action$="/seats"]')).toBeNull();
    await aCoach('1号车');
    await aCoach('2号车');
    const [first, second] = await people();
    await env.DB.prepare(
      "update worker set wish = json_object('industries', json('[]'), 'places', json('[]'), 'companions', json_array((select worker_id from placement where id = ?))) where id = (select worker_id from placement where id = ?)",
    )
      .bind(second!.id, first!.id)
      .run();
    const before = Number(
      await firstValue('select plan_version as value from batch where id = ?', batch),
    );
    const page = await zhou.submit(await travelOf(), /seats$/, {});
    expect(textOf(page)).not.toContain('还没有座位');
    const seated = await people();
    const seats = seated.map((p) => JSON.parse(p.seats) as Record<string, number>);
    expect(seats.every((each) => Object.keys(each).length === 1)).toBe(true);
    expect(new Set(seats.map((each) => JSON.stringify(each))).size).toBe(seated.length);
    expect(Object.keys(seats[0]!)).toEqual(Object.keys(seats[1]!));
    // The manifest is locked: every phone has to see the new plan.
    expect(await firstValue('select plan_version as value from batch where id = ?', batch)).toBe(
      String(before + 1),
    );
    const sheet = textOf(await zhou.open(`/batches/${batch}/seat-plan`));
    for (const { name } of seated) expect(sheet).toContain(name);
  });

  it('let two people change places, and refuse a seat that is not there', async () => {
    const [one, two] = await people();
    const seat = JSON.parse(two!.seats) as Record<string, number>;
    const [legId, no] = Object.entries(seat)[0]!;
    const wrong = await zhou.submit(await travelOf(), /seats\/moves$/, {
      placementId: one!.id,
      legId,
      no: '99',
    });
    expect(textOf(wrong)).toContain('没有这个座位号');
    await zhou.submit(wrong, /seats\/moves$/, {
      placementId: one!.id,
      legId,
      no: String(no),
      key: '',
    });
    const [moved, other] = await people();
    expect([moved!.seats, other!.seats]).toEqual([two!.seats, one!.seats]);
  });

  it('arrive one after the other, and are signed for one after the other', async () => {
    const escort = await firstValue(
      'select id as value from escort where batch_id = ? limit 1',
      batch,
    );
    const landing = forwardedIn(
      await zhou.post('/links', { purpose: 'escort', subjectId: escort, batchId: batch }),
    );
    const phone = aVisitor();
    const own = await phone.submit(await phone.open(landing), landing);
    let no = 0;
    const send = async (deeds: Record<string, unknown>[]) => {
      const answer = await phone.post(`${own.url}/entries`, {
        phone: 'abcdefgh',
        seq: '0',
        sentAt: String(Date.now()),
        entries: JSON.stringify(
          deeds.map((deed) => {
            no += 1;
            return {
              ...deed,
              no,
              id: `01K${String(no).padStart(23, '0')}`,
              at: Date.now(),
              knows: {},
            };
          }),
        ),
      });
      return JSON.parse(answer.html) as {
        roster: PhoneRoster | null;
        done: boolean;
        answers: { verdict: string; reason: string | null }[];
      };
    };
    const word = (placementId: string, outcome: string, call: string) => ({
      kind: 'word',
      placementId,
      outcome,
      call,
    });
    const { roster } = await send([]);
    expect(roster!.vehicles.map(({ name }) => name)).toEqual(['1号车', '2号车']);
    const ridesIn = (i: number) =>
      roster!.people.filter((p) => p.seat?.vehicle === roster!.vehicles[i]!.id);
    const [first, second] = [ridesIn(0), ridesIn(1)];
    expect(first.length + second.length).toBe(roster!.people.length);

    await send([
      ...roster!.people.map((p) => word(p.id, 'boarded', 'boarding')),
      { kind: 'depart' },
    ]);
    const early = {
      kind: 'handover',
      count: first.length,
      name: '贺经理',
      people: first.map((p) => p.id),
      rejected: [],
    };
    const arrivals = await send([...first.map((p) => word(p.id, 'arrived', 'arrival')), early]);
    expect(arrivals.answers.at(-1)).toMatchObject({ verdict: 'recorded' });
    expect(arrivals.done).toBe(false);
    // Twice is once.
    expect((await send([early])).answers[0]).toMatchObject({
      verdict: 'refused',
      reason: 'already_handed_over',
    });
    expect(await firstValue('select handed_over_at as value from batch where id = ?', batch)).toBe(
      'null',
    );

    // All of the second coach are signed for but one, whom nobody finds: with that the last
    // difference is explained.
    const [lost, ...rest] = second;
    const signed = {
      kind: 'handover',
      count: rest.length,
      name: '贺经理',
      people: rest.map((p) => p.id),
      rejected: [],
    };
    const open = await send([
      ...rest.map((p) => word(p.id, 'arrived', 'arrival')),
      { kind: 'arrive' },
      signed,
    ]);
    expect(open.answers.slice(-2).map(({ verdict }) => verdict)).toEqual(['held', 'recorded']);
    expect(await firstValue('select handed_over_at as value from batch where id = ?', batch)).toBe(
      'null',
    );
    const { done } = await send([word(lost!.id, 'missing', 'arrival')]);
    expect(done).toBe(true);
    const page = textOf(await travelOf());
    expect(page).toContain(`${first.length} 人`);
    expect(
      await firstValue('select count(*) as value from handover where batch_id = ?', batch),
    ).toBe('2');

    // The one who was missing is found, and the employer signs for them as for everybody else.
    await zhou.post(`/placements/${lost!.id}/check-in`, { outcome: 'arrived' });
    expect(await firstValue('select travel as value from placement where id = ?', lost!.id)).toBe(
      'arrived',
    );
    const order = await firstValue('select order_id as value from batch where id = ?', batch);
    const link = forwardedIn(
      await zhou.post('/links', { purpose: 'employer', subjectId: order, batchId: batch }),
    );
    const employer = aVisitor();
    const form = await employer.submit(await employer.open(link), link);
    expect(textOf(form)).toContain(lost!.name);
    await employer.submit(form, /handover$/, { count: '1', name: '贺经理' });
    expect(await firstValue('select travel as value from placement where id = ?', lost!.id)).toBe(
      'accepted',
    );
    expect(
      await firstValue('select count(*) as value from handover where batch_id = ?', batch),
    ).toBe('3');
  });
});
