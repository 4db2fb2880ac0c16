/**
 * What a photo of a paper may be: JPEG or PNG, by its own bytes, whole, of a size that a phone's
 * camera makes.
 */
export const MAX_PHOTO_BYTES = 5 * 1024 * 1024;
export const MAX_PHOTO_SIDE = 9000;
/**
 * What a portrait on a roster may be: the phone makes it, and forty of them go over a slow line.
 */
export const MAX_PORTRAIT_BYTES = 40 * 1024;
export const MAX_PORTRAIT_SIDE = 400;

export type PhotoError =
  | 'photo_missing'
  | 'photo_too_big'
  | 'photo_type'
  | 'photo_truncated'
  | 'photo_dimensions';
export type PhotoType = 'image/jpeg' | 'image/png';
export type CleanPhoto = {
  type: PhotoType;
  bytes: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
};

function join(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
function uint32(bytes: Uint8Array, at: number): number {
  return uint16(bytes, at) * 65_536 + uint16(bytes, at + 2);
}

/** Frame headers hold the size (ITU-T T.81, table B.1); C4, C8 and CC are other segments. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
/**
 * Application data and comments say where, when and by whom; JFIF (E0) and Adobe's colours (EE) are
 * needed to show it.
 */
function tellsTooMuch(marker: number): boolean {
  return marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee);
}

/**
 * Where the compressed data of a scan ends: at the next marker that is no restart and no stuffed
 * byte.
 */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length - 1; at++) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7))
      return at;
  }
  return -1;
}

/** A JPEG without what was written into it beside the picture, up to its end and no further. */
function cleanJpeg(bytes: Uint8Array): CleanPhoto | { error: PhotoError } {
  const kept = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | null = null;
  for (let at = 2; at < bytes.length - 1;) {
    if (bytes[at] !== 0xff) return { error: 'photo_truncated' };
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) {
      kept.push(bytes.subarray(at, at + 2));
      return size
        ? { type: 'image/jpeg', bytes: join(kept), ...size }
        : { error: 'photo_truncated' };
    }
    const end = at + 2 + uint16(bytes, at + 2);
    if (end > bytes.length || end < at + 4) return { error: 'photo_truncated' };
    if (isFrame(marker)) size = { height: uint16(bytes, at + 5), width: uint16(bytes, at + 7) };
    if (!tellsTooMuch(marker)) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker !== 0xda) continue;
    const scanEnd = endOfScan(bytes, at);
    if (scanEnd < 0) return { error: 'photo_truncated' };
    kept.push(bytes.subarray(at, scanEnd));
    at = scanEnd;
  }
  return { error: 'photo_truncated' };
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Chunks that make the picture (PNG, third edition, ch. 11); all others are left out. */
const PNG_KEPT = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP']);

function cleanPng(bytes: Uint8Array): CleanPhoto | { error: PhotoError } {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + uint32(bytes, at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length || (at === 8 && name !== 'IHDR')) break;
    if (PNG_KEPT.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND')
      return {
        type: 'image/png',
        bytes: join(kept),
        width: uint32(bytes, 16),
        height: uint32(bytes, 20),
      };
    at = end;
  }
  return { error: 'photo_truncated' };
}

/**
 * Looks at a photo as it came and takes out all that is no picture: place, time and device (EXIF,
 * XMP, comments). The phone does so before; nobody relies on it.
 */
export function cleanPhoto(bytes: Uint8Array): CleanPhoto | { error: PhotoError } {
  if (bytes.length === 0) return { error: 'photo_missing' };
  if (bytes.length > MAX_PHOTO_BYTES) return { error: 'photo_too_big' };
  const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
  const isPng = PNG.every((byte, i) => bytes[i] === byte);
  if (!isJpeg && !isPng) return { error: 'photo_type' };
  const photo = isJpeg ? cleanJpeg(bytes) : cleanPng(bytes);
  if ('error' in photo) return photo;
  const fits = (side: number): boolean => side > 0 && side <= MAX_PHOTO_SIDE;
  return fits(photo.width) && fits(photo.height) ? photo : { error: 'photo_dimensions' };
}

/**
 * A portrait for rosters, as clean as any photo; null where there is none or it is too large to be
 * one.
 */
export function cleanPortrait(bytes: Uint8Array): CleanPhoto | null {
  if (bytes.length > MAX_PORTRAIT_BYTES) return null;
  const photo = cleanPhoto(bytes);
  return 'error' in photo || Math.max(photo.width, photo.height) > MAX_PORTRAIT_SIDE ? null : photo;
}
