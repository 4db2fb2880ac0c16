import { mac, macKey, sameHash } from './keys.ts';

/**
 * What is printed on paper and typed or scanned later. Each is made of a row's id with a key that
 * is not in the database, so nothing is kept of it, and nobody can guess another one's from the ids
 * in addresses.
 */
const PRINTED = {
  /** The digits on a worker's card, for the roll call. */
  card: { purpose: 'card code', digits: 8 },
  /** The digits on the escorts' roster, with which another phone takes over. */
  takeoverPin: { purpose: 'takeover pin', digits: 6 },
} as const;

/** So many digits that stand on paper for a row. */
export async function printedDigits(
  secret: string,
  kind: keyof typeof PRINTED,
  id: string,
): Promise<string> {
  const { purpose, digits } = PRINTED[kind];
  let number = 0;
  for (const char of await mac(await macKey(secret, purpose), id))
    number = (number * 31 + char.charCodeAt(0)) % 10 ** digits;
  return String(number).padStart(digits, '0');
}

/**
 * The 256 bits in the square on the escorts' roster. Whoever photographs it alone still lacks the
 * digits.
 */
export async function takeoverToken(secret: string, escortId: string): Promise<string> {
  return mac(await macKey(secret, 'takeover'), escortId);
}

export async function isTakeoverToken(
  secret: string,
  escortId: string,
  token: string,
): Promise<boolean> {
  return sameHash(await takeoverToken(secret, escortId), token);
}
