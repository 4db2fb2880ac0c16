/**
 * Forms that wait on the device while the line is dead: what was tapped is kept in IndexedDB, sent in order, and sent once,
 * because each has its key. It survives a reload, a closed tab and an empty battery. A page that has none of this sends its
 * forms as ever.
 */
import { type DBSchema, openDB } from 'idb';

type Entry = {
  no?: number;
  /** The page that it belongs to: another link's entries are none of this page's. */
  page: string;
  to: string;
  label: string;
  fields: [string, string | Blob][];
};
interface Kept extends DBSchema {
  entries: { key: number; value: Entry; indexes: { page: string } };
}

const bar = document.querySelector<HTMLElement>('#queue');
const page = location.pathname;
const words = (name: string, count = 0): string => (bar?.dataset[name] ?? '').replace('{n}', String(count));

const database = openDB<Kept>('songxing', 1, {
  upgrade: (db) => {
    db.createObjectStore('entries', { keyPath: 'no', autoIncrement: true }).createIndex('page', 'page');
  },
});

const waiting = async (): Promise<Entry[]> => (await database).getAllFromIndex('entries', 'page', page);

const refusals: string[] = [];

/** The line of the list that a form stands in, found again by its address after the list was redrawn. */
const formsTo = (to: string): HTMLFormElement[] =>
  [...document.querySelectorAll<HTMLFormElement>('form[data-queue]')].filter(
    (form) => form.getAttribute('action') === to,
  );
const lineOf = (to: string): Element | null => formsTo(to)[0]?.closest('li') ?? null;

const show = async (): Promise<void> => {
  if (!bar) return;
  const left = await waiting();
  bar.hidden = left.length === 0 && refusals.length === 0;
  const [text, button, list] = [bar.querySelector('p'), bar.querySelector('button'), bar.querySelector('ul')];
  if (text) text.textContent = left.length > 0 ? words('waiting', left.length) : words('refused', refusals.length);
  if (button) button.hidden = left.length === 0;
  list?.replaceChildren(...refusals.map((each) => Object.assign(document.createElement('li'), { textContent: each })));
  for (const old of document.querySelectorAll('[data-pending]')) old.removeAttribute('data-pending');
  for (const { to } of left) lineOf(to)?.setAttribute('data-pending', words('mark'));
};

/** Puts the server's line in the place of the one on the page. */
const redraw = (to: string, markup: string): string => {
  const fresh = new DOMParser().parseFromString(markup, 'text/html');
  const line = fresh.querySelector('li');
  const old = lineOf(to);
  if (line && old) old.replaceWith(document.adoptNode(line));
  return fresh.querySelector('.error, [role=alert]')?.textContent?.trim() ?? '';
};

/** Sends one entry. False where the line is dead or the server is not well: it stays, and is tried again. */
const send = async (entry: Entry): Promise<boolean> => {
  const body = new FormData();
  for (const [name, value] of entry.fields)
    body.append(name, value, ...((value instanceof Blob ? ['photo.jpg'] : []) as []));
  let answer: Response;
  try {
    answer = await fetch(entry.to, {
      method: 'POST',
      body,
      headers: { 'hx-request': 'true', 'hx-request-type': 'partial' },
      redirect: 'manual',
    });
  } catch {
    return false;
  }
  if (answer.status >= 500 || answer.status === 429) return false;
  const markup = answer.status === 204 ? '' : await answer.text();
  const reason = redraw(entry.to, markup);
  if (answer.status >= 400) refusals.push(`${entry.label} ${reason}`.trim());
  await (await database).delete('entries', entry.no ?? 0);
  return true;
};

let sending = false;
/** Sends what waits, one after the other and in order; stops at the first that cannot be sent. */
const drain = async (): Promise<void> => {
  if (sending) return;
  sending = true;
  let sent = 0;
  try {
    for (let left = await waiting(); left[0] && (await send(left[0])); left = await waiting()) sent += 1;
  } finally {
    sending = false;
    await show();
  }
  // A form without a line of its own shows what came of it on the page itself.
  if (sent > 0 && refusals.length === 0 && document.querySelector('[data-shrink]') && (await waiting()).length === 0)
    location.reload();
};

const LONGEST_SIDE = 1600;

/** A photo made small, turned upright and without anything but the picture; as it is where the phone cannot. */
const shrink = async (file: File): Promise<Blob> => {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => {
      canvas.toBlob(
        (blob) => {
          resolve(blob ?? file);
        },
        'image/jpeg',
        0.82,
      );
    });
  } catch {
    return file;
  }
};

const keep = async (form: HTMLFormElement, button: HTMLElement | null): Promise<void> => {
  const data = new FormData(form, button);
  const fields: [string, string | Blob][] = [];
  for (const [name, value] of data) fields.push([name, value instanceof File ? await shrink(value) : value]);
  fields.push(['tappedAt', String(Date.now())]);
  const entry: Entry = { page, to: form.getAttribute('action') ?? '', label: form.dataset['label'] ?? '', fields };
  try {
    await (await database).add('entries', entry);
  } catch {
    refusals.push(words('full'));
  }
  await show();
  await drain();
};

document.addEventListener(
  'submit',
  (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.matches('form[data-queue]')) return;
    event.preventDefault();
    // The page's own guard against a second tap is for forms that leave the page; here the line itself is redrawn.
    event.stopPropagation();
    const line = form.closest('li');
    if (line?.hasAttribute('data-pending')) return;
    line?.setAttribute('data-pending', words('mark'));
    void keep(form, event.submitter);
  },
  true,
);

bar?.querySelector('[data-send]')?.addEventListener('click', () => void drain());
addEventListener('online', () => void drain());
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void drain();
});
const AGAIN_MS = 15_000;
setInterval(() => void drain(), AGAIN_MS);
void show().then(drain);
