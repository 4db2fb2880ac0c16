import { SURNAMES, SYLLABLES } from './pinyin.lexicon.ts';

const READINGS = new Map<string, string>();
for (const [, syllable = '', characters = ''] of SYLLABLES.matchAll(/([a-z]+)([^a-z]+)/g))
  for (const character of characters) READINGS.set(character, syllable);

const surnameIn = (name: string): string =>
  [name.slice(0, 2), name.slice(0, 1)].find((start) => start !== '' && start in SURNAMES) ?? '';

const spelt = (text: string): string[] => [...text].map((character) => READINGS.get(character) ?? character);

/** A name in pinyin without tones, and its initials, in lower case; characters outside GB 2312 stay as they are. */
export const toPinyin = (name: string): { pinyin: string; initials: string } => {
  const surname = surnameIn(name);
  const given = spelt(name.slice(surname.length));
  const family = surname ? [SURNAMES[surname] ?? ''] : [];
  const letters = [...(surname.length > 1 ? spelt(surname) : family), ...given];
  return { pinyin: [...family, ...given].join(''), initials: letters.map((part) => part[0] ?? '').join('') };
};
