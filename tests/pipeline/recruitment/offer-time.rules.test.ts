import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atHour, HOUR } from '../../../src/clock.ts';
import { afterDaytime } from '../../../src/pipeline/recruitment/offer-time.ts';

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
