/** One JSON object a line. Routes are patterns, never addresses: no name, number, id or token gets into a log. */
export const log = (line: Record<string, string | number | null>): void => {
  console.log(JSON.stringify(line));
};
