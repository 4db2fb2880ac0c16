import { nameKey, plainName } from './name.ts';
import { SURNAMES, SYLLABLES } from './pinyin.lexicon.ts';

const READINGS = new Map<string, string>();
for (const [, syllable = '', characters = ''] of SYLLABLES.matchAll(/([a-z]+)([^a-z]+)/g))
  for (const character of characters) READINGS.set(character, syllable);

const surnameIn = (name: string): string =>
  [name.slice(0, 2), name.slice(0, 1)].find((start) => start !== '' && start in SURNAMES) ?? '';

const spelt = (text: string): string[] => [...text].map((character) => READINGS.get(character) ?? character);

type Spelling = { letters: string; initials: string };

const isSpelt = (part: string): boolean => [...part].some((character) => READINGS.has(character));
const initialsOf = (syllables: string[]): string => syllables.map((each) => each[0] ?? '').join('');

const spellFirst = (part: string): Spelling => {
  const surname = surnameIn(part);
  const given = spelt(part.slice(surname.length));
  const family = surname ? [SURNAMES[surname] ?? ''] : [];
  const syllables = [...(surname.length > 1 ? spelt(surname) : family), ...given];
  return { letters: [...family, ...given].join(''), initials: initialsOf(syllables) };
};

const spellLater = (part: string): Spelling => ({ letters: spelt(part).join(''), initials: initialsOf(spelt(part)) });

/**
 * A name in pinyin without tones, and its initials, in lower case, without dots and spaces; characters outside GB 2312
 * stay as they are. Where a name has several parts, what begins with each later part follows after a `·`, so that it is
 * found by that as well (see the trigger on `worker`).
 */
export const toPinyin = (name: string): { pinyin: string; initials: string } => {
  const parts = plainName(name)
    .split(/[·.\s]+/)
    .map(nameKey)
    .filter(Boolean);
  const spellings = parts.map((part, i) => (i === 0 ? spellFirst(part) : spellLater(part)));
  const letters = spellings.map((each) => each.letters);
  const initials = spellings.map((each, i) => (isSpelt(parts[i] ?? '') ? each.initials : each.initials.slice(0, 1)));
  return { pinyin: letters.map((_, i) => letters.slice(i).join('')).join('·'), initials: initials.join('') };
};
