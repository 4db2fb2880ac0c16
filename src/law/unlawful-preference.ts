import { UNLAWFUL_PREFERENCES } from './unlawful-preference.lexicon.ts';

/**
 * Whether a text states a preference by sex, marriage or childbearing (Law on the Protection of
 * Women's Rights, art. 43).
 */
export function statesUnlawfulPreference(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s·.,,、。-]+/g, (gap) => (/\s/.test(gap) ? ' ' : ''));
  const dense = plain.replaceAll(' ', '');
  return UNLAWFUL_PREFERENCES.some((pattern) => pattern.test(dense) || pattern.test(plain));
}
