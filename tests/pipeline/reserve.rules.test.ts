import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atHour, HOUR } from '../../src/clock.ts';
import { apply, type Change, type Decision, refused } from '../../src/pipeline/batch/change.ts';
import { openPlaces } from '../../src/pipeline/batch/equation.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { promote } from '../../src/pipeline/recruitment/placement.ts';
import * as reserve from '../../src/pipeline/recruitment/reserve.ts';
import { aBatch } from '../support/batches.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { newPlacement } from '../../src/pipeline/new-placement.ts';
import { withdraw } from '../../src/pipeline/recruitment/leaving.ts';
import { afterDaytime } from '../../src/pipeline/recruitment/offer-time.ts';
import { takePlace, refusePlace, askAgain } from '../../src/pipeline/recruitment/reserve-answer.ts';

const MORNING = atHour('2027-02-20', 9);
const consented = { consentedHash: 'terms-1' };

function selected(id: string): Placement {
  return {
    ...newPlacement(id, id, id),
    ...consented,
    recruitment: 'selected',
    heldPlace: true,
  };
}
function waiting(id: string, rank: number): Placement {
  return {
    ...newPlacement(id, id, id),
    ...consented,
    recruitment: 'reserve',
    rank,
  };
}

/** Two places, both taken, and two on the reserve list; recruitment has closed. */
function batch(...people: Placement[]): Snapshot {
  return {
    ...aBatch(2),
    stage: 'health',
    headcount: 2,
    order: { ...aBatch(2).order, state: 'confirmed' },
    placements: [selected('王兰花'), selected('赵小军'), ...people],
  };
}
function done(s: Snapshot, decision: Decision): Snapshot {
  if (refused(decision)) throw new Error(decision.error);
  return apply(s, decision);
}
/** What the workflow does until it has nothing left to do. */
function look(s: Snapshot, at: number): Snapshot {
  const step = reserve.reserveStep(s, at);
  return step ? look(done(s, step.decide(s)), at) : s;
}
function offers(s: Snapshot) {
  return reserve.openOffers(s).map(({ id }) => id);
}
function holder(s: Snapshot, id: string) {
  return s.placements.find((p) => p.id === id)?.recruitment;
}

describe('a vacated place', () => {
  it('is offered to the first reserve, and after four hours of daytime to the next', () => {
    let s = look(
      done(batch(waiting('李秀兰', 1), waiting('陈玉梅', 2)), withdraw(batch(), '赵小军')),
      MORNING,
    );
    expect(offers(s)).toEqual(['李秀兰']);
    expect(look(s, MORNING + 4 * HOUR - 1)).toBe(s);
    s = look(s, MORNING + 4 * HOUR);
    expect(offers(s)).toEqual(['陈玉梅']);
    s = done(s, takePlace(s, '陈玉梅'));
    expect([holder(s, '陈玉梅'), openPlaces(s)]).toEqual(['selected', 0]);
    expect(look(s, MORNING + 9 * HOUR)).toBe(s);
  });

  it('is offered for minutes when the bus is about to leave, and not at all when it should have left', () => {
    const leavesAt = MORNING + 2 * HOUR;
    const missed = {
      ...done(batch(waiting('李秀兰', 1), waiting('陈玉梅', 2)), withdraw(batch(), '赵小军')),
      departsOn: '2027-02-20',
    };
    let s = look({ ...missed, leavesAt }, MORNING);
    expect(offers(s)).toEqual(['李秀兰']);
    s = look(s, MORNING + HOUR / 4);
    expect(offers(s)).toEqual(['陈玉梅']);
    expect(offers(look({ ...missed, leavesAt }, leavesAt))).toEqual([]);
    // An offer that was made before leaves the last hours to the others.
    const early = look({ ...missed, leavesAt: MORNING + 5 * HOUR }, MORNING);
    expect(reserve.openOffers(early)[0]?.placeOfferUntil).toBe(MORNING + 2 * HOUR);
    // A plan for a day that was put off says nothing any more.
    const putOff = look({ ...missed, leavesAt, departsOn: '2027-02-27' }, leavesAt + HOUR);
    expect(offers(putOff)).toEqual(['李秀兰']);
  });

  it('is offered only to those who can be there before the bus leaves, as far as it is known how far they live', () => {
    const far = { ...waiting('李秀兰', 1), minutesToBus: 90 };
    const near = { ...waiting('陈玉梅', 2), minutesToBus: 20 };
    const unknown = waiting('张福海', 3);
    const missed = (leavesAt: number) => ({
      ...done(batch(far, near, unknown), withdraw(batch(), '赵小军')),
      departsOn: '2027-02-20',
      leavesAt,
    });
    expect(offers(look(missed(MORNING + HOUR), MORNING))).toEqual(['陈玉梅']);
    expect(offers(look(missed(MORNING + HOUR / 4), MORNING))).toEqual(['张福海']);
    // Whoever is asked has to set out in time.
    const asked = look(missed(MORNING + 2 * HOUR), MORNING);
    expect(offers(asked)).toEqual(['李秀兰']);
    expect(reserve.openOffers(asked)[0]?.placeOfferUntil).toBe(MORNING + HOUR / 4);
    expect(reserve.openOffers(look(missed(MORNING + HOUR), MORNING))[0]?.placeOfferUntil).toBe(
      MORNING + HOUR / 4,
    );
    const soon = look(missed(MORNING + HOUR / 2), MORNING);
    expect([offers(soon), reserve.openOffers(soon)[0]?.placeOfferUntil]).toEqual([
      ['陈玉梅'],
      MORNING + HOUR / 6,
    ]);
  });

  it('goes to a late yes as long as it is promised to nobody else', () => {
    let s = look(
      done(batch(waiting('李秀兰', 1), waiting('陈玉梅', 2)), withdraw(batch(), '赵小军')),
      MORNING,
    );
    s = look(s, MORNING + 4 * HOUR);
    // The place is being offered to the second; the first is late and is told so, and keeps their
    // rank.
    expect(takePlace(s, '李秀兰')).toEqual({ error: 'place_gone' });
    s = done(s, refusePlace(s, '陈玉梅'));
    s = done(s, takePlace(s, '李秀兰'));
    expect(holder(s, '李秀兰')).toBe('selected');
  });

  it('is offered once where there are two and one reserve', () => {
    let s = batch(waiting('李秀兰', 1));
    s = done(done(s, withdraw(s, '赵小军')), withdraw(s, '王兰花'));
    s = look(s, MORNING);
    expect([offers(s), openPlaces(s)]).toEqual([['李秀兰'], 2]);
    s = look(done(s, takePlace(s, '李秀兰')), MORNING);
    expect([offers(s), openPlaces(s)]).toEqual([[], 1]);
  });

  it('that was filled by hand meanwhile is no longer offered to anybody', () => {
    let s = look(
      done(batch(waiting('李秀兰', 1), waiting('陈玉梅', 2)), withdraw(batch(), '赵小军')),
      MORNING,
    );
    s = done(s, promote(s, '陈玉梅'));
    expect(takePlace(s, '李秀兰')).toEqual({ error: 'place_gone' });
    s = look(s, MORNING + HOUR);
    expect(offers(s)).toEqual([]);
    expect(holder(s, '李秀兰')).toBe('reserve');
  });

  it('waits for somebody to give it by hand once the offers are stopped', () => {
    let s = look(done(batch(waiting('李秀兰', 1)), withdraw(batch(), '赵小军')), MORNING);
    s = done(s, reserve.stopOffers(s, true));
    expect([offers(look(s, MORNING)), s.reserveStopped]).toEqual([[], true]);
    s = done(s, reserve.stopOffers(s, false));
    expect(offers(look(s, MORNING))).toEqual(['李秀兰']);
  });

  it('is not offered twice to whoever refused, unless somebody asks again', () => {
    let s = look(done(batch(waiting('李秀兰', 1)), withdraw(batch(), '赵小军')), MORNING);
    s = done(s, refusePlace(s, '李秀兰'));
    expect(offers(look(s, MORNING + HOUR))).toEqual([]);
    s = done(s, askAgain(s, '李秀兰'));
    expect(offers(look(s, MORNING + HOUR))).toEqual(['李秀兰']);
  });

  it('is offered to nobody whose consent is to other terms', () => {
    const s = done(
      batch({ ...waiting('李秀兰', 1), consentedHash: 'terms-0' }),
      withdraw(batch(), '赵小军'),
    );
    expect(reserve.reserveStep(s, MORNING)).toBeNull();
  });

  it('is offered, after the manifest is locked, only to somebody who is ready', () => {
    const locked = { ...batch(waiting('李秀兰', 1)), stage: 'travel' as const, lockedAt: 1 };
    const s = done(locked, withdraw(locked, '赵小军'));
    expect(reserve.reserveStep(s, MORNING)).toBeNull();
    const ready = {
      health: 'fit' as const,
      healthUntil: '2027-05-01',
      papers: { id_card: 'verified' as const, contract: 'verified' as const },
    };
    const change: Change = { placements: [{ id: '李秀兰', set: ready }], entries: [] };
    expect(offers(look(apply(s, change), MORNING))).toEqual(['李秀兰']);
  });
});

describe('the order of the reserve list', () => {
  it('can be changed, with a reason, and stays without gaps', () => {
    let s = batch(waiting('李秀兰', 1), waiting('陈玉梅', 2), waiting('张福海', 3));
    s = done(s, reserve.rerank(s, '张福海', 1, '与本村两人同行'));
    const order = s.placements
      .filter((p) => p.rank !== null)
      .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    expect(order.map(({ id, rank }) => [id, rank])).toEqual([
      ['张福海', 1],
      ['李秀兰', 2],
      ['陈玉梅', 3],
    ]);
  });
});

describe('hours of daytime', () => {
  it('end at eight in the evening and go on at eight in the morning', () => {
    expect(afterDaytime(atHour('2027-02-20', 9), 4)).toBe(atHour('2027-02-20', 13));
    expect(afterDaytime(atHour('2027-02-20', 18), 4)).toBe(atHour('2027-02-21', 10));
    expect(afterDaytime(atHour('2027-02-20', 23), 4)).toBe(atHour('2027-02-21', 12));
    expect(afterDaytime(atHour('2027-02-20', 3), 4)).toBe(atHour('2027-02-20', 12));
  });

  it('never end at night, and never come to less than what was promised', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 72 * 60 }),
        fc.integer({ min: 1, max: 11 }),
        (minutes, hours) => {
          const from = atHour('2027-02-20', 0) + minutes * 60_000;
          const until = afterDaytime(from, hours);
          const hour = ((until + 8 * HOUR) / HOUR) % 24;
          expect(hour).toBeGreaterThanOrEqual(8);
          expect(hour).toBeLessThanOrEqual(20);
          expect(until - from).toBeGreaterThanOrEqual(hours * HOUR);
        },
      ),
    );
  });
});
