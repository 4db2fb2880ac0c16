import { asDigits, plainNumber } from '../text/look-alikes.ts';
import { type OtherIdentity, otherIdentity } from './other-identity.ts';
import type { Sex } from './worker.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';
/**
 * Province codes of GB/T 2260, and 9, with which the foreigners' permanent residence card of 2023
 * begins (GA/T 1186): 9, province, country, birth date, order, the same check digit. Counties are
 * not checked because abolished codes stay valid.
 */
const PROVINCES = new Set(
  [
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45',
    '46 50 51 52 53 54 61 62 63 64 65 71 81 82 83',
  ].flatMap((line) => line.split(' ')),
);
const FOREIGNER = /^9(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|7[1]|8[1-3])/;

export type IdNumberError =
  | 'id_length'
  | 'id_signs'
  | 'id_province'
  | 'id_birth_date'
  | 'id_birth_to_come'
  | 'id_check_digit'
  | OtherIdentity;
export type IdNumber = { number: string; bornOn: string; sex: Sex };

function isRealDay(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === day;
}

/** Check digit of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export function idCheckDigit(digits: string): string {
  return CHECK[WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11] ?? '';
}

/**
 * Reads a resident identity number (GB 11643-1999), a residence permit's or a foreigner's permanent
 * residence number: 18 characters, real birth date, right check digit. What stands between its
 * digits, and letters that only look like its own, do not matter; another kind of card is told by
 * its name. Whether the birth date is still to come (`id_birth_to_come`) only whoever knows the day
 * can tell.
 */
export function readIdNumber(typed: string): IdNumber | { error: IdNumberError } {
  const plain = plainNumber(typed);
  const number = plain.length === 18 ? asDigits(plain) : plain;
  if (!/^\d{17}[\dX]$/.test(number))
    return { error: otherIdentity(plain) ?? (plain.length === 18 ? 'id_signs' : 'id_length') };
  if (!PROVINCES.has(number.slice(0, 2)) && !FOREIGNER.test(number))
    return { error: 'id_province' };
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isRealDay(bornOn) || bornOn < '1900-01-01') return { error: 'id_birth_date' };
  if (idCheckDigit(number) !== number[17]) return { error: 'id_check_digit' };
  return { number, bornOn, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' };
}

/**
 * The 18 characters of an old 15-digit number (used until 2012): the century is put in, the check
 * digit added (GB 11643-1999, annex; Resident Identity Card Law art. 3). Null for anything else.
 */
export function fromOldNumber(typed: string): string | null {
  const plain = plainNumber(typed);
  const old = otherIdentity(plain) === null ? asDigits(plain) : plain;
  if (!/^\d{15}$/.test(old)) return null;
  const body = `${old.slice(0, 6)}19${old.slice(6)}`;
  return `${body}${idCheckDigit(body)}`;
}
