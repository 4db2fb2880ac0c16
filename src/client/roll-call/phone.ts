import { forgetPage } from '../kept-pages.ts';
import { closeCamera } from './camera-panel.ts';
import {
  drawAll,
  drawAround,
  drawHeard,
  drawRest,
  everybody,
  isHalfDone,
  notice,
  type Page,
  reading,
} from './page.ts';
import { Portraits } from './portraits.ts';
import { exchange } from './send.ts';
import { otherLinks } from './disk.ts';
import { Store } from './store.ts';
import { signalOf } from './signal-view.ts';

/** Taps in quick succession go together. */
const GATHER_MS = 400;

/** The phone as it stands: what it keeps and shows, and what it is sending. */
export type Phone = {
  link: string;
  page: Page;
  portraits: Portraits;
  /** Whether it has a list; a link that is over has only what is left to send. */
  hasRoster: boolean;
  isOver: boolean;
  isSending: boolean;
  isSendingOthers: boolean;
  /** Whether something was added while it was sending. */
  isAgain: boolean;
  gathering?: ReturnType<typeof setTimeout>;
  /**
   * When somebody was last called here: the second tap of a double one lands where the undo has
   * come to stand.
   */
  calledAt: Map<string, number>;
};

export function sendSoon(phone: Phone): void {
  clearTimeout(phone.gathering);
  phone.gathering = setTimeout(() => void send(phone), GATHER_MS);
}

/** Sends what is kept, and shows what was heard. Asked while it sends, it sends once more. */
export async function send(phone: Phone): Promise<void> {
  if (phone.isOver) return;
  phone.isAgain = phone.isSending;
  if (phone.isSending) return;
  const { page } = phone;
  const { looking, w } = page;
  phone.isSending = true;
  const before = everybody(page);
  looking.line = await exchange(page.store);
  phone.isSending = false;
  if (looking.line === 'over') return end(phone, w.over);
  if (looking.line === 'done') return end(phone, w.overHandedOver);
  showHeard(phone, before);
  if (looking.line === 'good') {
    if (phone.hasRoster) void showPortraits(phone);
    void sendOthers(phone);
  }
  if (phone.isAgain) void send(phone);
}

function showHeard({ page, hasRoster }: Phone, before: string): void {
  if (!hasRoster) drawRest(page);
  else if (everybody(page) !== before && !isHalfDone(page)) drawAll(page);
  else drawHeard(page);
}

async function end(phone: Phone, said: string): Promise<void> {
  const { page, portraits } = phone;
  phone.isOver = true;
  closeCamera();
  // What was not taken is said once more, before nothing is left to say it from.
  const { refusals } = signalOf(reading(page));
  await page.store.empty();
  await portraits.empty();
  await forgetPage();
  page.root.replaceChildren(...[said, ...refusals.map(({ text }) => text)].map(notice));
}

function showPortraits(phone: Phone): Promise<void> {
  const { page, portraits } = phone;
  return portraits.fetch(
    page.store.kept.roster.people.map(({ portrait }) => portrait ?? null),
    () => !phone.isOver && !phone.isSending && page.store.unsent.length === 0,
    () => drawHeard(page),
  );
}

async function sendOthers(phone: Phone): Promise<void> {
  if (phone.isSendingOthers) return;
  const { page } = phone;
  phone.isSendingOthers = true;
  const before = page.store.kept.refusals.length;
  await drainOthers(phone);
  phone.isSendingOthers = false;
  if (page.store.kept.refusals.length > before && !phone.isOver) drawAround(page);
}

/**
 * What was done under another link on this phone is sent as well, and then forgotten: an old link
 * that ended, say. What was refused of it is shown here, until somebody has seen it.
 */
async function drainOthers({ link, page }: Phone): Promise<void> {
  for (const other of await otherLinks(link)) {
    const store = await Store.open(other, null);
    const line = await exchange(store);
    if (line !== 'over' && line !== 'done') continue;
    await page.store.takeOver(store.kept.refusals);
    await store.empty();
    await (await Portraits.open(other)).empty();
  }
}
