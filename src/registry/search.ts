import { toPinyin } from './pinyin.ts';

/** How a typed search is understood; `pinyin` lets an officer's village index narrow a search by name. */
export type Search =
  | { by: 'all' }
  | { by: 'name'; prefix: string; pinyin: string }
  | { by: 'pinyin' | 'initials' | 'phone'; prefix: string };

/** Syllables have a vowel soon after the start; initials of a name are two to four consonants or single letters. */
const looksLikeInitials = (text: string): boolean => /^[a-z]{1,4}$/.test(text) && !/[aeiou]/.test(text.slice(1));

/** One box for all: Chinese characters, pinyin, initials, or the last four digits of a phone. */
export const readSearch = (typed: string): Search => {
  const text = typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, '').slice(0, 20);
  if (text === '') return { by: 'all' };
  const digits = /^\d{4,11}$/.exec(text);
  if (digits) return { by: 'phone', prefix: text.slice(-4) };
  if (/^[a-z]+$/.test(text)) return { by: looksLikeInitials(text) ? 'initials' : 'pinyin', prefix: text };
  return { by: 'name', prefix: text, pinyin: toPinyin(text).pinyin };
};
