/**
 * Forms that wait on the device while the line is dead: what was tapped is kept in IndexedDB, sent in order, and sent once,
 * because each has its key. It survives a reload, a closed tab and an empty battery. A page that has none of this sends its
 * forms as ever.
 */
import { type DBSchema, openDB } from 'idb';
import { freshKey } from './fresh-key.ts';
import { keepPage, PAGES } from './kept-pages.ts';
import { PORTRAIT_SIDE, shrink } from './shrink.ts';

type Entry = {
  no?: number;
  to: string;
  /** Whom it is about and what was tapped. */
  label: string;
  fields: [string, string | Blob][];
  /** Why the server did not take it. It stays until somebody has seen it. */
  refused?: string;
};
interface Kept extends DBSchema {
  entries: { key: number; value: Entry };
}

const bar = document.querySelector<HTMLElement>('#queue');
const words = (name: string, count = 0): string => (bar?.dataset[name] ?? '').replace('{n}', String(count));

const database = Promise.resolve().then(() =>
  openDB<Kept>('songxing', 1, {
    upgrade: (db) => {
      db.createObjectStore('entries', { keyPath: 'no', autoIncrement: true });
    },
  }),
);

// Where the browser keeps nothing (private windows, a full disk), forms are sent at once and the page says so.
database.catch(() => undefined);

const all = async (): Promise<Entry[]> => {
  try {
    return await (await database).getAll('entries');
  } catch {
    return [];
  }
};
const waiting = async (): Promise<Entry[]> => (await all()).filter(({ refused }) => refused === undefined);
const forget = async (no: number): Promise<void> => (await database).delete('entries', no);

/** What stands in the way of sending: the device is full, the session or the link is over. */
let trouble = '';

/** The line of the list that a form stands in, found again by its address after the list was redrawn. */
const formsTo = (to: string): HTMLFormElement[] =>
  [...document.querySelectorAll<HTMLFormElement>('form[data-queue]')].filter(
    (form) => form.getAttribute('action') === to,
  );

/** The link in an address. A new one may have taken its place since: what was tapped under the old one is sent under the new. */
const LINK = /^\/c\/[^/]+/;
const addressNow = (to: string): string => {
  const tail = to.replace(LINK, '');
  if (tail === to || formsTo(to).length > 0) return to;
  const form = [...document.querySelectorAll<HTMLFormElement>('form[data-queue]')].find(
    (each) => each.getAttribute('action')?.replace(LINK, '') === tail,
  );
  return form?.getAttribute('action') ?? to;
};
const lineOf = (to: string): Element | null => formsTo(to)[0]?.closest('li') ?? null;

/** What waits, with the button that takes it back before it is sent; what was refused and why, with the button that puts it away. */
const entryLine = ({ no, label, refused }: Entry): HTMLLIElement => {
  const line = document.createElement('li');
  const away = Object.assign(document.createElement('button'), { type: 'button', className: 'btn' });
  away.textContent = words(refused === undefined ? 'drop' : 'seen');
  away.addEventListener('click', () => void forget(no ?? 0).then(show));
  line.append(`${label} ${refused ?? ''} `, away);
  return line;
};

const show = async (): Promise<void> => {
  if (!bar) return;
  const entries = await all();
  const left = entries.filter(({ refused }) => refused === undefined);
  const refusals = entries.filter(({ refused }) => refused !== undefined);
  bar.hidden = entries.length === 0 && trouble === '';
  const [text, button, list] = [bar.querySelector('p'), bar.querySelector('[data-send]'), bar.querySelector('ul')];
  const said = [
    trouble,
    left.length > 0 ? words('waiting', left.length) : '',
    refusals.length > 0 ? words('refused', refusals.length) : '',
  ];
  if (text) text.textContent = said.filter(Boolean).join(' ');
  if (button instanceof HTMLElement) button.hidden = left.length === 0;
  list?.replaceChildren(...entries.map(entryLine));
  for (const old of document.querySelectorAll('[data-pending]')) old.removeAttribute('data-pending');
  for (const { to } of left) lineOf(addressNow(to))?.setAttribute('data-pending', words('mark'));
};

/** Puts the server's line in the place of the one on the page. */
const redraw = (to: string, markup: string): string => {
  const fresh = new DOMParser().parseFromString(markup, 'text/html');
  const line = fresh.querySelector('li');
  const old = lineOf(to);
  if (line && old) old.replaceWith(document.adoptNode(line));
  return fresh.querySelector('.error, [role=alert]')?.textContent?.trim() ?? '';
};

/** What the server has decided on for good; everything else is tried again. */
const REFUSED = new Set([404, 409, 413, 415, 422]);
type Sent = 'done' | 'refused' | 'later' | 'no line';

const send = async (entry: Entry): Promise<Sent> => {
  const body = new FormData();
  for (const [name, value] of entry.fields)
    if (value instanceof Blob) body.append(name, value, 'photo.jpg');
    else body.append(name, value);
  const to = addressNow(entry.to);
  let answer: Response;
  try {
    answer = await fetch(to, {
      method: 'POST',
      body,
      headers: { 'hx-request': 'true', 'hx-request-type': 'partial' },
      redirect: 'manual',
    });
  } catch {
    return 'no line';
  }
  const isOver = answer.status === 410;
  if (isOver || answer.status === 401 || answer.status === 403 || answer.type === 'opaqueredirect')
    trouble = words(isOver ? 'over' : 'signin');
  if (!answer.ok && !REFUSED.has(answer.status)) return 'later';
  trouble = '';
  const reason = redraw(to, answer.status === 204 ? '' : await answer.text());
  if (answer.ok) {
    if (entry.no !== undefined) await forget(entry.no);
    return 'done';
  }
  if (entry.no === undefined) trouble = `${entry.label} ${reason}`;
  else await (await database).put('entries', { ...entry, refused: reason });
  return 'refused';
};

/** Whether somebody is in the middle of a form, which a reload would throw away. */
const isHalfTyped = (): boolean =>
  [...document.querySelectorAll<HTMLInputElement>('main input, main textarea')].some(
    (field) => field.type !== 'hidden' && field.value !== field.defaultValue,
  );

let sending = false;
/** Sends what waits, in order. Without a line it stops; what the server could not take now is left for the next time. */
const drain = async (): Promise<void> => {
  if (sending) return;
  sending = true;
  let done = 0;
  try {
    for (const entry of await waiting()) {
      const sent = await send(entry);
      if (sent === 'no line') break;
      if (sent === 'done') done += 1;
    }
  } finally {
    sending = false;
    await show();
  }
  // A form without a line of its own shows what came of it on the page itself.
  if (done > 0 && document.querySelector('[data-shrink]') && (await all()).length === 0 && !isHalfTyped())
    location.reload();
};

/** Sends what cannot be kept. A refusal stands in the line itself, which the server has drawn anew. */
const sentAtOnce = async (entry: Entry): Promise<boolean> => {
  const sent = await send(entry);
  await show();
  return sent === 'done' || sent === 'refused';
};

/** What was chosen in the form's list, as it reads. */
const kindOf = (form: HTMLFormElement): string =>
  form.querySelector<HTMLSelectElement>('select')?.selectedOptions[0]?.textContent ?? '';

const keep = async (form: HTMLFormElement, button: HTMLElement | null): Promise<void> => {
  const data = new FormData(form, button);
  const key = form.elements.namedItem('key');
  // The next thing that is sent from this form is another one.
  if (key instanceof HTMLInputElement) key.value = freshKey();
  const label = [form.dataset['label'], kindOf(form), button?.textContent]
    .map((text) => text?.trim())
    .filter(Boolean)
    .join(' ');
  // A photo that was taken up is not taken up again by another tap.
  if (form.querySelector('[data-shrink]')) form.reset();
  const fields: [string, string | Blob][] = [];
  const isPortrait = data.get('kind') === 'photo';
  for (const [name, value] of data) {
    fields.push([name, value instanceof File ? await shrink(value) : value]);
    // For the roster: the server has nothing to make pictures small with.
    if (value instanceof File && isPortrait) fields.push(['small', await shrink(value, PORTRAIT_SIDE)]);
  }
  fields.push(['tappedAt', String(Date.now())]);
  const entry: Entry = { to: form.getAttribute('action') ?? '', label, fields };
  try {
    await (await database).add('entries', entry);
    trouble = '';
  } catch {
    // Nothing can be kept here: what was tapped goes at once, or the page says that it is lost.
    if (await sentAtOnce(entry)) return;
    trouble = words('full');
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
// A clinic's page opens again behind thick walls; the station's own are never kept.
if (PAGES.test(location.pathname)) void keepPage();
