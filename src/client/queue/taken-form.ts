import { freshKey } from '../fresh-key.ts';
import { PORTRAIT_SIDE, shrink } from '../shrink.ts';
import type { Entry } from './entries.ts';
import { PhoneClock } from '../phone-clock.ts';

/** What was chosen in the form's list, as it reads. */
function kindOf(form: HTMLFormElement): string {
  return form.querySelector<HTMLSelectElement>('select')?.selectedOptions[0]?.textContent ?? '';
}

/** Photos made small, which takes a moment; everything else as it is. */
export async function fieldsOf(data: FormData): Promise<Entry['fields']> {
  const fields: Entry['fields'] = [];
  const isPortrait = data.get('kind') === 'photo';
  for (const [name, value] of data.entries()) {
    if (typeof value === 'string') {
      fields.push([name, value]);
      continue;
    }
    fields.push([name, await shrink(value)]);
    // For the roster: the server has nothing to make pictures small with.
    if (isPortrait) fields.push(['small', await shrink(value, PORTRAIT_SIDE)]);
  }
  return fields;
}

/** What a form says, as an entry. Nothing in it takes time, but for photos. */
export function entryOf(
  form: HTMLFormElement,
  button: HTMLButtonElement | null,
  data: FormData,
): Entry {
  const said = [kindOf(form), button?.textContent].map((text) => text?.trim()).filter(Boolean);
  const id = freshKey();
  const texts = [...data.entries()].filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  return {
    id,
    to: form.getAttribute('action') ?? '',
    label: [form.dataset['label'], ...said].filter(Boolean).join(' '),
    said: said.join(' '),
    fields: texts,
    time: clock.tap(id),
  };
}

export const clock = new PhoneClock();
