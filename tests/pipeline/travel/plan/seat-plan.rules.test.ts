import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  groupsOf,
  seatPlan,
  type Traveller,
} from '../../../../src/pipeline/travel/plan/seat-plan.ts';

function someone(id: string, more: Partial<Traveller> = {}): Traveller {
  return {
    id,
    workerId: `w-${id}`,
    villageId: '柳树村',
    phone: `phone of ${id}`,
    kinPhone: '',
    companions: [],
    captain: false,
    seats: {},
    ...more,
  };
}
const COACHES = [
  { id: '1号车', seats: 5 },
  { id: '2号车', seats: 5 },
];

describe('people who want to travel together, or are kin,', () => {
  const lan = someone('兰花', { companions: ['w-玉梅'] });
  const mei = someone('玉梅');
  const jun = someone('小军', { kinPhone: '13800000001' });
  const qiang = someone('志强', { kinPhone: '13800000001' });
  const guo = someone('建国', { kinPhone: jun.phone });
  const people = [lan, jun, someone('秀英'), mei, qiang, guo];

  it('are a group', () => {
    expect(groupsOf(people).map((group) => group.map(({ id }) => id))).toEqual([
      ['兰花', '玉梅'],
      ['小军', '志强', '建国'],
      ['秀英'],
    ]);
  });

  it('ride in one vehicle, side by side', () => {
    const seats = seatPlan(COACHES, people, 1);
    const coachOf = (id: string) => seats.get(id)?.legId;
    expect(coachOf('兰花')).toBe(coachOf('玉梅'));
    expect(new Set(['小军', '志强', '建国'].map(coachOf)).size).toBe(1);
    expect(Math.abs((seats.get('兰花')?.no ?? 0) - (seats.get('玉梅')?.no ?? 0))).toBe(1);
  });
});

describe('a plan of seats', () => {
  const eight = Array.from({ length: 8 }, (_, i) => someone(`${i}`, { captain: i < 2 }));

  it('spreads captains over the vehicles', () => {
    const seats = seatPlan(COACHES, eight, 1);
    expect(new Set([seats.get('0')?.legId, seats.get('1')?.legId]).size).toBe(2);
  });

  it('leaves the seats by the door to the escorts', () => {
    const seats = seatPlan(COACHES, eight, 1);
    expect([...seats.values()].every(({ no }) => no > 1)).toBe(true);
  });

  it('leaves whoever has a seat where they sit, and finds one for whoever joins', () => {
    const before = Array.from({ length: 6 }, (_, i) => someone(`${i}`));
    const first = seatPlan(COACHES, before, 0);
    const seated = before.map((p) => {
      const { legId, no } = first.get(p.id)!;
      return { ...p, seats: { [legId]: no } };
    });
    const left = seated.slice(1);
    const again = seatPlan(COACHES, [...left, someone('来的')], 0);
    for (const p of left) expect(again.get(p.id)).toEqual(first.get(p.id));
    expect(again.get('来的')).toBeDefined();
  });

  it('keeps a seat by the door that somebody was given by hand', () => {
    const byHand = someone('玉梅', { seats: { '1号车': 1 } });
    const seats = seatPlan(COACHES, [byHand, someone('来的')], 1);
    expect(seats.get('玉梅')).toEqual({ legId: '1号车', no: 1 });
    expect(seats.get('来的')?.no).toBeGreaterThan(1);
  });
});

describe('a plan of seats, for whoever travels in whatever vehicles,', () => {
  it('gives each seat there is once, and leaves nobody standing while one is free', () => {
    const traveller = fc.record({
      village: fc.nat(3),
      with: fc.option(fc.nat(19)),
      kin: fc.option(fc.nat(4)),
      captain: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(traveller, { maxLength: 20 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
        fc.nat(2),
        (drawn, sizes, front) => {
          const vehicles = sizes.map((seats, i) => ({ id: `${i}号车`, seats }));
          const people = drawn.map((each, i) =>
            someone(`${i}`, {
              villageId: `${each.village}`,
              companions: each.with === null ? [] : [`w-${each.with}`],
              kinPhone: each.kin === null ? '' : `kin ${each.kin}`,
              captain: each.captain,
            }),
          );
          const seats = seatPlan(vehicles, people, front);
          const taken = [...seats.values()].map(({ legId, no }) => `${legId} ${no}`);
          expect(new Set(taken).size).toBe(taken.length);
          for (const { legId, no } of seats.values()) {
            const vehicle = vehicles.find(({ id }) => id === legId)!;
            expect(no > front && no <= vehicle.seats).toBe(true);
          }
          const room = sizes.reduce((sum, size) => sum + Math.max(0, size - front), 0);
          expect(seats.size).toBe(Math.min(people.length, room));
          // A group is parted only where no vehicle had room for it whole when its turn came.
          const largest = Math.max(...sizes.map((size) => size - front));
          const [alone] = groupsOf(people).toSorted((a, b) => b.length - a.length);
          if (alone && groupsOf(people).length === 1 && alone.length <= largest)
            expect(new Set(alone.map(({ id }) => seats.get(id)?.legId)).size).toBe(1);
        },
      ),
      { numRuns: 2000, seed: 20270306 },
    );
  });
});
