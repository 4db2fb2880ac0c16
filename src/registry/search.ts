import { ageOn } from '../clock.ts';
import { looksLikeId } from '../ids.ts';
import { toPinyin } from './pinyin.ts';
import { TRADE_WORDS } from './roster/roster.lexicon.ts';
import { isTrade, type TradeCode } from './trade.ts';
import { AVAILABILITY, type Availability, isStaleWish } from './worker.ts';

/** How what was typed is understood. A name is looked for by its pinyin; the last four digits are a phone's or an ID number's. */
export type Search =
  | { by: 'all' }
  | { by: 'name'; prefix: string; pinyin: string }
  | { by: 'pinyin' | 'initials'; prefix: string }
  | { by: 'digits'; phone: string | null; idNumber: string | null };

export const OUTINGS = ['been', 'never', 'stale'] as const;
/** Been out before, never been out, or said nothing of going for too long. */
export type Outing = (typeof OUTINGS)[number];

/** What else a list is narrowed to; null where it does not matter. Ages are full years today. */
export type Filters = {
  villageId: string | null;
  trade: TradeCode | null;
  certificate: TradeCode | null;
  availability: Availability | null;
  ageFrom: number | null;
  ageTo: number | null;
  outing: Outing | null;
};

export type Query = { search: Search; filters: Filters };

/** Syllables have a vowel soon after the start; initials of a name are two to four consonants or single letters. */
const looksLikeInitials = (text: string): boolean => /^[a-z]{1,4}$/.test(text) && !/[aeiou]/.test(text.slice(1));

/** Whose last four digits they can be: four are a phone's or an ID number's, more are a phone's, an X is an ID number's. */
const readDigits = (text: string): Search => ({
  by: 'digits',
  phone: text.length <= 11 && !text.endsWith('x') ? text.slice(-4) : null,
  idNumber: text.length === 4 ? text.toUpperCase() : null,
});

/** Reads Chinese characters, pinyin, initials, or the last four digits of a phone or an ID number. */
export const readSearch = (typed: string): Search => {
  const text = typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, '').slice(0, 20);
  if (text === '') return { by: 'all' };
  if (/^\d{4,11}$|^\d{3}x$/.test(text)) return readDigits(text);
  if (/^[a-z]+$/.test(text)) return { by: looksLikeInitials(text) ? 'initials' : 'pinyin', prefix: text };
  return { by: 'name', prefix: text, pinyin: toPinyin(text).pinyin };
};

/** A whole ID number that was typed or pasted is cut to its last four digits: it belongs in no address and no saved search. */
export const withoutIdNumber = (typed: string): string => {
  const plain = typed.normalize('NFKC').replaceAll(/\s/g, '');
  return /^\d{12,17}[\dXx]$/.test(plain) ? plain.slice(-4) : typed;
};

const whole = (text: string | undefined): number | null => (/^\d{1,2}$/.test(text ?? '') ? Number(text) : null);

/**
 * Reads the list's address. One box takes names, pinyin, initials, digits, the name of a village or of a trade; what
 * was also chosen beside it holds as well.
 */
export const readQuery = (
  asked: Record<string, string | undefined>,
  villages: { id: string; name: string }[],
  ownVillage: string | null,
): Query => {
  const typed = (asked['q'] ?? '').normalize('NFKC').trim();
  const village = typed === '' ? undefined : villages.find(({ name }) => name === typed || name.slice(0, -1) === typed);
  const trade = typed.length < 2 ? undefined : TRADE_WORDS.find(([, pattern]) => pattern.test(typed))?.[0];
  const isWord = village !== undefined || trade !== undefined;
  const chosen = asked['village'];
  return {
    search: isWord ? { by: 'all' } : readSearch(typed),
    filters: {
      villageId: ownVillage ?? village?.id ?? (looksLikeId(chosen ?? '') ? (chosen ?? null) : null),
      trade: trade ?? (isTrade(asked['trade']) ? asked['trade'] : null),
      certificate: isTrade(asked['certificate']) ? asked['certificate'] : null,
      availability: AVAILABILITY.find((each) => each === asked['availability']) ?? null,
      ageFrom: whole(asked['from']),
      ageTo: whole(asked['to']),
      outing: OUTINGS.find((each) => each === asked['outing']) ?? null,
    },
  };
};

/** What of a person the filters look at. */
export type Listed = {
  name: string;
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

/** Whether a person belongs on the list. Whoever was merged into another entry, erased, or asked to be, is on none. */
export const fits = (person: Listed, { search, filters }: Query, { today, now, wishHolds }: Moment): boolean => {
  const age = ageOn(person.bornOn, today);
  return (
    person.mergedInto === null &&
    person.erasedAt === null &&
    person.erasureDueOn === null &&
    (search.by !== 'name' || person.name.startsWith(search.prefix)) &&
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
};
