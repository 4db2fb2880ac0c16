import { zh } from './zh/words.ts';
import { en } from './en/words.ts';

export const LANGS = ['zh', 'en'] as const;
export type Lang = (typeof LANGS)[number];

/**
 * The shape of a dictionary: Chinese is the source, every other language must have exactly its
 * keys.
 */
export type Words = Widen<typeof zh>;
type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { [K in keyof T]: Widen<T[K]> };

export const WORDS: Record<Lang, Words> = { zh, en };
