import { cipherKey, fromBase64Url, mac, macKey, toBase64Url } from './keys.ts';

/**
 * Raised when the master secret is replaced; older versions stay readable as long as their key is
 * derivable.
 */
const KEY_VERSION = 1;

/** Encrypts one field with AES-256-GCM: `version.nonce.ciphertext`, a fresh nonce each time. */
export async function encryptField(secret: string, plain: string): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const key = await cipherKey(secret, `field ${KEY_VERSION}`);
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce },
    key,
    new TextEncoder().encode(plain),
  );
  return `${KEY_VERSION}.${toBase64Url(nonce)}.${toBase64Url(new Uint8Array(sealed))}`;
}

/**
 * Decrypts what `encryptField` made. Throws when the text was changed or the secret is another one.
 */
export async function decryptField(secret: string, sealed: string): Promise<string> {
  const [version = '', nonce = '', body = ''] = sealed.split('.');
  const key = await cipherKey(secret, `field ${Number(version)}`);
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: fromBase64Url(nonce) },
    key,
    fromBase64Url(body),
  );
  return new TextDecoder().decode(plain);
}

/** A keyed hash by which an ID number can be found and kept unique without being readable. */
export async function blindIndex(secret: string, plain: string): Promise<string> {
  return mac(await macKey(secret, 'blind index'), plain);
}
