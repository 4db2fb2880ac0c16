import { createContext, useContext } from 'hono/jsx';
import type { Refused } from '../../src/http/refused.ts';
import { format } from './format.ts';
import { type Lang, type Words, WORDS } from './words.ts';

/** Who reads the page: their language, its words and formats, and the present instant. */
export type Reader = {
  lang: Lang;
  t: Words;
  now: number;
  /** Whether the page is somebody else's, on which this reader does nothing: no form is shown. */
  readsOnly: boolean;
  /** The form for which this page is shown again, with what was typed in it. */
  refused: Refused | null;
  /** A key that no form has yet: what is sent twice under it is done once. */
  newKey: () => string;
} & ReturnType<typeof format>;

type Given = Partial<Pick<Reader, 'readsOnly' | 'refused' | 'newKey'>>;

/** Somebody who reads this language at this instant (epoch milliseconds). */
export function readerOf(lang: Lang, now: number, given: Given = {}): Reader {
  const { readsOnly = false, refused = null, newKey = () => '' } = given;
  return { lang, t: WORDS[lang], now, readsOnly, refused, newKey, ...format(lang, now) };
}

export const ReaderContext = createContext<Reader>(readerOf('zh', 0));
export function useReader(): Reader {
  return useContext(ReaderContext);
}

/**
 * The word for a code, or the code itself where a later version knows more codes than this page.
 */
export function named(words: Record<string, string>, code: string): string {
  return words[code] ?? code;
}
