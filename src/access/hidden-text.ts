import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Short texts that give an ID number away: its last four digits, and the sex, which its seventeenth
 * digit tells. Kept encrypted in their columns (AES-256-GCM, `h1.` and base64url of nonce, tag and
 * text) and read like any other column. In one step and without waiting, because every row of a
 * list has some.
 */
const MARK = 'h1.';
const NONCE = 12;
const TAG = 16;

type Keys = { secret: string; text: Buffer; tag: Buffer };
let keys: Keys | undefined;

/**
 * Takes the station's secret in hand, from which the keys of hidden columns follow: the same for
 * everything that runs here.
 */
export function holdSecret(secret: string): void {
  if (keys?.secret === secret) return;
  const derived = (info: string) => Buffer.from(hkdfSync('sha256', secret, 'songxing', info, 32));
  keys = { secret, text: derived('hidden text 1'), tag: derived('last four') };
}

function held(): Keys {
  if (!keys) throw new Error('the secret is not in hand');
  return keys;
}

export function isHidden(stored: string): boolean {
  return stored.startsWith(MARK);
}

/** An empty text says nothing and stays as it is. */
export function hide(plain: string): string {
  if (plain === '') return plain;
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', held().text, nonce);
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return MARK + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/**
 * What was hidden; a text from before there was a key as it is. Throws when it was changed or the
 * secret is another one.
 */
export function reveal(stored: string): string {
  if (!isHidden(stored)) return stored;
  const bytes = Buffer.from(stored.slice(MARK.length), 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', held().text, bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString(
    'utf8',
  );
}

/** By what last four digits are found: a keyed hash, the same for the same digits. */
export function digitsTag(lastFour: string): string {
  return lastFour === ''
    ? ''
    : createHmac('sha256', held().tag).update(lastFour).digest('base64url').slice(0, 22);
}
