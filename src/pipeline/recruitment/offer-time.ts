import { atHour, dayOf, DAY, HOUR, MINUTE } from '../../clock.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import type { Placement } from '../batch/placement.ts';

/** The hours of the day that count for an offer's time. */
const DAY_BEGINS = 8;

const DAY_ENDS = 20;

/**
 * The instant after so many hours of daytime (08:00 to 20:00 in China): nobody loses a place in
 * their sleep.
 */
export function afterDaytime(at: number, hours: number): number {
  let left = hours * HOUR;
  let from = Math.max(at, atHour(dayOf(at), DAY_BEGINS));
  for (;;) {
    const until = atHour(dayOf(from), DAY_ENDS);
    if (from + left <= until) return from + left;
    left -= Math.max(0, until - from);
    from = atHour(dayOf(from), DAY_BEGINS) + DAY;
  }
}

/**
 * In the last hours before the first vehicle leaves a place is offered for minutes: somebody else
 * has to have time to come.
 */
const RUSH_HOURS = 3;

const RUSH_MINUTES = 15;

/** To read a message and say yes. */
const LEAST_MINUTES = 5;

/**
 * When the first vehicle leaves, as far as a plan for the day of departure says so; one for another
 * day says nothing.
 */
export function busLeaves(s: Snapshot): number | null {
  return s.leavesAt !== null && dayOf(s.leavesAt) >= s.departsOn ? s.leavesAt : null;
}

/**
 * Until when an offer holds: some hours of daytime; minutes in the last hours, which it leaves to
 * the next; never beyond the time at which they have to set out to be there before the bus leaves.
 */
export function offerUntil(s: Snapshot, p: Placement, at: number): number {
  const bus = busLeaves(s);
  const usual = afterDaytime(at, s.figures.placeOffer);
  if (bus === null) return Math.min(usual, Math.max(at + HOUR, atHour(s.departsOn, DAY_BEGINS)));
  const minutes = at + RUSH_MINUTES * MINUTE;
  const setOut = bus - (p.minutesToBus ?? 0) * MINUTE;
  return Math.min(setOut, Math.max(minutes, Math.min(usual, bus - RUSH_HOURS * HOUR)));
}

/**
 * Whether somebody can still be there before the bus leaves, as far as it is on record how far they
 * live.
 */
export function canMakeIt(s: Snapshot, p: Placement, at: number): boolean {
  const bus = busLeaves(s);
  return (
    bus === null || p.minutesToBus === null || at + (p.minutesToBus + LEAST_MINUTES) * MINUTE <= bus
  );
}
