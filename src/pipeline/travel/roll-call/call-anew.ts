import type { Snapshot } from '../../batch/snapshot.ts';
import type { CallsSince } from './roll-state.ts';

/** Whoever speaks for the station knows everything that was heard. */
export const STATION = 'station';

/**
 * Boarding or arrival is called anew from now on: what a phone says that has not heard of it is of
 * another day or employer.
 */
export function callAnew(
  s: Snapshot,
  calls: readonly (keyof CallsSince)[],
): Pick<Snapshot, 'phones' | 'callsSince'> {
  const no = (s.phones[STATION] ?? 0) + 1;
  return {
    phones: { ...s.phones, [STATION]: no },
    callsSince: { ...s.callsSince, ...Object.fromEntries(calls.map((call) => [call, no])) },
  };
}
