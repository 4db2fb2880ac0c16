import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPhoto, MAX_PHOTO_BYTES } from '../../../src/pipeline/documents/photo-bytes.ts';
import { jpeg, jpegOf, jpegWithPlace, pngWithText } from '../../support/photos.ts';

function text(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
function clean(bytes: Uint8Array) {
  const photo = cleanPhoto(bytes);
  if ('error' in photo) throw new Error(photo.error);
  return photo;
}

describe('a photo of a paper', () => {
  it('is taken as it is where there is nothing in it but the picture', () => {
    expect(clean(jpeg())).toEqual({ type: 'image/jpeg', bytes: jpeg(), width: 8, height: 6 });
  });

  it('loses the place, the device, comments, and whatever hangs on behind its end', () => {
    const photo = clean(jpegWithPlace());
    expect(text(jpegWithPlace())).toContain('GPSLatitude');
    expect(photo.bytes).toEqual(jpeg());
    expect(text(clean(pngWithText()).bytes)).not.toContain('Lanzhou');
    expect(clean(pngWithText())).toMatchObject({ type: 'image/png', width: 8, height: 6 });
  });

  it.each([
    ['nothing', new Uint8Array(), 'photo_missing'],
    [
      'another kind of file under a photo’s name',
      Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d]),
      'photo_type',
    ],
    ['a script', new TextEncoder().encode('<svg onload="alert(1)"/>'), 'photo_type'],
    ['one byte too many', new Uint8Array(MAX_PHOTO_BYTES + 1), 'photo_too_big'],
    ['20,000 x 20,000 pixels', jpegOf(20_000, 20_000), 'photo_dimensions'],
    ['no pixels', jpegOf(0, 6), 'photo_dimensions'],
    ['half a photo', jpeg().subarray(0, 150), 'photo_truncated'],
    ['a photo without its last byte', jpeg().subarray(0, -1), 'photo_truncated'],
    ['half a PNG', pngWithText().subarray(0, 60), 'photo_truncated'],
  ])('is refused: %s', (_name, bytes, error) => {
    expect(cleanPhoto(bytes)).toEqual({ error });
  });

  it('is never made of what is cut off or changed at random, nor does that fail', () => {
    fc.assert(
      fc.property(
        fc.nat(jpegWithPlace().length - 1),
        fc.nat(255),
        fc.boolean(),
        (at, byte, cut) => {
          const bytes = jpegWithPlace();
          if (cut)
            return (
              'error' in cleanPhoto(bytes.subarray(0, Math.min(at, jpegWithPlace().length - 12)))
            );
          bytes[at] = byte;
          const photo = cleanPhoto(bytes);
          return 'error' in photo || (photo.bytes.length <= bytes.length && photo.width > 0);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
