/** What the square on a card says. */
export const cardText = (code: string): string => `songxing:${code}`;

/** The eight digits in what was typed or scanned; null where it is no card of ours. */
export const readCard = (text: string): string | null => /^(?:songxing:)?(\d{8})$/.exec(text.trim())?.[1] ?? null;
