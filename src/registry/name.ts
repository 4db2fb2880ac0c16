import { SURNAMES } from './pinyin.lexicon.ts';
import { DASHES, narrow, plainText } from '../text/plain-text.ts';

/** Dots as people put them between the parts of a name, whatever they were made for. */
const DOT =
  String.raw`[.·•‧∙⋅・。●∘⚫˙․﹒｡･ㆍ\u{b0}\u{387}\u{16eb}\u{25e6}\u{22c6}\u{2e30}\u{2e31}` +
  String.raw`\u{2e33}\u{2e3c}\u{a78f}\u{119e}\u{10101}]`;
const DOTS = new RegExp(`\\s*(?:${DOT}\\s*)+`, 'gu');
const ENDS = /^·+|·+$/g;
export const HAN = /\p{Script=Han}/u;
const HAN_ONLY = /^\p{Script=Han}{2,}$/u;
/**
 * Names of this many characters and more are written in parts; a space in a shorter one is there
 * for looks.
 */
const IN_PARTS = 5;

function joined(parts: string[]): string {
  const isInParts =
    parts.every((part) => HAN_ONLY.test(part)) &&
    parts.join('').length >= IN_PARTS &&
    !((parts[0] ?? '') in SURNAMES);
  return parts.join(isInParts ? '·' : '');
}

/**
 * A name in the one form that is kept: `·` (U+00B7) between the parts of a name in Chinese
 * characters, whichever dot or space was written there; none where a short name was only spaced for
 * looks. Names in letters keep their spaces and dots.
 */
export function plainName(typed: string): string {
  const text = plainText(typed);
  if (!HAN.test(text)) return text;
  return text
    .replace(DOTS, '·')
    .replace(ENDS, '')
    .split('·')
    .map((part) => joined(part.split(' ')))
    .join('·');
}

/** What tells names apart when they are looked for: no dots, spaces or dashes, small letters. */
export function nameKey(typed: string): string {
  return narrow(typed)
    .toLowerCase()
    .replace(/[\s'’`"\\]/g, '')
    .replaceAll(DASHES, '')
    .replaceAll(new RegExp(DOT, 'gu'), '');
}

/** The parts of a name that is written in parts, as `nameKey` compares them. */
export function nameParts(typed: string): string[] {
  return plainName(typed)
    .split(/[·.\s]+/)
    .map(nameKey)
    .filter(Boolean);
}

/**
 * Whether a name, or a later part of it, begins with what is looked for (both as `nameKey` compares
 * them).
 */
export function nameBegins(name: string, wanted: string): boolean {
  const parts = nameParts(name);
  return parts.some((_, i) => parts.slice(i).join('').startsWith(wanted));
}
