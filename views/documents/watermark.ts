function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * A picture as SVG with a text written across it again and again: whoever keeps the file keeps the
 * name of who looked.
 * @param picture the picture as a data address
 * @param size in pixels
 */
export function watermarked(
  picture: string,
  { width, height }: { width: number; height: number },
  text: string,
): string {
  const unit = Math.max(width, height) / 18;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ` +
      `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<image href="${picture}" width="${width}" height="${height}"/>`,
    `<pattern id="mark" patternUnits="userSpaceOnUse" ` +
      `width="${unit * 12}" height="${unit * 3}" patternTransform="rotate(-28)">`,
    `<text x="0" y="${unit}" font-size="${unit * 0.8}" font-family="sans-serif" fill="#fff" ` +
      `stroke="#000" stroke-width="${unit / 40}" opacity="0.45">${escaped(text)}</text>`,
    '</pattern>',
    `<rect width="${width}" height="${height}" fill="url(#mark)"/>`,
    '</svg>',
  ].join('');
}
