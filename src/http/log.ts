/** One JSON object a line. Routes are patterns, never addresses: no name, number, id or token gets into a log. */
const ids = new WeakMap<Request, string>();

/** What the lines of one request have in common; made only for a request that leaves any. */
export const requestId = (request: Request): string => {
  const id = ids.get(request) ?? crypto.randomUUID();
  ids.set(request, id);
  return id;
};

export const log = (line: Record<string, string | number | null>): void => {
  console.log(JSON.stringify(line));
};
