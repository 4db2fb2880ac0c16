import {
  FORBIDDEN_TERMS,
  FORBIDDEN_WORDS,
  TRADITIONAL_FORMS,
  LABORATORY_VALUE,
} from './forbidden-health.lexicon.ts';

/**
 * Folds width, case, accents and tone marks. Traditional width forms and circled letters become
 * plain ones.
 */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('β', 'b')
    .replace(/\p{Script=Han}/gu, (form) => TRADITIONAL_FORMS[form] ?? form);
}

/** Without spaces, punctuation and signs, so that spelling a term apart does not smuggle it in. */
function dense(text: string): string {
  return plain(text).replace(/[\s\p{P}\p{S}\p{Cf}]/gu, '');
}

const SEPARATOR = String.raw`[^\p{L}\p{N}]*`;

/**
 * A word with anything but letters and digits between its letters, and no letter before or after
 * it.
 */
function spaced(word: string): RegExp {
  // No other word begins with an abbreviation of the virus, so that whatever follows it does not
  // hide it.
  return new RegExp(
    `(?<![a-z])${[...word].join(SEPARATOR)}${word.startsWith('hb') ? '' : '(?![a-z])'}`,
    'u',
  );
}

const WORDS = FORBIDDEN_WORDS.map(spaced);

/**
 * Whether a remark names a hepatitis-B or pregnancy result or a laboratory value, which nobody here
 * may ask for or write down.
 */
export function namesForbiddenHealth(text: string): boolean {
  if (text === '') return false;
  const term = dense(text);
  const letters = plain(text);
  return (
    FORBIDDEN_TERMS.some((each) => each.test(term)) ||
    WORDS.some((each) => each.test(letters)) ||
    LABORATORY_VALUE.test(letters)
  );
}
