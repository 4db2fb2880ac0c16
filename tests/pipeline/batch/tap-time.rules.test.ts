import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../src/clock.ts';
import { inOrder, whenTapped } from '../../../src/pipeline/batch/tap-time.ts';

const NOON = Date.parse('2026-11-28T04:00:00Z');

/**
 * A phone with a clock that is set in between: it hears the station, taps, and sends; by true times
 * and by what its clock showed.
 */
function told(phone: {
  heard: number;
  tapped: number;
  sent: number;
  off: { heard: number; tapped: number; sent: number };
  isSamePage: boolean;
}) {
  const { heard, tapped, sent, off, isSamePage } = phone;
  const wall = { heard: heard + off.heard, tapped: tapped + off.tapped, sent: sent + off.sent };
  return whenTapped(
    {
      at: wall.tapped,
      sentAt: wall.sent,
      least: isSamePage ? tapped : heard,
      since: heard + wall.tapped - wall.heard,
      ...(isSamePage ? { age: sent - tapped } : {}),
    },
    sent,
  );
}

describe('when something was tapped', () => {
  const times = { heard: NOON - 3 * HOUR, tapped: NOON - 2 * HOUR, sent: NOON };
  const IN_2020 = Date.parse('2020-01-01T00:00:00Z') - NOON;

  it('follows from a clock that is wrong all the time', () => {
    const off = { heard: -26 * HOUR, tapped: -26 * HOUR, sent: -26 * HOUR };
    expect(told({ ...times, off, isSamePage: false })).toEqual({
      at: NOON - 2 * HOUR,
      isDoubtful: false,
    });
  });

  it('is right where the clock was set right between the tap and the sending', () => {
    for (const hours of [-26, 26]) {
      const off = { heard: hours * HOUR, tapped: hours * HOUR, sent: 0 };
      expect(told({ ...times, off, isSamePage: true }).at).toBe(NOON - 2 * HOUR);
    }
  });

  it('is not in 2020, though the clock of an empty phone said so', () => {
    const off = { heard: IN_2020, tapped: IN_2020, sent: 0 };
    expect(told({ ...times, off, isSamePage: false })).toEqual({
      at: NOON - 2 * HOUR,
      isDoubtful: false,
    });
  });

  it('is in doubt, but after the station was heard, where the phone was empty since', () => {
    const off = { heard: 0, tapped: IN_2020, sent: 0 };
    const since = told({ ...times, off, isSamePage: false });
    expect(since.isDoubtful).toBe(true);
    expect(since.at).toBeGreaterThanOrEqual(NOON - 3 * HOUR);
  });

  it('lies between what the phone had heard by then and now, however its clock was set', () => {
    const off = fc.integer({ min: -3000 * DAY, max: 3000 * DAY });
    const phone = fc.record({
      heard: fc.integer({ min: 2 * DAY, max: 3 * DAY }),
      tapped: fc.integer({ min: DAY, max: 2 * DAY }),
      off: fc.record({ heard: off, tapped: off, sent: off }),
      isSamePage: fc.boolean(),
    });
    fc.assert(
      fc.property(phone, ({ heard, tapped, ...rest }) => {
        const times = { heard: NOON - heard, tapped: NOON - tapped, sent: NOON };
        const { at } = told({ ...times, ...rest });
        expect(at).toBeGreaterThanOrEqual(NOON - heard);
        expect(at).toBeLessThanOrEqual(NOON);
        // A page that lived from the tap to the sending has a clock that nobody sets.
        if (rest.isSamePage) expect(Math.abs(at - (NOON - tapped))).toBeLessThanOrEqual(2 * MINUTE);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('what one phone did', () => {
  it('keeps the order in which it was done', () => {
    const instant = fc.record({
      at: fc.integer({ min: 0, max: 10 * HOUR }),
      isDoubtful: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(instant, { maxLength: 30 }), (times) => {
        const ordered = inOrder(times);
        expect(ordered.map(({ at }) => at)).toEqual(
          ordered.map(({ at }) => at).sort((a, b) => a - b),
        );
        // What was certain and in order stays as it was.
        const isSorted = times.every((time, i) => i === 0 || time.at >= times[i - 1]!.at);
        if (isSorted) expect(ordered.map(({ at }) => at)).toEqual(times.map(({ at }) => at));
      }),
    );
  });

  it('has its place between what is known where its time is a guess', () => {
    const guessed = inOrder([
      { at: 100, isDoubtful: false },
      { at: 900 * MINUTE, isDoubtful: true },
      { at: 300, isDoubtful: false },
    ]);
    expect(guessed.map(({ at }) => at)).toEqual([100, 300, 300]);
  });
});
