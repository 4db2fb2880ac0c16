/**
 * Squares as pictures. Loaded when the page stands and the line is idle, so that it is at hand
 * where there is none.
 */
import { encode } from 'uqr';

/** A text as a square on a canvas, black on white. */
export function draw(canvas: HTMLCanvasElement, text: string): void {
  const { data, size } = encode(text, { ecc: 'L', border: 3 });
  const scale = Math.max(3, Math.floor(320 / size));
  canvas.width = size * scale;
  canvas.height = size * scale;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  data.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (isDark) pen.fillRect(x * scale, y * scale, scale, scale);
    }),
  );
}
