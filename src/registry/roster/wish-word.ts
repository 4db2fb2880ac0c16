import { narrow } from '../../text/plain-text.ts';
import type { Availability } from '../worker.ts';
import type { Answers } from './answers.ts';
import { AVAILABILITY_WORDS, WISH_UNSAID, YES_OR_NO } from './roster.lexicon.ts';

/** A word of the column of wishes, as words are compared there. */
export function wishKey(text: string): string {
  return narrow(text)
    .toLowerCase()
    .replace(/[。.!、,]+$/, '');
}

export function isYesOrNo(text: string): boolean {
  return YES_OR_NO.test(wishKey(text));
}

/**
 * What a cell says of going: null where it says nothing; `asked` where only the station can tell
 * what it means.
 */
export type WishReading = { availability: Availability | null; open: 'asked' | 'unknown' | null };

export function readWishWord(text: string, answers: Answers): WishReading {
  const word = wishKey(text);
  if (WISH_UNSAID.test(word)) return { availability: null, open: null };
  const answer = answers.wishes?.[word];
  if (answer !== undefined)
    return { availability: answer === 'unsaid' ? null : answer, open: null };
  if (isYesOrNo(word)) return { availability: null, open: 'asked' };
  const availability = AVAILABILITY_WORDS.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
  return { availability, open: availability === null ? 'unknown' : null };
}
