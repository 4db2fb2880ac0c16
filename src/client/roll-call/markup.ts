import type { Child } from 'hono/jsx';

/**
 * What a view draws, as markup. Nothing in it waits for anything, and every text in it is escaped.
 */
// oxlint-disable-next-line typescript/no-base-to-string -- the nodes of hono/jsx render themselves
export function markup(node: Child): string {
  return node === null ? '' : String(node);
}
