import { narrow } from '../plain-text.ts';
import type { Availability } from '../worker.ts';
import type { Answers } from './answers.ts';
import { AVAILABILITY_WORDS } from './roster.lexicon.ts';

/** A yes or a no. Of what, only the heading's author knows: "no" may mean that somebody stays, or is not away. */
const YES_OR_NO = /^(是|否|不是|有|无|没有|对|不|不对|要|不要|[√✓✔☑vo○〇]|[×✕✖✗✘╳xх]|1|0|y|n|yes|no|t|f|true|false)$/i;
const UNSAID = /^(|暂无|none|n\/?a|[-/\\]+)$/i;

/** A word of the column of wishes, as words are compared there. */
export const wishKey = (text: string): string =>
  narrow(text)
    .toLowerCase()
    .replace(/[。.!、,]+$/, '');

export const isYesOrNo = (text: string): boolean => YES_OR_NO.test(wishKey(text));

/** What a cell says of going: null where it says nothing; `asked` where only the station can tell what it means. */
export type WishReading = { availability: Availability | null; open: 'asked' | 'unknown' | null };

export const readWishWord = (text: string, answers: Answers): WishReading => {
  const word = wishKey(text);
  if (UNSAID.test(word)) return { availability: null, open: null };
  const answer = answers.wishes?.[word];
  if (answer !== undefined) return { availability: answer === 'unsaid' ? null : answer, open: null };
  if (isYesOrNo(word)) return { availability: null, open: 'asked' };
  const availability = AVAILABILITY_WORDS.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
  return { availability, open: availability === null ? 'unknown' : null };
};
