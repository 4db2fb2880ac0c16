import { asDigits } from './look-alikes.ts';
import { DASHES, narrow } from './plain-text.ts';

const COUNTRY = /^(\+|00)?\(?86\)?(?=1\d{10}$)/;

/**
 * A mobile number that stands somewhere in a text: eleven digits in a row, or in groups with one
 * space, dot or dash between, with or without +86 before them, and no digit of something longer on
 * either side.
 */
const MOBILE =
  /(?<![\d])(?:(?:\+|00)?\(?86\)?[ .·-]{0,2}|0(?=1[3-9]))?(1[3-9]\d(?:[ .·-]?\d){8})(?!\d)/g;

function plain(typed: string): string {
  return narrow(typed.replace(/\n/g, ' / '))
    .replaceAll(DASHES, '-')
    .replaceAll(/[·•‧∙⋅・]/g, '.')
    .replaceAll(/\s*([-.])\s*/g, '$1');
}

/**
 * A mainland mobile number as 11 digits, without spaces, dashes, dots and +86; null when it is
 * none.
 */
export function readMobile(typed: string): string | null {
  const digits = asDigits(
    plain(typed)
      .replaceAll(/[\s.()[\]'_-]|\p{Script=Han}|[:/]/gu, '')
      .replace(/^\+/, '00')
      .toUpperCase(),
  ).replace(COUNTRY, '');
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null;
}

/** The mobile numbers in a text, in their order, each once. */
export function mobilesIn(typed: string): string[] {
  return [
    ...new Set(
      [...plain(typed).matchAll(MOBILE)].map(([, digits = '']) => digits.replaceAll(/\D/g, '')),
    ),
  ];
}

export type PhoneError = 'bad_mobile' | 'phone_landline';
/** A phone as a list has it: the number that counts, and whether there was another beside it. */
export type ListedPhone = { number: string; isOneOfSeveral: boolean };

const LANDLINE = /^\(?0\d{2,3}\)?[\s-]?\d{7,8}|^[2-8]\d{6,7}$/;

/**
 * The mobile number in a cell of a list: the first one where there are several, without its
 * extension. Lists write it every way; a landline is told apart because links and messages cannot
 * reach it.
 */
export function readListedPhone(text: string): ListedPhone | null | { error: PhoneError } {
  const typed = plain(text);
  if (typed === '') return null;
  const [first, second] = mobilesIn(typed);
  const number = first ?? readMobile(typed.replace(/\.0+$/, ''));
  if (number) return { number, isOneOfSeveral: second !== undefined };
  return { error: LANDLINE.test(typed) ? 'phone_landline' : 'bad_mobile' };
}
