import { keepThisPage } from '../kept-pages.ts';
import { ask, codeOf, isOurs, timeOf } from '../own-answer.ts';
import type { PhoneClock } from '../phone-clock.ts';
import { timesRedrawn } from './lines.ts';

const PATIENCE_MS = 15_000;

/** The list that follows what others say, and which reading of it is shown. */
function shownList(): HTMLElement | null {
  return document.querySelector('[data-version]');
}

/** Whether somebody is in the middle of a line: it is left as it is until they have done. */
function isInHand(line: Element): boolean {
  return (
    line.hasAttribute('data-pending') ||
    line.querySelector('details[open]') !== null ||
    line.contains(document.activeElement)
  );
}

function lineOf(name: string | null | undefined): Element | null {
  return name ? document.querySelector(`[data-line="${CSS.escape(name)}"]`) : null;
}

/**
 * Puts a line that is new on the list where it stands in what was heard: after the one before it,
 * or on top.
 */
function putIn(line: Element): void {
  const before = lineOf(line.previousElementSibling?.getAttribute('data-line'));
  const mine = line.cloneNode(true);
  if (before) before.after(mine);
  else shownList()?.prepend(mine);
}

/**
 * Puts what has changed in the place of what is shown, part by part; what somebody has in hand
 * stays.
 * @returns whether something was left as it was
 */
function takeIn(fresh: Document): boolean {
  let hasLeft = false;
  for (const part of fresh.querySelectorAll('[data-part]')) {
    const old = document.querySelector(`[data-part="${part.getAttribute('data-part') ?? ''}"]`);
    if (old && !isInHand(old) && !old.hasAttribute('open'))
      old.replaceWith(document.adoptNode(part));
  }
  const lines = [...fresh.querySelectorAll('[data-line]')];
  const listed = new Set(lines.map((line) => line.getAttribute('data-line')));
  for (const line of lines) {
    const old = lineOf(line.getAttribute('data-line'));
    if (!old) putIn(line);
    else if (old.textContent === line.textContent) continue;
    else if (isInHand(old)) hasLeft = true;
    else old.replaceWith(line.cloneNode(true));
  }
  for (const old of document.querySelectorAll('[data-line]'))
    if (!listed.has(old.getAttribute('data-line')) && !isInHand(old)) old.remove();
  return hasLeft;
}

let asking = false;

/**
 * Asks whether the list says something new, and shows it. The page as it then is goes onto the
 * device, so that it opens like that without a signal.
 * @returns whether something has changed on the page
 */
export async function freshen(clock: PhoneClock): Promise<boolean> {
  const list = shownList();
  if (!list || asking) return false;
  asking = true;
  const before = timesRedrawn();
  try {
    const answer = await ask(
      `${location.pathname}?since=${list.dataset['version'] ?? ''}`,
      PATIENCE_MS,
    );
    if (codeOf(answer) === null) return false;
    clock.hear(timeOf(answer));
    if (!isOurs(answer) || answer.status === 204) return false;
    const text = await answer.text();
    // A line has said more since this was asked: it would fall back to what it was.
    if (timesRedrawn() !== before) return false;
    const fresh = new DOMParser().parseFromString(text, 'text/html');
    const version = fresh.querySelector('[data-version]')?.getAttribute('data-version');
    if (!version) return false;
    // What was in hand is heard of again, until it could be shown.
    if (!takeIn(fresh)) list.dataset['version'] = version;
    await keepThisPage(text);
    return true;
  } catch {
    return false;
  } finally {
    asking = false;
  }
}
