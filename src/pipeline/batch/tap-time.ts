import { MINUTE } from '../../clock.ts';

/**
 * When something was tapped, as a phone can tell; all in epoch milliseconds. `at`: by its own
 * clock. `least`: by the station's clock as it was last heard, and the time that has certainly gone
 * by since. `since`: the same by the phone's clock, right as long as nobody has set it in between.
 */
export type TapTime = { at: number; least?: number | undefined; since?: number | undefined };

/**
 * The same as it is sent: with the phone's clock at that moment, and how long ago it was by a clock
 * that nobody sets.
 */
export type SentTime = TapTime & { sentAt: number; age?: number | undefined };

/** An instant by the station's clock; `doubtful` where it is only the best that can be said. */
export type Instant = { at: number; isDoubtful: boolean };

/** Clocks that are nearer to one another than this agree. */
const AGREE_MS = 2 * MINUTE;

/**
 * When something was done, by the station's clock. A phone's clock may be wrong by years, and be
 * set right between the tap and the sending. It cannot have been before what the phone had heard by
 * then, nor after what it says is gone by.
 */
export function whenTapped({ at, least, since, sentAt, age }: SentTime, now: number): Instant {
  const latest = now - Math.min(age ?? 0, 400 * 24 * 60 * MINUTE);
  const earliest = Math.min(least ?? -Infinity, latest);
  const isPossible = (time: number): boolean =>
    time >= earliest - AGREE_MS && time <= latest + AGREE_MS;
  const within = (time: number): number => Math.max(earliest, Math.min(latest, time));
  const byClock = now - (sentAt - at);
  const isClockGood = sentAt >= at - AGREE_MS && isPossible(byClock);
  const isSinceGood = since !== undefined && isPossible(since);
  if (isClockGood && isSinceGood && Math.abs(byClock - since) > AGREE_MS) {
    // Its clock was set at some time: before the tap, or after it. The clock that nobody sets
    // knows.
    const nearer =
      age !== undefined && Math.abs(since - latest) < Math.abs(byClock - latest) ? since : byClock;
    return { at: within(nearer), isDoubtful: true };
  }
  if (isClockGood) return { at: within(byClock), isDoubtful: false };
  if (isSinceGood) return { at: within(since), isDoubtful: false };
  return { at: latest, isDoubtful: true };
}

/**
 * Puts what one phone did, in its order, in the order of time: a time that is only guessed lies
 * between its neighbours that are known, and nothing lies before what was done before it.
 */
export function inOrder(times: readonly Instant[]): Instant[] {
  let next = Infinity;
  const capped = times
    .toReversed()
    .map((time) => {
      if (!time.isDoubtful) next = Math.min(next, time.at);
      return time.isDoubtful ? { ...time, at: Math.min(time.at, next) } : time;
    })
    .toReversed();
  let last = -Infinity;
  return capped.map((time) => {
    const isLate = time.at < last - AGREE_MS;
    last = Math.max(last, time.at);
    return { at: last, isDoubtful: time.isDoubtful || isLate };
  });
}
