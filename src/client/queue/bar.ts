import type { Entry } from './entries.ts';

const bar = document.querySelector<HTMLElement>('#queue');

/** A sentence that came with the page. */
export function words(name: string, count = 0): string {
  return (bar?.dataset[name] ?? '').replace('{n}', String(count));
}

/**
 * What waits, with the button that takes it back before it is sent; what was refused and why, with
 * the button that puts it away.
 */
function entryLine(entry: Entry, forget: (entry: Entry) => void): HTMLLIElement {
  const line = document.createElement('li');
  const away = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'btn',
  });
  away.textContent = words(entry.refused === undefined ? 'drop' : 'seen');
  away.addEventListener('click', () => {
    forget(entry);
  });
  line.append([entry.label, entry.refused].filter(Boolean).join(': '), ' ', away);
  return line;
}

/**
 * The line on top: how much waits, what was refused, what stands in the way. What waits is listed
 * in a fold, so that the list of people stays where it is however much has been tapped; a refusal
 * is never folded away.
 */
export function showBar(
  entries: readonly Entry[],
  trouble: string,
  forget: (entry: Entry) => void,
): void {
  if (!bar) return;
  const left = entries.filter(({ refused }) => refused === undefined);
  const refusals = entries.filter(({ refused }) => refused !== undefined);
  bar.hidden = entries.length === 0 && trouble === '';
  const text = bar.querySelector('[data-text]');
  const said = [
    trouble,
    left.length > 0 ? words('waiting', left.length) : '',
    refusals.length > 0 ? words('refused', refusals.length) : '',
  ];
  if (text) text.textContent = said.filter(Boolean).join(' ');
  const button = bar.querySelector<HTMLElement>('[data-send]');
  if (button) button.hidden = left.length === 0;
  const fold = bar.querySelector('details');
  if (fold) fold.hidden = left.length === 0;
  bar
    .querySelector('[data-left]')
    ?.replaceChildren(...left.map((entry) => entryLine(entry, forget)));
  bar
    .querySelector('[data-refusals]')
    ?.replaceChildren(...refusals.map((entry) => entryLine(entry, forget)));
}

/** Calls back when somebody wants to send what waits at once. */
export function onSendNow(send: () => void): void {
  bar?.querySelector('[data-send]')?.addEventListener('click', send);
}

/** The station's clock as the page was made, which may have been a while ago. */
export function timeOfPage(): number | null {
  return Number(bar?.dataset['time'] ?? '') || null;
}
