import { comparable } from '../compare.ts';

/**
 * The box and the buttons above a list that narrow it at once, with or without a signal. Without
 * script both ask the server for the same.
 */
function list(): HTMLElement | null {
  return document.querySelector('[data-find-in]');
}

function narrow(form: HTMLFormElement, show: string): void {
  const box = form.elements.namedItem('q');
  const text = box instanceof HTMLInputElement ? comparable(box.value) : '';
  for (const line of list()?.querySelectorAll<HTMLElement>('[data-line]') ?? []) {
    const isOpen = line.dataset['open'] === 'yes';
    const fits = text === '' || comparable(line.dataset['find'] ?? '').includes(text);
    const isShown = show === 'all' || (show === 'open') === isOpen;
    line.hidden = !(fits && (text !== '' || isShown));
  }
}

/** @returns what narrows the list once more, after it was drawn anew */
export function findInList(): () => void {
  const form = document.querySelector<HTMLFormElement>('form[data-find]');
  if (!form) return () => undefined;
  let show = form.dataset['show'] ?? 'all';
  const choose = (name: string): void => {
    show = name;
    for (const each of document.querySelectorAll('[data-show-only]'))
      if (each.getAttribute('data-show-only') === name) each.setAttribute('aria-current', 'true');
      else each.removeAttribute('aria-current');
    narrow(form, show);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  form.addEventListener('input', () => {
    narrow(form, show);
  });
  document.addEventListener('click', (event) => {
    const chip = (event.target as Element).closest('[data-show-only]');
    if (!chip) return;
    event.preventDefault();
    choose(chip.getAttribute('data-show-only') ?? 'all');
  });
  return () => {
    choose(show);
  };
}
