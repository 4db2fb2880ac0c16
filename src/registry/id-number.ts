import type { Sex } from './worker.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';
/** Province codes of GB/T 2260; counties are not checked because abolished codes stay valid on cards. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);

export type IdNumberError = 'id_length' | 'id_province' | 'id_birth_date' | 'id_check_digit';
export type IdNumber = { number: string; bornOn: string; sex: Sex };

const isRealDay = (day: string): boolean => {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === day;
};

/** Check digit of the first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
export const idCheckDigit = (digits: string): string =>
  CHECK[WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11] ?? '';

/** Reads a resident identity number (GB 11643-1999): 18 characters, real birth date, right check digit. */
export const readIdNumber = (typed: string): IdNumber | { error: IdNumberError } => {
  const number = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (!/^\d{17}[\dX]$/.test(number)) return { error: 'id_length' };
  if (!PROVINCES.has(number.slice(0, 2))) return { error: 'id_province' };
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isRealDay(bornOn) || bornOn < '1900-01-01') return { error: 'id_birth_date' };
  if (idCheckDigit(number) !== number[17]) return { error: 'id_check_digit' };
  return { number, bornOn, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' };
};

/**
 * The 18 characters of an old 15-digit number (used until 2012): the century is put in, the check digit added
 * (GB 11643-1999, annex; Resident Identity Card Law art. 3). Null for anything else.
 */
export const fromOldNumber = (typed: string): string | null => {
  const old = typed.normalize('NFKC').replace(/\s/g, '');
  if (!/^\d{15}$/.test(old)) return null;
  const body = `${old.slice(0, 6)}19${old.slice(6)}`;
  return `${body}${idCheckDigit(body)}`;
};
