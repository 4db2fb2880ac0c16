import { nameKey, plainName } from './name.ts';
import { SURNAMES, SYLLABLES } from './pinyin.lexicon.ts';

const READINGS = new Map<string, string>();
for (const [, syllable = '', characters = ''] of SYLLABLES.matchAll(/([a-z]+)([^a-z]+)/g))
  for (const character of characters) READINGS.set(character, syllable);

function surnameIn(name: string): string {
  return (
    [name.slice(0, 2), name.slice(0, 1)].find((start) => start !== '' && start in SURNAMES) ?? ''
  );
}

function spelt(text: string): string[] {
  return [...text].map((character) => READINGS.get(character) ?? character);
}

type Spelling = { letters: string; initials: string };

function isSpelt(part: string): boolean {
  return [...part].some((character) => READINGS.has(character));
}
function initialsOf(syllables: string[]): string {
  return syllables.map((each) => each[0] ?? '').join('');
}

function spellFirst(part: string): Spelling {
  const surname = surnameIn(part);
  const given = spelt(part.slice(surname.length));
  const family = surname ? [SURNAMES[surname] ?? ''] : [];
  const syllables = [...(surname.length > 1 ? spelt(surname) : family), ...given];
  return { letters: [...family, ...given].join(''), initials: initialsOf(syllables) };
}

function spellLater(part: string): Spelling {
  return { letters: spelt(part).join(''), initials: initialsOf(spelt(part)) };
}

/**
 * A name in pinyin without tones, and its initials, in lower case, without dots and spaces;
 * characters outside GB 2312 stay as they are. Where a name has several parts, what begins with
 * each later part follows after a `·`, so that it is found by that as well (see the trigger on
 * `worker`).
 */
export function toPinyin(name: string): { pinyin: string; initials: string } {
  const parts = plainName(name)
    .split(/[·.\s]+/)
    .map(nameKey)
    .filter(Boolean);
  const spellings = parts.map((part, i) => (i === 0 ? spellFirst(part) : spellLater(part)));
  const letters = spellings.map((each) => each.letters);
  const initials = spellings.map((each, i) =>
    isSpelt(parts[i] ?? '') ? each.initials : each.initials.slice(0, 1),
  );
  return {
    pinyin: letters.map((_, i) => letters.slice(i).join('')).join('·'),
    initials: initials.join(''),
  };
}
