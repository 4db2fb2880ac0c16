/** "1 person", "2 people"; of a detail that is neither number nor text, nothing. */
export const people = (count: unknown): string =>
  `${typeof count === 'number' || typeof count === 'string' ? count : ''} ${Number(count) === 1 ? 'person' : 'people'}`;
