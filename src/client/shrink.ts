const LONGEST_SIDE = 1600;
/** Of a portrait on a roster. */
export const PORTRAIT_SIDE = 240;

/**
 * A photo made small, turned upright and without anything but the picture; as it is where the phone
 * cannot.
 */
export async function shrink(file: File, longest = LONGEST_SIDE): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => {
      canvas.toBlob(
        (blob) => {
          resolve(blob ?? file);
        },
        'image/jpeg',
        0.82,
      );
    });
  } catch {
    return file;
  }
}
