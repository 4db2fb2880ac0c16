import { DAY } from '../../../clock.ts';
import { type Instant, inOrder, type SentTime, whenTapped } from '../../batch/tap-time.ts';
import type { Snapshot } from '../../batch/snapshot.ts';
import type { PhoneEntry } from './deed.ts';

/** What a phone tells of the time of an entry, beside its own clock. */
export type EntryClock = Pick<SentTime, 'least' | 'since' | 'age'>;

/**
 * What has to have happened before: nobody boards before the list is fixed, and nobody arrives
 * before the departure.
 */
function floorOf(s: Snapshot, entry: PhoneEntry): number | null {
  if (entry.kind === 'handover') return s.arrivedAt ?? s.departedAt;
  if (entry.kind === 'arrive') return s.departedAt;
  if (entry.kind === 'word' && entry.call !== 'boarding') return s.departedAt;
  return entry.kind === 'word' || entry.kind === 'depart' ? s.lockedAt : null;
}

/**
 * A clock that says what cannot have been: a little before is just then, and far before says
 * nothing but when it was told.
 */
function notBefore(time: Instant, floor: number | null, now: number): Instant {
  if (floor === null || time.at >= floor) return time;
  return { at: time.at < floor - DAY ? now : floor, isDoubtful: true };
}

/** When each of the entries of one phone was done, by the station's clock, by its number. */
export function entryTimes(
  s: Snapshot,
  entries: readonly PhoneEntry[],
  { sentAt, clocks, now }: { sentAt: number; clocks: ReadonlyMap<number, EntryClock>; now: number },
): Map<number, Instant> {
  const sorted = [...entries].sort((a, b) => a.no - b.no);
  const told = sorted.map((entry) => {
    const time = whenTapped({ ...clocks.get(entry.no), at: entry.at, sentAt }, now);
    return notBefore(time, floorOf(s, entry), now);
  });
  const times = inOrder(told);
  return new Map(sorted.map((entry, i) => [entry.no, times[i]!]));
}
