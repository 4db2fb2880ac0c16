import { LETTER, NO_NAME } from './name.lexicon.ts';
import { plainName, nameKey, HAN } from './name.ts';

/** Marks over letters, and what stands between the parts of a name. */
const IN_NAMES = /[\p{M}· ]/u;

const LONGEST_HAN = 20;

const LONGEST_PART = 12;

/**
 * `impossible`: nobody is called so. `doubtful`: somebody may be, but rarely. Null where nothing is
 * odd about a name.
 */
export type NameDoubt = 'impossible' | 'doubtful' | null;

/** How far what stands for a name can be one: a sum, a blank's filling, digits or signs cannot. */
export function nameDoubt(typed: string): NameDoubt {
  const name = plainName(typed);
  const key = nameKey(name);
  if (NO_NAME.test(key) || /\d/.test(name) || !LETTER.test(name)) return 'impossible';
  const letters = [...key];
  if (letters.length === 1 || name.length > 30) return 'doubtful';
  if (!HAN.test(name)) return null;
  if ([...name].some((sign) => !(LETTER.test(sign) || IN_NAMES.test(sign)))) return 'doubtful';
  const longest = Math.max(...name.split('·').map((part) => part.length));
  return letters.length > LONGEST_HAN || (!name.includes('·') && longest > LONGEST_PART)
    ? 'doubtful'
    : null;
}
