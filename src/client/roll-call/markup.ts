import type { Child } from 'hono/jsx';

/**
 * What a view draws, as markup. Nothing in it waits for anything, and every text in it is escaped.
 */
export function markup(node: Child): string {
  // oxlint-disable-next-line typescript/no-base-to-string -- hono/jsx nodes render themselves
  return node === null ? '' : String(node);
}
