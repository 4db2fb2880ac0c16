/** Pictures as bytes, made by hand so that every byte of them is known. */

/** A grey JPEG of 8 x 6 pixels. */
const GREY =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAAGAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AJ//Z';

export function jpeg(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(GREY), (char) => char.charCodeAt(0));
}

function ascii(text: string): number[] {
  return [...text].map((char) => char.charCodeAt(0));
}

/** A segment of a JPEG: its marker, its length, what it holds. */
function segment(marker: number, body: number[]): number[] {
  return [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body];
}

/**
 * The same picture as a phone writes it: where it was taken (EXIF with GPS), with what, a comment,
 * and something after its end.
 */
export function jpegWithPlace(): Uint8Array<ArrayBuffer> {
  const bytes = jpeg();
  return Uint8Array.from([
    ...bytes.subarray(0, 2),
    ...segment(0xe1, [...ascii('Exif\0\0GPSLatitude 36.06 N GPSLongitude 103.83 E')]),
    ...segment(0xfe, ascii('HUAWEI P40')),
    ...bytes.subarray(2),
    ...ascii('MotionPhoto'),
  ]);
}

/** The same picture that claims another size. */
export function jpegOf(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = jpeg();
  const frame = bytes.findIndex((byte, i) => byte === 0xff && bytes[i + 1] === 0xc0);
  bytes.set([height >> 8, height & 255, width >> 8, width & 255], frame + 5);
  return bytes;
}

function chunk(name: string, body: number[]): number[] {
  return [0, 0, body.length >> 8, body.length & 255, ...ascii(name), ...body, 0, 0, 0, 0];
}

/** A PNG (its checksums are not looked at) with a text that says where it was taken. */
export function pngWithText(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    ...chunk('IHDR', [0, 0, 0, 8, 0, 0, 0, 6, 8, 0, 0, 0, 0]),
    ...chunk('tEXt', ascii('Location\0Lanzhou')),
    ...chunk('IDAT', [1, 2, 3]),
    ...chunk('IEND', []),
  ]);
}
