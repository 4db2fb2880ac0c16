import { cipherKey } from './keys.ts';

const KEY_VERSION = 1;
const NONCE = 12;

/** Encrypts a file with AES-256-GCM: one byte of version, the nonce, the ciphertext. */
export async function sealFile(
  secret: string,
  plain: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const key = await cipherKey(secret, `file ${KEY_VERSION}`);
  const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain);
  const sealed = new Uint8Array(1 + NONCE + body.byteLength);
  sealed[0] = KEY_VERSION;
  sealed.set(nonce, 1);
  sealed.set(new Uint8Array(body), 1 + NONCE);
  return sealed;
}

/** Decrypts what `sealFile` made. Throws when it was changed or the secret is another one. */
export async function openFile(
  secret: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const key = await cipherKey(secret, `file ${sealed[0] ?? 0}`);
  const iv = sealed.slice(1, 1 + NONCE);
  return new Uint8Array(
    await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed.slice(1 + NONCE)),
  );
}
