/**
 * One JSON object a line. Routes are patterns, never addresses: no name, number, id or token gets
 * into a log.
 */
const ids = new WeakMap<Request, string>();

/** What the lines of one request have in common; made only for a request that leaves any. */
export function requestId(request: Request): string {
  const id = ids.get(request) ?? crypto.randomUUID();
  ids.set(request, id);
  return id;
}

export function log(line: Record<string, string | number | null>): void {
  console.log(JSON.stringify(line));
}

/**
 * What SQLite and the platform call a failure: codes and names of tables and columns, never a
 * value.
 */
const KNOWN = new RegExp(
  [
    /SQLITE_[A-Z_]+/,
    /(?:UNIQUE|NOT NULL|FOREIGN KEY|CHECK) constraint failed(?:: [a-z_.]+)?/,
    /no such (?:table|column): \w+/,
    /database or disk is full/,
    /disk I\/O error/,
    /database is locked/,
    /attempt to write a readonly database/,
    /too many SQL variables/,
    /D1_[A-Z_]+/,
    /OperationError/,
    /Exceeded [a-z ]+ limit/,
    /Network connection lost/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);
const PLACES = 4;
/** `at name (file:line:column)`, or `at file:line:column` where the function has no name. */
const PLACE = new RegExp(
  [
    /at (?:async )?([\w$.<>]+) \([^)]*?([\w.-]+:\d+:\d+)\)/,
    /at (?:async )?[^\n]*?([\w.-]+\.[cm]?[jt]sx?:\d+:\d+)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/**
 * Where a failure came from: functions of ours and their lines, without a word of what it was
 * about.
 */
function placesIn(stack: string): string {
  return [...stack.matchAll(PLACE)]
    .slice(0, PLACES)
    .map(([, name, at, alone]) => (name ? `${name} ${at}` : (alone ?? '')))
    .join(' < ');
}

/**
 * What failed, as an operator needs it: the kind of error, what the database calls it, and where. A
 * message may quote what somebody typed, so nothing of it is told that is not known to be harmless.
 */
export function failureOf(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const texts = [error.message, error.cause instanceof Error ? error.cause.message : ''].join(' ');
  const known = [...new Set([...texts.matchAll(KNOWN)].map(([text]) => text))];
  const where = placesIn(error.stack ?? '');
  return {
    error: error.name,
    ...(known.length > 0 ? { what: known.join('; ') } : {}),
    ...(where ? { where } : {}),
  };
}
