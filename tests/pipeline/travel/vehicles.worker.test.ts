import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, forwardedIn, textOf } from '../../../scripts/story/browser.ts';
import type { PhoneRoster } from '../../../src/pipeline/travel/roll-call/phone-roster.ts';
import { placement } from '../../../src/pipeline/batch/batch.tables.ts';
import { handover, leg } from '../../../src/pipeline/travel/travel.tables.ts';
import { worker } from '../../../src/registry/registry.tables.ts';
import { aVisitor, seedTown, signedIn } from '../../support/town.ts';
import { rows, selectedIn, theBatch } from '../../support/town-rows.ts';
import { escortOf, nobodyCalledIn, travelOf, withNames } from '../../support/travel-rows.ts';

const LOCKED = 3;
let zhou: Browser;
let batch: string;

beforeAll(async () => {
  await seedTown();
  zhou = await signedIn('coordinator');
  batch = (await theBatch(LOCKED)).id;
  // Two coaches side by side, which nobody has been called in yet.
  await rows.change(leg, { batchId: batch }, { removedAt: 1 });
  await nobodyCalledIn(batch);
});

function plan() {
  return zhou.open(`/batches/${batch}/travel`);
}
async function aCoach(vehicle: string): Promise<void> {
  const page = await zhou.submit(await plan(), /legs$/, {
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
async function people() {
  return withNames(await selectedIn(batch));
}

function word(placementId: string, outcome: string, call: string) {
  return { kind: 'word', placementId, outcome, call };
}

/** What an escort opens to send what their phone has noted. */
async function anEscortsPhone() {
  const subjectId = (await escortOf(batch)).id;
  const landing = forwardedIn(
    await zhou.post('/links', { purpose: 'escort', subjectId, batchId: batch }),
  );
  const phone = aVisitor();
  const own = await phone.submit(await phone.open(landing), landing);
  let no = 0;
  const numbered = (deed: Record<string, unknown>) => {
    no += 1;
    return { ...deed, no, id: `01K${String(no).padStart(23, '0')}`, at: Date.now(), knows: {} };
  };
  return async (deeds: Record<string, unknown>[]) => {
    const answer = await phone.post(`${own.url}/entries`, {
      phone: 'abcdefgh',
      seq: '0',
      sentAt: String(Date.now()),
      entries: JSON.stringify(deeds.map(numbered)),
    });
    return JSON.parse(answer.html) as {
      roster: PhoneRoster | null;
      done: boolean;
      answers: { verdict: string; reason: string | null }[];
    };
  };
}

describe('two coaches side by side', () => {
  it('have a seat for everybody, companions together, and the sheet says who sits where', async () => {
    expect(textOf(await zhou.open(`/batches/${batch}/seat-plan`))).toContain('还没有排座位');
    const none = await plan();
    expect(none.root.querySelector('form[action$="/seats"]')).toBeNull();
    await aCoach('1号车');
    await aCoach('2号车');
    const [first, second] = await people();
    await rows.change(
      worker,
      { id: first!.workerId },
      {
        wish: {
          from: null,
          provinces: [],
          trades: [],
          leastFen: null,
          companions: [second!.workerId],
        },
      },
    );
    const before = (await theBatch(LOCKED)).planVersion;
    const page = await zhou.submit(await plan(), /seats$/, {});
    expect(textOf(page)).not.toContain('还没有座位');
    const seated = await people();
    const seats = seated.map((p) => p.seats);
    expect(seats.every((each) => Object.keys(each).length === 1)).toBe(true);
    expect(new Set(seats.map((each) => JSON.stringify(each))).size).toBe(seated.length);
    expect(Object.keys(seats[0]!)).toEqual(Object.keys(seats[1]!));
    // The manifest is locked: every phone has to see the new plan.
    expect((await theBatch(LOCKED)).planVersion).toBe(before + 1);
    const sheet = textOf(await zhou.open(`/batches/${batch}/seat-plan`));
    for (const { name } of seated) expect(sheet).toContain(name);
  });

  it('let two people change places, and refuse a seat that is not there', async () => {
    const [one, two] = await people();
    const [legId, no] = Object.entries(two!.seats)[0]!;
    const wrong = await zhou.submit(await plan(), /seats\/moves$/, {
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
    const send = await anEscortsPhone();
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
    expect((await theBatch(LOCKED)).handedOverAt).toBeNull();

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
    expect((await theBatch(LOCKED)).handedOverAt).toBeNull();
    const { done } = await send([word(lost!.id, 'missing', 'arrival')]);
    expect(done).toBe(true);
    const page = textOf(await plan());
    expect(page).toContain(`${first.length} 人`);
    expect(await rows.count(handover, { batchId: batch })).toBe(2);
  });

  it('are signed for once more where the one who was missing is found', async () => {
    const [lost] = await withNames(
      await rows.all(placement, { batchId: batch, travel: 'missing' }),
    );
    await zhou.post(`/placements/${lost!.id}/check-in`, { outcome: 'arrived' });
    expect(await travelOf(lost!.id)).toBe('arrived');
    const order = (await theBatch(LOCKED)).orderId;
    const link = forwardedIn(
      await zhou.post('/links', { purpose: 'employer', subjectId: order, batchId: batch }),
    );
    const employer = aVisitor();
    const form = await employer.submit(await employer.open(link), link);
    expect(textOf(form)).toContain(lost!.name);
    await employer.submit(form, /handover$/, { count: '1', name: '贺经理' });
    expect(await travelOf(lost!.id)).toBe('accepted');
    expect(await rows.count(handover, { batchId: batch })).toBe(3);
  });
});
