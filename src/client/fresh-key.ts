/** Random text of so many of these characters. */
export function drawn(length: number, digits: string): string {
  return [...crypto.getRandomValues(new Uint8Array(length))]
    .map((byte) => digits[byte % digits.length] ?? '')
    .join('');
}

/** A fresh key in the shape of the server's own. */
export function freshKey(): string {
  return `01${drawn(24, '0123456789ABCDEFGHJKMNPQRSTVWXYZ')}`;
}
