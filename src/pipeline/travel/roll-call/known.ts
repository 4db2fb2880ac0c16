import { knownBy, type Knows } from './word.ts';
import type { PhoneRoster } from './phone-roster.ts';
import { type Own, wordsOn } from './on-the-phone.ts';
import type { CallName } from './roll-state.ts';

/**
 * What this phone knows of the others when it says something: what the server had heard of them.
 */
export function knownTo(roster: PhoneRoster, phone: string): Knows {
  const { [phone]: _own, ...others } = roster.phones;
  return others;
}

/** The same of one person in one roll call, of whom it may have heard face to face as well. */
export function knownOn(roster: PhoneRoster, own: Own, placementId: string, call: CallName): Knows {
  const p = roster.people.find(({ id }) => id === placementId);
  if (!p) return knownTo(roster, own.phone);
  const { [own.phone]: _own, ...others } = knownBy(wordsOn(p, call, own), roster.phones);
  return others;
}
