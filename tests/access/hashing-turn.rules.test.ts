import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DAY } from '../../src/clock.ts';
import { checkInTurn } from '../../src/access/hashing-turn.ts';

const NOON = Date.UTC(2027, 2, 1, 4);

beforeEach(() => void vi.useFakeTimers({ now: NOON }));
afterEach(() => void vi.useRealTimers());

function check(isRight: boolean): Promise<boolean> {
  return checkInTurn(false, () => Promise.resolve(isRight));
}

it('lets whoever has the right password in after a clock that was a day ahead is set right', async () => {
  vi.setSystemTime(NOON + DAY);
  expect(await check(true)).toBe(true);
  vi.setSystemTime(NOON);
  const answer = check(true);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await answer).toBe(true);
});

it('gives turns back after wrong ones were tried by a clock that was ahead', async () => {
  vi.setSystemTime(NOON + DAY);
  for (let tries = 1; tries <= 3; tries++) {
    const answer = check(false);
    await vi.advanceTimersByTimeAsync(200);
    expect(await answer).toBe(false);
  }
  vi.setSystemTime(NOON);
  const answer = check(true);
  await vi.advanceTimersByTimeAsync(2500);
  expect(await answer).toBe(true);
});
