import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encode } from 'uqr';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = readFileSync(
  path.resolve(import.meta.dirname, '../../node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'),
);
prepareZXingModule({
  overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) },
});

/** What the squares on a picture (PNG) say, by a reader that shares nothing with what drew them. */
export async function squaresOn(png: Buffer): Promise<string[]> {
  return (
    await readBarcodes(new Uint8Array(png), {
      formats: ['QRCode'],
      maxNumberOfSymbols: 60,
      tryHarder: true,
    })
  ).map(({ text }) => text);
}

const WIDTH = 640;
const HEIGHT = 480;

/** Moving pictures (YUV4MPEG2) of a square that lies still, for a camera to look at. */
export function filmOf(text: string, file: string): string {
  const { data, size } = encode(text, { ecc: 'L', border: 3 });
  const scale = Math.floor(HEIGHT / size);
  const luma = Buffer.alloc(WIDTH * HEIGHT, 235);
  const [left, top] = [
    Math.floor((WIDTH - size * scale) / 2),
    Math.floor((HEIGHT - size * scale) / 2),
  ];
  data.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (!isDark) return;
      for (let line = 0; line < scale; line++) {
        const from = (top + y * scale + line) * WIDTH + left + x * scale;
        luma.fill(16, from, from + scale);
      }
    }),
  );
  const frame = Buffer.concat([
    Buffer.from('FRAME\n'),
    luma,
    Buffer.alloc((WIDTH * HEIGHT) / 2, 128),
  ]);
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([header, ...Array.from({ length: 5 }, () => frame)]));
  return file;
}
