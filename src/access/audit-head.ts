import { fromBase64Url } from './keys.ts';

const MARK_BYTES = 6;

/**
 * A seal short enough to be written down and compared: its first 48 bits as three groups of four
 * hexadecimal digits.
 */
export function markOf(seal: string): string {
  const bytes = fromBase64Url(seal.slice(seal.indexOf('.') + 1)).slice(0, MARK_BYTES);
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return (digits.match(/.{4}/g) ?? []).join(' ');
}

/**
 * The newest seal as the leaders were told it on a day; `seal` is what stands in its place now,
 * null where nothing does.
 */
export type HeadTold = { day: string; lastSeq: number; mark: string; seal: string | null };

/** Whether the chain still runs through what was told: not cut off before it, nor made anew. */
export function isInChain({ mark, seal }: HeadTold): boolean {
  return seal !== null && markOf(seal) === mark;
}
