import { LETTER } from './name.lexicon.ts';
import { nameKey } from './name.ts';
import { plainNumber } from '../text/look-alikes.ts';
import { narrow } from '../text/plain-text.ts';
import { toPinyin } from './pinyin.ts';
import { GROUP_AT_END, TRADE_WORDS, VILLAGE_SUFFIX } from './roster/roster.lexicon.ts';
import { AVAILABILITY_WORD, SEX_WORD } from './search-word.lexicon.ts';
import type { TradeCode } from './trade.ts';
import type { Availability, Sex } from './worker.ts';

/**
 * How a word for a person is understood. A name is looked for by its pinyin; the last four digits
 * are a phone's or an ID number's.
 */
export type PersonWord =
  | { by: 'name'; prefix: string; pinyin: string }
  | { by: 'pinyin'; prefix: string }
  | { by: 'initials'; prefix: string }
  | { by: 'digits'; phone: string | null; idNumber: string | null };

/** How any word is understood; `unknown` as nothing. */
export type Word =
  | PersonWord
  | { by: 'village'; id: string }
  | { by: 'trade'; trade: TradeCode }
  | { by: 'availability'; availability: Availability }
  | { by: 'sex'; sex: Sex }
  | { by: 'group'; group: string }
  | { by: 'unknown' };

type Village = { id: string; name: string };

/**
 * Syllables have a vowel soon after the start; initials of a name are two to four consonants or
 * single letters.
 */
function looksLikeInitials(text: string): boolean {
  return /^[a-z]{1,4}$/.test(text) && !/[aeiou]/.test(text.slice(1));
}

/**
 * Whose last four digits they can be: four are a phone's or an ID number's, more are a phone's, an
 * X is an ID number's.
 */
function readDigits(text: string): PersonWord {
  return {
    by: 'digits',
    phone: text.length <= 11 && !text.endsWith('X') ? text.slice(-4) : null,
    idNumber: text.length === 4 ? text : null,
  };
}

/**
 * A word as one for a person: Chinese characters, pinyin, initials, or the last four digits of a
 * number; null for none.
 */
export function readPersonWord(typed: string): PersonWord | null {
  const number = plainNumber(typed);
  if (/^\d{4,11}$|^\d{3}X$/.test(number)) return readDigits(number);
  const text = nameKey(typed).slice(0, 40);
  if (/^[a-z]+$/.test(text))
    return { by: looksLikeInitials(text) ? 'initials' : 'pinyin', prefix: text };
  if (text === '' || /\d/.test(text) || !LETTER.test(text)) return null;
  return { by: 'name', prefix: text, pinyin: toPinyin(text).pinyin };
}

function ownName(name: string): string {
  return narrow(name).replaceAll(/\s/g, '').replace(VILLAGE_SUFFIX, '');
}
function villageNamed(text: string, villages: Village[]): Village | undefined {
  return (
    villages.find(({ name }) => narrow(name) === text) ??
    (text.length < 2 ? undefined : villages.find(({ name }) => ownName(name) === ownName(text)))
  );
}

/** A group by its number: "third group", however the word for it is written. */
function isGroup(text: string): boolean {
  return GROUP_AT_END.exec(text)?.[0] === text;
}

/**
 * What a word in the search box is understood as: a village, a trade and the like by their names,
 * or somebody.
 */
export function readWord(typed: string, villages: Village[]): Word {
  const text = narrow(typed);
  const village = villageNamed(text, villages);
  if (village) return { by: 'village', id: village.id };
  const trade =
    text.length < 2 ? undefined : TRADE_WORDS.find(([, pattern]) => pattern.test(text))?.[0];
  if (trade) return { by: 'trade', trade };
  const availability = AVAILABILITY_WORD[text];
  if (availability) return { by: 'availability', availability };
  const sex = SEX_WORD[text];
  if (sex) return { by: 'sex', sex };
  if (isGroup(text)) return { by: 'group', group: text };
  return readPersonWord(typed) ?? { by: 'unknown' };
}
