import { narrow } from './plain-text.ts';

/** Letters and signs that are typed, or read by a camera, for the X at the end of an ID number. */
const X = /[×✕✖✗✘╳⨯⨉хХχΧⅹⅩ*＊xX]$/;
/** Spaces, dots and dashes between digits, and words and brackets around them. */
const BETWEEN = /[\s.·•,、_'’`"“”:()[\]【】<>-]|[\u2010-\u2015\u2212\u2500]|\p{Script=Han}/gu;

/** Letters of other alphabets that look like Latin capitals. */
const CAPITALS: Record<string, string> = Object.fromEntries(
  'АA ВB ЕE КK МM НH ОO РP СC ТT ХX УY ІI ЅS ЈJ ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX'
    .split(' ')
    .map((pair) => [pair[0] ?? '', pair[1] ?? '']),
);
/** Letters that are typed for a digit, where only digits can be. */
const DIGITS: Record<string, string> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  '|': '1',
  '!': '1',
  Z: '2',
  S: '5',
  B: '8',
};

/** A number without what stands between its digits, in Latin capitals. */
export function plainNumber(typed: string): string {
  return [
    ...narrow(typed.replace(/[×✕✖✗✘╳⨯⨉]/g, 'X'))
      .replace(BETWEEN, '')
      .toUpperCase(),
  ]
    .map((sign) => CAPITALS[sign] ?? sign)
    .join('')
    .replace(X, 'X');
}

/**
 * A number of digits in which letters were typed for some of them; as it is where it holds anything
 * else as well.
 */
export function asDigits(number: string): string {
  const read = [...number].map((sign) => DIGITS[sign] ?? sign).join('');
  return /^\d+X?$/.test(read) ? read : number;
}
