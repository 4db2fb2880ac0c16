const text = new TextEncoder();

export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function fromBase64Url(encoded: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0),
  );
}

/** SHA-256 of bytes, as lower-case hex. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

/** SHA-256 of a text, as lower-case hex. */
export function sha256(input: string): Promise<string> {
  return sha256Of(text.encode(input) as Uint8Array<ArrayBuffer>);
}

/** A fresh secret of 256 bits for a session. */
export function newToken(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
}

/**
 * Equal without telling, by the time it takes, where the first difference is. Both are hashes of
 * equal length.
 */
export function sameHash(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

async function derive(secret: string, purpose: string): Promise<ArrayBuffer> {
  const master = await crypto.subtle.importKey('raw', text.encode(secret), 'HKDF', false, [
    'deriveBits',
  ]);
  const params = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: text.encode('songxing'),
    info: text.encode(purpose),
  };
  return crypto.subtle.deriveBits(params, master, 256);
}

const cache = new Map<string, Promise<CryptoKey>>();

function keyFor(
  secret: string,
  purpose: string,
  make: (bits: ArrayBuffer) => Promise<CryptoKey>,
): Promise<CryptoKey> {
  const name = `${purpose}\n${secret}`;
  const known = cache.get(name) ?? derive(secret, purpose).then(make);
  cache.set(name, known);
  return known;
}

/** An HMAC-SHA-256 key for one purpose, derived (HKDF) from the master secret. */
export function macKey(secret: string, purpose: string): Promise<CryptoKey> {
  return keyFor(secret, purpose, (bits) =>
    crypto.subtle.importKey('raw', bits, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
  );
}

/** An AES-256-GCM key for one purpose, derived (HKDF) from the master secret. */
export function cipherKey(secret: string, purpose: string): Promise<CryptoKey> {
  return keyFor(secret, purpose, (bits) =>
    crypto.subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt', 'decrypt']),
  );
}

export async function mac(key: CryptoKey, input: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', key, text.encode(input))));
}
