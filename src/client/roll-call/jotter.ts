import type { PhoneEntry } from '../../pipeline/travel/roll-call/entries.ts';

/**
 * What was tapped and is on its way to the disk, which takes a moment: jotted down where writing takes none. A page that is
 * reloaded in that moment finds it here; each tab has its own, so that no entry is taken up twice.
 */
const nameOf = (link: string): string => `songxing-roll:${link}`;

export const jotDown = (link: string, entries: readonly PhoneEntry[]): void => {
  try {
    if (entries.length === 0) sessionStorage.removeItem(nameOf(link));
    else sessionStorage.setItem(nameOf(link), JSON.stringify(entries));
  } catch {
    // Full, or forbidden: it is kept a moment later all the same, or the page says that it is not.
  }
};

export const jottedDown = (link: string): PhoneEntry[] => {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(link)) ?? '[]') as PhoneEntry[];
  } catch {
    return [];
  }
};
