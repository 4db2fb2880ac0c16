import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../../../src/clock.ts';
import {
  planFaults,
  type PlannedLeg,
  restsNeeded,
} from '../../../../src/pipeline/travel/plan/plan.ts';

function at(text: string): number {
  return Date.parse(`${text}:00+08:00`);
}

function aCoach(change: Partial<PlannedLeg> = {}): PlannedLeg {
  return {
    id: 'L',
    mode: 'coach',
    fromPlace: '河湾镇',
    toPlace: '昆山',
    departsAt: at('2027-03-06T08:00'),
    arrivesAt: at('2027-03-06T15:00'),
    seats: 45,
    driver: '马建成',
    secondDriver: '',
    rests: 1,
    nightStop: false,
    ticketed: false,
    ...change,
  };
}
function codes(legs: PlannedLeg[], people = 40): string[] {
  return planFaults(legs, people).map(({ code }) => code);
}

const NIGHT = {
  departsAt: at('2027-03-06T20:00'),
  arrivesAt: at('2027-03-07T08:00'),
  secondDriver: '李强',
};

describe('a coach', () => {
  it('by day rests once in four hours', () => {
    expect(codes([aCoach()])).toEqual([]);
    expect(codes([aCoach({ rests: 0 })])).toEqual(['rests_missing']);
  });

  it('by day has a second driver where one would drive for more than eight hours', () => {
    const long = { arrivesAt: at('2027-03-06T19:00'), rests: 2 };
    expect(codes([aCoach(long)])).toEqual(['driver_too_long']);
    expect(codes([aCoach({ ...long, secondDriver: '李强' })])).toEqual([]);
    expect(planFaults([aCoach(long)], 40)[0]).toMatchObject({ count: 11, source: 'whole' });
  });

  it('by night rests once in two hours', () => {
    expect(restsNeeded(aCoach(NIGHT))).toBe(4);
  });

  it('by night stands or is relayed from two to five', () => {
    expect(codes([aCoach({ ...NIGHT, rests: 4 })])).toEqual(['night_stop_missing']);
    expect(codes([aCoach({ ...NIGHT, rests: 2, nightStop: true })])).toEqual([]);
  });

  it('stands as well in a night of which it only touches the last half hour', () => {
    const early = { departsAt: at('2027-03-07T04:30'), arrivesAt: at('2027-03-07T07:00') };
    expect(codes([aCoach(early)])).toEqual(['night_stop_missing']);
  });

  it('has a driver', () => {
    expect(codes([aCoach({ driver: ' ' })])).toEqual(['no_driver']);
  });

  it('is never worse off for one more rest or one more driver', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 47 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(9),
        fc.boolean(),
        (start, hours, rests, nightStop) => {
          const departsAt = at('2027-03-06T00:00') + start * HOUR;
          const leg = aCoach({ departsAt, arrivesAt: departsAt + hours * HOUR, rests, nightStop });
          const faults = codes([leg]).length;
          expect(codes([{ ...leg, rests: rests + 1 }]).length).toBeLessThanOrEqual(faults);
          expect(codes([{ ...leg, secondDriver: '李强' }]).length).toBeLessThanOrEqual(faults);
        },
      ),
      { numRuns: 2000, seed: 20270306 },
    );
  });
});

describe('a journey', () => {
  const train = (change: Partial<PlannedLeg> = {}): PlannedLeg =>
    aCoach({
      id: 'T',
      mode: 'train',
      driver: '',
      fromPlace: '昆山',
      toPlace: '上海',
      departsAt: at('2027-03-06T16:00'),
      arrivesAt: at('2027-03-07T16:00'),
      ticketed: true,
      ...change,
    });

  it('has time enough to change', () => {
    expect(codes([aCoach(), train()])).toEqual([]);
    expect(codes([aCoach(), train({ departsAt: at('2027-03-06T15:00') + 20 * MINUTE })])).toEqual([
      'connection_tight',
    ]);
    expect(codes([aCoach(), train({ departsAt: at('2027-03-06T14:00') })])).toEqual([
      'connection_missed',
    ]);
  });

  it('has tickets for its trains', () => {
    expect(codes([aCoach(), train({ ticketed: false })])).toEqual(['no_ticket']);
  });

  it('has seats for everybody on every stretch, in as many vehicles as go side by side', () => {
    expect(codes([aCoach()], 50)).toEqual(['seats_short']);
    expect(codes([aCoach(), aCoach({ id: 'M', seats: 20 })], 50)).toEqual([]);
  });
});
