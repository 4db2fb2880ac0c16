import { describe, expect, it } from 'vitest';
import { atHour, HOUR } from '../../../src/clock.ts';
import { openPlaces } from '../../../src/pipeline/batch/equation.ts';
import type { Snapshot } from '../../../src/pipeline/batch/snapshot.ts';
import { amend } from '../../../src/pipeline/demand/job-order.ts';
import { withdraw } from '../../../src/pipeline/recruitment/leaving.ts';
import { promote } from '../../../src/pipeline/recruitment/placement.ts';
import {
  openOffers,
  rerank,
  reserveStep,
  stopOffers,
} from '../../../src/pipeline/recruitment/reserve.ts';
import {
  askAgain,
  refusePlace,
  takePlace,
} from '../../../src/pipeline/recruitment/reserve-answer.ts';
import { addLeg } from '../../../src/pipeline/travel/plan/plan-change.ts';
import { aBatch, aBatchBoarding } from '../../support/batches.ts';
import { done, Story } from '../../support/story.ts';

const MORNING = atHour('2027-02-20', 9);

/** Two places, both taken, and these on the reserve list; recruitment has closed. */
function reserves(names: readonly string[], startsOn = '2027-03-06'): Story {
  return aBatch({ places: 2, startsOn })
    .confirmed()
    .registered(['王兰花', '赵小军', ...names])
    .agreed()
    .selected()
    .reserved();
}
/** Of two places one has been vacated. */
function vacated(names: readonly string[], startsOn?: string): Story {
  return reserves(names, startsOn).after((s) => withdraw(s, '赵小军'));
}
function leavingAt(story: Story, departsAt: number): Snapshot {
  const leg = { fromPlace: '河湾镇', toPlace: '昆山', vehicle: '1号车', departsAt };
  return story.after((s) => addLeg(s, leg)).snapshot;
}
/** What the workflow does until it has nothing left to do. */
function look(s: Snapshot, at: number): Snapshot {
  const step = reserveStep(s, at);
  return step ? look(done(s, step.decide(s)), at) : s;
}
function offers(s: Snapshot) {
  return openOffers(s).map(({ id }) => id);
}
function firstLapses(s: Snapshot) {
  return openOffers(s)[0]?.placeOfferUntil;
}
function holder(s: Snapshot, id: string) {
  return s.placements.find((p) => p.id === id)?.recruitment;
}

describe('a vacated place', () => {
  it('is offered to the first reserve, and after four hours of daytime to the next', () => {
    let s = look(vacated(['李秀兰', '陈玉梅']).snapshot, MORNING);
    expect(offers(s)).toEqual(['李秀兰']);
    expect(look(s, MORNING + 4 * HOUR - 1)).toBe(s);
    s = look(s, MORNING + 4 * HOUR);
    expect(offers(s)).toEqual(['陈玉梅']);
    s = done(s, takePlace(s, '陈玉梅'));
    expect([holder(s, '陈玉梅'), openPlaces(s)]).toEqual(['selected', 0]);
    expect(look(s, MORNING + 9 * HOUR)).toBe(s);
  });

  it('goes to a late yes as long as it is promised to nobody else', () => {
    let s = look(vacated(['李秀兰', '陈玉梅']).snapshot, MORNING);
    s = look(s, MORNING + 4 * HOUR);
    // The place is being offered to the second; the first is late and is told so, and keeps their
    // rank.
    expect(takePlace(s, '李秀兰')).toEqual({ error: 'place_gone' });
    s = done(s, refusePlace(s, '陈玉梅'));
    s = done(s, takePlace(s, '李秀兰'));
    expect(holder(s, '李秀兰')).toBe('selected');
  });

  it('is offered past whoever lives too far away to be there before the bus leaves', () => {
    const bus = atHour('2027-03-06', 15);
    const far = vacated(['李秀兰', '陈玉梅']).knowing('李秀兰', { minutesToBus: 180 });
    expect(offers(look(leavingAt(far, bus), bus - 3 * HOUR))).toEqual(['陈玉梅']);
  });

  it('is offered once where there are two and one reserve', () => {
    let s = vacated(['李秀兰']).after((now) => withdraw(now, '王兰花')).snapshot;
    s = look(s, MORNING);
    expect([offers(s), openPlaces(s)]).toEqual([['李秀兰'], 2]);
    s = look(done(s, takePlace(s, '李秀兰')), MORNING);
    expect([offers(s), openPlaces(s)]).toEqual([[], 1]);
  });

  it('that was filled by hand meanwhile is no longer offered to anybody', () => {
    let s = look(vacated(['李秀兰', '陈玉梅']).snapshot, MORNING);
    s = done(s, promote(s, '陈玉梅'));
    expect(takePlace(s, '李秀兰')).toEqual({ error: 'place_gone' });
    s = look(s, MORNING + HOUR);
    expect(offers(s)).toEqual([]);
    expect(holder(s, '李秀兰')).toBe('reserve');
  });

  it('waits for somebody to give it by hand once the offers are stopped', () => {
    let s = look(vacated(['李秀兰']).snapshot, MORNING);
    s = done(s, stopOffers(s, true));
    expect([offers(look(s, MORNING)), s.reserveStopped]).toEqual([[], true]);
    s = done(s, stopOffers(s, false));
    expect(offers(look(s, MORNING))).toEqual(['李秀兰']);
  });

  it('is not offered twice to whoever refused, unless somebody asks again', () => {
    let s = look(vacated(['李秀兰']).snapshot, MORNING);
    s = done(s, refusePlace(s, '李秀兰'));
    expect(offers(look(s, MORNING + HOUR))).toEqual([]);
    s = done(s, askAgain(s, '李秀兰'));
    expect(offers(look(s, MORNING + HOUR))).toEqual(['李秀兰']);
  });
});

describe('a vacated place, while a bus is about to leave,', () => {
  const missed = vacated(['李秀兰', '陈玉梅'], '2027-02-20');

  it('is offered for minutes, and not at all when the bus should have left', () => {
    const leavesAt = MORNING + 2 * HOUR;
    let s = look(leavingAt(missed, leavesAt), MORNING);
    expect(offers(s)).toEqual(['李秀兰']);
    s = look(s, MORNING + HOUR / 4);
    expect(offers(s)).toEqual(['陈玉梅']);
    expect(offers(look(leavingAt(missed, leavesAt), leavesAt))).toEqual([]);
  });

  it('that was offered before leaves the last hours to the others', () => {
    const early = look(leavingAt(missed, MORNING + 5 * HOUR), MORNING);
    expect(firstLapses(early)).toBe(MORNING + 2 * HOUR);
  });

  it('is offered as ever where the journey was put off to another day', () => {
    const leavesAt = MORNING + 2 * HOUR;
    const later = { headcount: 2, startsOn: '2027-02-27', termsHash: 'terms-1' };
    const putOff = new Story(leavingAt(missed, leavesAt))
      .after((s) => amend(s, later))
      .confirmed().snapshot;
    expect(putOff.leavesAt).toBe(leavesAt);
    expect(offers(look(putOff, leavesAt + HOUR))).toEqual(['李秀兰']);
  });
});

describe('a vacated place, as far as it is known how far the reserves live,', () => {
  const missed = vacated(['李秀兰', '陈玉梅', '张福海'], '2027-02-20')
    .knowing('李秀兰', { minutesToBus: 90 })
    .knowing('陈玉梅', { minutesToBus: 20 });
  const inTime = (leavesAt: number) => look(leavingAt(missed, leavesAt), MORNING);

  it('is offered only to those who can be there before the bus leaves', () => {
    expect(offers(inTime(MORNING + HOUR))).toEqual(['陈玉梅']);
    expect(offers(inTime(MORNING + HOUR / 4))).toEqual(['张福海']);
  });

  it('is offered no longer than they can set out in time', () => {
    const asked = inTime(MORNING + 2 * HOUR);
    expect(offers(asked)).toEqual(['李秀兰']);
    expect(firstLapses(asked)).toBe(MORNING + HOUR / 4);
    expect(firstLapses(inTime(MORNING + HOUR))).toBe(MORNING + HOUR / 4);
    const soon = inTime(MORNING + HOUR / 2);
    expect([offers(soon), firstLapses(soon)]).toEqual([['陈玉梅'], MORNING + HOUR / 6]);
  });
});

describe('a vacated place is offered to nobody', () => {
  it('whose consent is to other terms', () => {
    const other = vacated(['李秀兰']).knowing('李秀兰', { consentedHash: 'terms-0' });
    expect(reserveStep(other.snapshot, MORNING)).toBeNull();
  });

  it('who is not ready, once the manifest is locked', () => {
    const open = aBatchBoarding(['王兰花', '赵小军'])
      .registered(['李秀兰'])
      .agreed()
      .reserved()
      .after((s) => withdraw(s, '赵小军'));
    expect(reserveStep(open.snapshot, MORNING)).toBeNull();
    const ready = open.fit().documented().snapshot;
    expect(offers(look(ready, MORNING))).toEqual(['李秀兰']);
  });
});

describe('the order of the reserve list', () => {
  it('can be changed, with a reason, and stays without gaps', () => {
    const s = reserves(['李秀兰', '陈玉梅', '张福海']).after((now) =>
      rerank(now, '张福海', 1, '与本村两人同行'),
    ).snapshot;
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
