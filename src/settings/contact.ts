/**
 * A piece of a station's contact as somebody typed it; `dial` where it is a number that a phone can
 * call.
 */
export type ContactPart = { text: string; dial: string | null };

const GAP = '[ \\-－–—]?';
function digits(least: number, most = least): string {
  return `\\d(?:${GAP}\\d){${least - 1},${most - 1}}`;
}

/**
 * Mobile, 400 and 800, landline with its area, landline of the town, short service numbers: the
 * longer forms first.
 */
const NUMBERS = new RegExp(
  `(?<!\\d)(?:1[3-9]${GAP}${digits(9)}|[48]00${GAP}${digits(7)}|0\\d{2,3}${GAP}${digits(7, 8)}` +
    `|[2-9]${GAP}${digits(6, 7)}|1\\d{4})(?!\\d)`,
  'gu',
);

/**
 * Splits a contact such as "Zhou, 0935-1234567 or 139 0000 0002" into its words and the numbers in
 * it.
 */
export function contactParts(contact: string): ContactPart[] {
  const parts: ContactPart[] = [];
  let from = 0;
  for (const found of contact.matchAll(NUMBERS)) {
    const [number] = found;
    if (found.index > from) parts.push({ text: contact.slice(from, found.index), dial: null });
    parts.push({ text: number, dial: number.replaceAll(/\D/g, '') });
    from = found.index + number.length;
  }
  if (from < contact.length) parts.push({ text: contact.slice(from), dial: null });
  return parts;
}
