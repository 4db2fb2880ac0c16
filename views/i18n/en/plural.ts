/** "1 person", "2 people"; of a detail that is neither number nor text, nothing. */
export function people(count: unknown): string {
  return (
    `${typeof count === 'number' || typeof count === 'string' ? count : ''} ` +
    (Number(count) === 1 ? 'person' : 'people')
  );
}
