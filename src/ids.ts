import { encodeTime, monotonicFactory } from 'ulid';

const drawn = new Uint8Array(256);
let left = 0;

/**
 * A random fraction in [0, 1). Drawn a few hundred bytes at a time: asked for singly, they cost
 * more than the id.
 */
function random(): number {
  if (left === 0) left = crypto.getRandomValues(drawn).length;
  left -= 1;
  return (drawn[left] ?? 0) / 256;
}

/** A new row id: sortable by time, unique without asking the database, and no secret. */
export const newId: (at?: number) => string = monotonicFactory(random);

/** How ids begin that were made at an instant: whatever is smaller was made before. */
export function idTime(at: number): string {
  return encodeTime(Math.max(0, at), 10);
}

const ULID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** Client-made keys and ids in addresses must look like a ULID before they reach the database. */
export function looksLikeId(text: string): boolean {
  return ULID.test(text);
}
