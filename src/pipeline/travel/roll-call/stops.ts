import type { CallName } from './roll-state.ts';

/** A place between the first departure and the last arrival, where everybody may be counted. */
export type Stop = { call: CallName; name: string };

const COUNT = 'count-';
/** What can name a roll call. Counts of earlier versions of the page bear a number alone. */
export const CALL_NAME = /^(boarding|arrival|count-[a-z0-9-]{1,24})$/;

export function isCount(call: CallName): boolean {
  return call.startsWith(COUNT);
}

/** FNV-1a of 32 bits, in letters and digits: the same on every phone for the same name. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193) >>> 0;
  return hash.toString(36);
}

type Leg = { fromPlace: string; toPlace: string; departsAt: number; arrivesAt: number };

/**
 * The stops of a plan, in the order of the way. A count bears the name of its place, so that two
 * phones that count there without a signal call one roll, and two that count elsewhere do not.
 */
export function stopsOf(legs: readonly Leg[]): Stop[] {
  const last = Math.max(...legs.map((leg) => leg.arrivesAt));
  const ends = new Set(
    legs.filter((leg) => leg.arrivesAt === last).map((leg) => leg.toPlace.trim()),
  );
  // Where vehicles only set out, from one village after the other, everybody is not there yet.
  const arrivals = [...legs]
    .sort((a, b) => a.arrivesAt - b.arrivesAt)
    .map((leg) => leg.toPlace.trim());
  const names = new Set(arrivals.filter((name) => !ends.has(name)));
  return [...names].map((name) => ({ call: `${COUNT}s${digest(name)}`, name }));
}

/** A count where the plan has no stop: of this phone, until others have heard of it and join. */
export function elsewhere(phone: string, calls: readonly CallName[]): CallName {
  const own = calls.filter((call) => call.endsWith(`-${phone}`)).length;
  return `${COUNT}${own + 1}-${phone}`;
}
