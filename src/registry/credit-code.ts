const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Check character of the first 17 of a unified social credit code (GB 32100-2015, modulus 31). */
export function creditCheckDigit(body: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, i) => total + weight * ALPHABET.indexOf(body[i] ?? ''),
    0,
  );
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '';
}

/**
 * Whether a text is a unified social credit code (GB 32100-2015): 18 characters without I, O, S, V,
 * Z, and the right check.
 */
export function isCreditCode(typed: string): boolean {
  const code = typed.normalize('NFKC').trim().toUpperCase();
  return /^[0-9A-HJ-NP-RTUW-Y]{18}$/.test(code) && creditCheckDigit(code.slice(0, 17)) === code[17];
}
