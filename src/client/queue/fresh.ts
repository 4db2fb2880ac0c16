import { keepThisPage } from '../kept-pages.ts';
import { ask, codeOf, isOurs, timeOf } from '../own-answer.ts';
import type { PhoneClock } from '../phone-clock.ts';
import { timesRedrawn } from './lines.ts';

const PATIENCE_MS = 15_000;

/** The list that follows what others say, and which reading of it is shown. */
const shownList = (): HTMLElement | null => document.querySelector('[data-version]');

/** Whether somebody is in the middle of a line: it is left as it is until they have done. */
const isInHand = (line: Element): boolean =>
  line.hasAttribute('data-pending') ||
  line.querySelector('details[open]') !== null ||
  line.contains(document.activeElement);

/** Puts what has changed in the place of what is shown, part by part; what somebody has in hand stays. */
const takeIn = (fresh: Document): void => {
  for (const part of fresh.querySelectorAll('[data-part]')) {
    const old = document.querySelector(`[data-part="${part.getAttribute('data-part') ?? ''}"]`);
    if (old && !isInHand(old) && !old.hasAttribute('open')) old.replaceWith(document.adoptNode(part));
  }
  for (const line of fresh.querySelectorAll('[data-line]')) {
    const name = line.getAttribute('data-line') ?? '';
    const old = document.querySelector(`[data-line="${CSS.escape(name)}"]`);
    if (!old || isInHand(old) || old.textContent === line.textContent) continue;
    old.replaceWith(document.adoptNode(line));
  }
};

let asking = false;

/**
 * Asks whether the list says something new, and shows it. The page as it then is goes onto the device, so that it opens
 * like that without a signal.
 * @returns whether something has changed on the page
 */
export const freshen = async (clock: PhoneClock): Promise<boolean> => {
  const list = shownList();
  if (!list || asking) return false;
  asking = true;
  const before = timesRedrawn();
  try {
    const answer = await ask(`${location.pathname}?since=${list.dataset['version'] ?? ''}`, PATIENCE_MS);
    if (codeOf(answer) === null) return false;
    clock.hear(timeOf(answer));
    if (!isOurs(answer) || answer.status === 204) return false;
    const text = await answer.text();
    // A line has said more since this was asked: it would fall back to what it was.
    if (timesRedrawn() !== before) return false;
    const fresh = new DOMParser().parseFromString(text, 'text/html');
    const version = fresh.querySelector('[data-version]')?.getAttribute('data-version');
    if (!version) return false;
    takeIn(fresh);
    list.dataset['version'] = version;
    await keepThisPage(text);
    return true;
  } catch {
    return false;
  } finally {
    asking = false;
  }
};
