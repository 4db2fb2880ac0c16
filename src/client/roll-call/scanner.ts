/**
 * The reader of squares for phones that have none of their own. Loaded only when somebody wants to
 * scan.
 */
import '../ponyfills.ts';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** @param wasm the address of the reader's bytecode, which is served from here */
export function readerFrom(wasm: string): (canvas: HTMLCanvasElement) => Promise<string[]> {
  prepareZXingModule({ overrides: { locateFile: () => wasm } });
  return async (canvas) => {
    const picture = canvas
      .getContext('2d', { willReadFrequently: true })
      ?.getImageData(0, 0, canvas.width, canvas.height);
    if (!picture) return [];
    return (await readBarcodes(picture, { formats: ['QRCode'] })).map(({ text }) => text);
  };
}
