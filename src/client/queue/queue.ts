/**
 * Forms that wait on the device while the line is dead: what was tapped is kept in IndexedDB, sent
 * in order, and sent once, because each has its key. It survives a reload, a closed tab and an
 * empty battery. A browser that has none of this sends its forms as ever.
 */
import { isAble } from '../able.ts';
import { freshKey } from '../fresh-key.ts';
import { keepPage, PAGES } from '../kept-pages.ts';
import { dataOf, submitterOf } from '../submitter.ts';
import { onSendNow, showBar, timeOfPage, words } from './bar.ts';
import {
  allEntries,
  clockHeard,
  type Entry,
  forgetEntry,
  jotEntry,
  justTapped,
  keepClock,
  keepEntry,
  waitingEntries,
} from './entries.ts';
import { findInList } from './find.ts';
import { freshen } from './fresh.ts';
import { markLines } from './lines.ts';
import { send } from './send.ts';
import { fieldsOf, entryOf, clock } from './taken-form.ts';

const AGAIN_MS = 15_000;
/** How often the list is asked for what others have said. */
const FRESH_MS = 6_000;

/**
 * What stands in the way of sending: the device is full, the session or the link is over, somebody
 * else answers.
 */
let trouble = '';

async function show(): Promise<void> {
  const entries = await allEntries();
  showBar(entries, trouble, (entry) => void forgetEntry(entry).then(show));
  // A tap may have come while these were being read.
  markLines([...entries.filter(({ refused }) => refused === undefined), ...justTapped()]);
}

/** Whether somebody is in the middle of a form, which a reload would throw away. */
function isHalfTyped(): boolean {
  return [...document.querySelectorAll<HTMLInputElement>('main input, main textarea')].some(
    (field) => field.type !== 'hidden' && field.value !== field.defaultValue,
  );
}

/** Narrows the list as it was narrowed before it was drawn anew. */
let narrowAgain = (): void => undefined;

async function look(): Promise<void> {
  if (await freshen(clock)) {
    narrowAgain();
    await show();
  }
  keepClock(clock.heard);
}

let sending = false;
/** Whether something was tapped while the rest was being sent. */
let hasMore = false;

/**
 * Sends what waits, in order. Without a line it stops; what the server could not take now is left
 * for the next time.
 */
async function sendWaiting(): Promise<number> {
  let done = 0;
  const troubles: string[] = [];
  for (const entry of await waitingEntries()) {
    const { sent, trouble: why } = await send(entry, clock);
    if (why !== '') troubles.push(why);
    if (sent === 'no line') break;
    // One whose link has ended holds up no other.
    if (sent === 'done') done += 1;
  }
  trouble = troubles[0] ?? '';
  return done;
}

async function drain(): Promise<void> {
  hasMore = true;
  if (sending) return;
  sending = true;
  let done = 0;
  try {
    while (hasMore) {
      hasMore = false;
      done += await sendWaiting();
    }
  } finally {
    sending = false;
    await show();
  }
  if (done > 0) await look();
  // A form without a line of its own shows what came of it on the page itself.
  if (
    done > 0 &&
    document.querySelector('[data-shrink]') &&
    (await allEntries()).length === 0 &&
    !isHalfTyped()
  )
    location.reload();
}

/**
 * Sends what cannot be kept. A refusal stands in the line itself, which the server has drawn anew.
 */
async function sentAtOnce(entry: Entry): Promise<boolean> {
  const { sent, trouble: why } = await send(entry, clock);
  trouble = why;
  await show();
  return sent === 'done' || sent === 'refused';
}

async function keep(entry: Entry, data: FormData): Promise<void> {
  const hasPhoto = [...data.values()].some((value) => typeof value !== 'string');
  const whole = hasPhoto ? { ...entry, fields: await fieldsOf(data) } : entry;
  let hasFailed = false;
  try {
    await keepEntry(whole);
    trouble = '';
  } catch {
    hasFailed = true;
    // Nothing can be kept here: what was tapped goes at once, or the page says that it is lost.
    if (await sentAtOnce(whole)) return;
  }
  const isKept = (await allEntries()).some(({ id }) => id === whole.id);
  if (hasFailed && !isKept) trouble = words('full');
  await show();
  if (isKept) await drain();
}

function takeOver(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (!form.matches('form[data-queue]')) return;
  const line = form.closest('li');
  const button = submitterOf(event);
  const data = dataOf(form, button);
  const entry = entryOf(form, button, data);
  event.preventDefault();
  // The page's own guard against a second tap is for forms that leave the page; here the line
  // itself is redrawn.
  event.stopPropagation();
  if (line?.hasAttribute('data-pending')) return;
  // Before anything that takes time: the tab may be closed in this very moment.
  if (![...data.values()].some((value) => typeof value !== 'string')) jotEntry(entry);
  line?.setAttribute('data-pending', `${entry.said} · ${words('mark')}`);
  // The next thing that is sent from this form is another one.
  const key = form.elements.namedItem('key');
  if (key instanceof HTMLInputElement) key.value = freshKey();
  // A photo that was taken up is not taken up again by another tap.
  if (form.querySelector('[data-shrink]')) form.reset();
  void keep(entry, data);
}

function start(): void {
  const before = clockHeard();
  if (before) clock.hear(before.station, before.wall);
  clock.hear(timeOfPage());
  document.addEventListener('submit', takeOver, true);
  onSendNow(() => void drain());
  narrowAgain = findInList();
  addEventListener('online', () => void drain().then(look));
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void drain().then(look);
  });
  setInterval(() => void drain(), AGAIN_MS);
  setInterval(() => {
    if (!document.hidden) void look();
  }, FRESH_MS);
  void show().then(drain).then(look);
  // A clinic's page opens again behind thick walls; the station's own are never kept.
  if (PAGES.test(location.pathname)) void keepPage();
}

if (isAble()) start();
