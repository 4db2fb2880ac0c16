/**
 * The roll call on an escort's phone. Everything that is tapped is kept on the phone first and sent
 * when there is a signal; the page is drawn from what is kept, by the same functions as the server
 * draws it.
 */
import '../ponyfills.ts';
import { type LeanRoster, whole } from '../../pipeline/travel/roll-call/lean-roster.ts';
import { isAble } from '../able.ts';
import { keepPage } from '../kept-pages.ts';
import { squares } from './camera-panel.ts';
import { listen } from './listening.ts';
import { drawAll, drawAround, drawRest, notice, type Page } from './page.ts';
import { type Phone, send } from './phone.ts';
import { Portraits } from './portraits.ts';
import { otherLinks } from './disk.ts';
import { Store } from './store.ts';
import type { PageWords } from './reading.ts';

const root = document.querySelector<HTMLElement>('#roll')!;
const words = given('words') as PageWords;
const link = root.dataset['link'] ?? '';
const square = root.dataset['square'] ?? '';

/** The page as the server drew it: what is left where this browser cannot do more. */
const plainPage = root.innerHTML;
/** Whether the page is drawn by the phone: only then are its forms the phone's. */
let isTakenOver = false;

/** What the page brings; read once. */
function given(name: 'words' | 'roster'): unknown {
  const block = document.querySelector(`#roll-${name}`);
  block?.remove();
  return JSON.parse(block?.textContent ?? 'null');
}

async function start(): Promise<void> {
  const phone = await open();
  const { page, hasRoster } = phone;
  listen(phone, () => isTakenOver);
  // Of a link that is over only what is kept here is left to send.
  isTakenOver = true;
  if (hasRoster) drawAll(page);
  else drawRest(page);
  root.dataset['ready'] = 'yes';
  if (hasRoster) void squares(square).catch(() => undefined);
  void askToStay();
  if (hasRoster) {
    page.looking.canReopen = await keepPage([square]);
    drawAround(page);
  }
  await send(phone);
  await Portraits.forgetOthers([link, ...(await otherLinks(link))]);
}

/** Opens what is kept of this link, together with what the page brings. */
async function open(): Promise<Phone> {
  const roster = given('roster') as LeanRoster | null;
  const store = await Store.open(link, roster && whole(roster));
  const portraits = await Portraits.open(link);
  store.clock.hear(Number(root.dataset['time'] ?? '') || null);
  const looking: Page['looking'] = {
    call: null,
    filter: 'open',
    vehicle: '',
    search: '',
    line: 'good',
    canReopen: true,
    portraitOf: (photo) => portraits.of(photo),
  };
  return {
    link,
    page: { root, store, w: words, looking, drawn: new Map() },
    portraits,
    calledAt: new Map(),
    hasRoster: store.kept.roster.seq >= 0,
    isOver: false,
    isSending: false,
    isSendingOthers: false,
    isAgain: false,
  };
}

/** Asks the browser not to throw away what is kept. Some lack this, and in some it is broken. */
async function askToStay(): Promise<void> {
  try {
    await navigator.storage.persist();
  } catch {
    // Then it is kept as long as the browser likes.
  }
}

/**
 * Where the script cannot do its work the server's own forms are left, and the page says what that
 * means.
 */
function giveBack(): void {
  isTakenOver = false;
  root.innerHTML = plainPage;
  root.prepend(notice(words.unable));
}

if (isAble()) start().catch(giveBack);
else giveBack();
