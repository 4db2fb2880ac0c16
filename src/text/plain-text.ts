/**
 * What nobody sees in a text: format marks, joiners, direction marks, soft hyphens, variation
 * selectors, fillers (all that Unicode calls "default ignorable"), control characters, halves of a
 * character, and the mark of a lost one.
 */
const UNSEEN =
  /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cs}\u{fffd}]|(?![\t\n\v\f\r\u0085])\p{Cc}/gu;
/** Spaces of every width; a blank braille cell and an empty music line look like one. */
const SPACE = /[^\S\n]|[\u2800\u{1d159}]/gu;
/** Punctuation of Chinese prose, which is as wide as it should be. */
const PROSE = /[^，：；！？（）…]+/g;

/**
 * A text as it is kept, its lines kept too: nothing invisible in it, letters and digits of one
 * width, plain spaces.
 */
export function plainLines(typed: string): string {
  return typed
    .replace(UNSEEN, '')
    .replace(PROSE, (part) => part.normalize('NFKC'))
    .replace(UNSEEN, '')
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(SPACE, ' ')
    .trim();
}

/** A text of one line as it is kept: as `plainLines`, and with one space wherever there is any. */
export function plainText(typed: string): string {
  return plainLines(typed).replace(/\s+/g, ' ');
}

/**
 * A text for comparing and for reading numbers in it: as `plainText`, with punctuation of one width
 * too.
 */
export function narrow(typed: string): string {
  return plainText(plainLines(typed).normalize('NFKC'));
}

/** Dashes and minus signs of every length. */
export const DASHES = new RegExp(
  String.raw`[-\u00ad\u058a\u05be\u2010-\u2015\u2043\u207b\u208b\u2212\u23af\u2500\u2501\u2e3a` +
    String.raw`\u2e3b\u301c\u3030\u30fc\ufe58\ufe63\uff0d~]`,
  'g',
);
