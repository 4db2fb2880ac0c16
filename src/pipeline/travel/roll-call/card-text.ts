/** What the square on a card says. */
export function cardText(code: string): string {
  return `songxing:${code}`;
}

/**
 * The eight digits in what was typed or scanned; null where it is no card of ours. Typed as the
 * card prints them, in two groups, with a hyphen, or by a Chinese keyboard in full width: only the
 * digits count.
 */
export function readCard(text: string): string | null {
  const plain = text.normalize('NFKC').replaceAll(/[\s\p{Pd}\p{Cf}\p{Po}·]/gu, '');
  return /^(?:songxing)?(\d{8})$/i.exec(plain)?.[1] ?? null;
}
