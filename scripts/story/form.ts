/** A form as it is sent without script. */
import type { HTMLElement } from 'node-html-parser';

/** What is typed into fields by their names; `#button` is what stands in the form to be sent. */
export type Typed = Record<string, string | string[]>;

/** The first form of a page that posts to `action`, and in which `button` stands. */
export function formOn(
  root: HTMLElement,
  action: string | RegExp,
  button: Typed[string] | undefined,
): HTMLElement | undefined {
  return root.querySelectorAll('form').find((each) => {
    const to = each.getAttribute('action') ?? '';
    const wanted = typeof action === 'string' ? to === action : action.test(to);
    return wanted && (button === undefined || each.text.includes(String(button)));
  });
}

/** What a form sends: what it holds, and what is typed into it. */
export function filledIn(form: HTMLElement, typed: Typed): URLSearchParams {
  const body = new URLSearchParams();
  for (const field of form.querySelectorAll('input, select, textarea')) {
    const name = field.getAttribute('name');
    const value = valueOf(field);
    if (name && value !== null && !(name in typed)) body.append(name, value);
  }
  for (const [name, value] of Object.entries(typed))
    if (name !== '#button') for (const one of [value].flat()) body.append(name, one);
  return body;
}

function valueOf(field: HTMLElement): string | null {
  if (field.tagName === 'SELECT') {
    const chosen = field.querySelector('option[selected]') ?? field.querySelector('option');
    return chosen?.getAttribute('value') ?? '';
  }
  const type = field.getAttribute('type');
  if (type === 'checkbox' || type === 'radio')
    return field.hasAttribute('checked') ? (field.getAttribute('value') ?? 'on') : null;
  return field.tagName === 'TEXTAREA' ? field.text : (field.getAttribute('value') ?? '');
}
