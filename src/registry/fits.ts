import { ageOn } from '../clock.ts';
import { nameBegins, nameKey } from './name.ts';
import { sameGroup } from './roster/place.ts';
import type { NameWord, Query } from './search.ts';
import type { PersonWord } from './search-word.ts';
import type { TradeCode } from './trade.ts';
import { type Availability, isStaleWish, type Sex } from './worker.ts';

/** What of a person the filters look at. */
export type Listed = {
  name: string;
  pinyin: string;
  initials: string;
  phoneLast4: string;
  last4: string;
  sex: Sex;
  groupName: string;
  villageId: string;
  trade: TradeCode;
  availability: Availability;
  availabilityAt: number | null;
  bornOn: string;
  mergedInto: string | null;
  erasedAt: number | null;
  erasureDueOn: string | null;
  certified: boolean;
  beenOut: boolean;
};

/** When the list is read, and for how many days somebody's word on going counts. */
export type Moment = { today: string; now: number; wishHolds: number };

/**
 * Whether somebody is called so: by a name or a later part of it, for which dots and spaces do not
 * matter.
 */
function isCalled(person: Listed, word: NameWord): boolean {
  return word.by === 'name'
    ? nameBegins(person.name, word.prefix)
    : person.pinyin.split('·').some((letters) => letters.startsWith(word.prefix));
}

/** Whether a further word holds of somebody. */
function holds(person: Listed, word: PersonWord): boolean {
  if (word.by === 'digits')
    return person.phoneLast4 === word.phone || person.last4 === word.idNumber;
  if (word.by === 'initials') return person.initials.includes(word.prefix);
  return nameKey(person.name).includes(word.prefix);
}

/**
 * Whether a person belongs on the list. Whoever was merged into another entry, erased, or asked to
 * be, is on none.
 */
export function fits(person: Listed, query: Query, { today, now, wishHolds }: Moment): boolean {
  const { names, also, sex, group, filters } = query;
  const age = ageOn(person.bornOn, today);
  return (
    person.mergedInto === null &&
    person.erasedAt === null &&
    person.erasureDueOn === null &&
    (names.length === 0 || names.some((word) => isCalled(person, word))) &&
    also.every((word) => holds(person, word)) &&
    (sex === null || person.sex === sex) &&
    (group === null || sameGroup(person.groupName, group)) &&
    (filters.villageId === null || person.villageId === filters.villageId) &&
    (filters.trade === null || person.trade === filters.trade) &&
    (filters.certificate === null || person.certified) &&
    (filters.availability === null || person.availability === filters.availability) &&
    (filters.ageFrom === null || age >= filters.ageFrom) &&
    (filters.ageTo === null || age <= filters.ageTo) &&
    (filters.outing === null ||
      (filters.outing === 'stale'
        ? isStaleWish(person, now, wishHolds)
        : person.beenOut === (filters.outing === 'been')))
  );
}
