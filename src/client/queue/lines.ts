import { words } from './bar.ts';
import type { Entry } from './entries.ts';

function queued(): HTMLFormElement[] {
  return [...document.querySelectorAll<HTMLFormElement>('form[data-queue]')];
}

/**
 * The line of the list that a form stands in, found again by its address after the list was
 * redrawn.
 */
function formsTo(to: string): HTMLFormElement[] {
  return queued().filter((form) => form.getAttribute('action') === to);
}

/**
 * The link in an address. A new one may have taken its place since: what was tapped under the old
 * one is sent under the new.
 */
const LINK = /^\/c\/[^/]+/;
export function addressNow(to: string): string {
  const tail = to.replace(LINK, '');
  if (tail === to || formsTo(to).length > 0) return to;
  const form = queued().find((each) => each.getAttribute('action')?.replace(LINK, '') === tail);
  return form?.getAttribute('action') ?? to;
}

function lineOf(to: string): Element | null {
  return formsTo(to)[0]?.closest('li') ?? null;
}

/** Shows on each line what was said of it and has not been sent. */
export function markLines(entries: readonly Entry[]): void {
  for (const old of document.querySelectorAll('[data-pending]'))
    old.removeAttribute('data-pending');
  for (const { to, said } of entries)
    lineOf(addressNow(to))?.setAttribute('data-pending', `${said} · ${words('mark')}`);
}

let redrawn = 0;
/**
 * How often a line was drawn anew: what was asked before, and is answered after, may not know of
 * it.
 */
export function timesRedrawn(): number {
  return redrawn;
}

/**
 * Puts the server's line in the place of the one on the page. Returns why it was refused, where it
 * was.
 */
export function redraw(to: string, markup: string): string {
  redrawn += 1;
  const fresh = new DOMParser().parseFromString(markup, 'text/html');
  const line = fresh.querySelector('li');
  const old = lineOf(to);
  if (line && old) old.replaceWith(document.adoptNode(line));
  return fresh.querySelector('.error, [role=alert]')?.textContent?.trim() ?? '';
}
