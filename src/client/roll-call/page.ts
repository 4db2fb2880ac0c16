import type { Child } from 'hono/jsx';
import { Filters } from '../../../views/travel/phone/filters.tsx';
import { Ends } from '../../../views/travel/phone/ends.tsx';
import { NobodyLine, PhoneRoll, tally, UndoLast } from '../../../views/travel/phone/roll.tsx';
import { RollLine } from '../../../views/travel/phone/roll-line.tsx';
import { OutOfReach, Signal } from '../../../views/travel/phone/signal.tsx';
import { closeCamera } from './camera-panel.ts';
import { markup } from './markup.ts';
import type { Store } from './store.ts';
import { aroundOf, type Around } from './view.ts';
import { lineOf, linesOf } from './line-view.ts';
import { signalOf } from './signal-view.ts';
import { type Looking, type PageWords, read, type Reading } from './reading.ts';
import { RollCount, StillMissing } from '../../../views/travel/phone/roll-count.tsx';
import { Calls } from '../../../views/travel/phone/calls.tsx';
import { Vehicles } from '../../../views/travel/phone/vehicles.tsx';
import type { RollLineView } from '../../../views/travel/phone/roll-line-view.ts';

export function at(id: string): HTMLElement | null {
  return document.getElementById(id);
}

/**
 * Says something beside the box for codes, where it is read out as well: that something went well,
 * or what is wrong.
 */
export function tell(text: string, look: 'good' | 'wrong' = 'good'): void {
  const said = at('code-said');
  if (!said) return;
  said.textContent = text;
  said.className = look === 'wrong' ? 'error' : '';
}

/** A sentence in a box of its own, in the place of what it speaks of. */
export function notice(text: string): HTMLElement {
  const said = document.createElement('p');
  said.className = 'notice wait';
  said.textContent = text;
  return said;
}

/** The page as it is drawn from what the phone keeps. */
export type Page = {
  root: HTMLElement;
  store: Store;
  w: PageWords;
  looking: Looking;
  /**
   * What each part and each line was last drawn as: what says the same is left alone, with its fold
   * as somebody opened it.
   */
  drawn: Map<string, string>;
  resting?: ReturnType<typeof setTimeout>;
};

/** What the page shows, by what is kept now. */
export function reading({ store, w, looking }: Page): Reading {
  return read(store, w, looking);
}

/** The page whole. */
export function drawAll(page: Page): void {
  const { root, w, looking, drawn } = page;
  closeCamera();
  looking.search = '';
  const r = reading(page);
  const v = { ...aroundOf(r), lines: linesOf(r) };
  drawn.clear();
  root.innerHTML = markup(PhoneRoll({ w, v }));
  for (const line of v.lines) drawn.set(line.id, lineMarkup(page, line));
}

/** What stands around the lines. */
export function drawAround(page: Page, around: Around = aroundOf(reading(page))): void {
  const { w } = page;
  drawCount(page, around);
  put(page, 'signal', Signal({ w, v: around.signal }));
  put(page, 'why', OutOfReach({ w, line: around.signal.line }));
  put(page, 'vehicles', Vehicles({ w, v: around.vehicles }));
  put(page, 'filters', Filters({ w, v: around.filters }));
  put(page, 'calls', Calls({ w, v: around.calls }));
  if (!at('ends')?.querySelector('details[open]')) put(page, 'ends', Ends({ w, v: around.ends }));
  put(page, 'undo-last', UndoLast({ w, name: around.undoes }));
}

/** A tap: the line and the count at once, what stands around them when the thumb has moved on. */
export function drawTap(page: Page, id: string): void {
  const r = reading(page);
  drawCount(page, aroundOf(r));
  drawLine(page, id, r);
  clearTimeout(page.resting);
  page.resting = setTimeout(() => drawAround(page));
}

/** The list alone, narrowed by what is typed. */
export function drawLines(page: Page): void {
  const { w, drawn } = page;
  const lines = linesOf(reading(page));
  for (const line of lines) drawn.set(line.id, lineMarkup(page, line));
  const list = at('lines');
  if (list)
    list.innerHTML = lines.map((line) => drawn.get(line.id)).join('') || markup(NobodyLine({ w }));
}

/**
 * After something was heard. A list under somebody's thumb does not jump: only lines that say
 * something else are drawn anew.
 */
export function drawHeard(page: Page): void {
  const r = reading(page);
  const around = aroundOf(r);
  // A new plan has to be seen first, whatever is under the thumb.
  if (around.plan.isNew && !at('new-plan') && !isHalfDone(page)) return drawAll(page);
  for (const { id } of r.roster.people) drawLine(page, id, r);
  drawAround(page, around);
}

/** Of a link that is over: only what is left to send. */
export function drawRest(page: Page): void {
  page.root.innerHTML = markup(Signal({ w: page.w, v: signalOf(reading(page)) }));
}

/** Who is listed, and in which roll call: where that has changed, lines alone do not do. */
export function everybody(page: Page): string {
  const { roster, call } = reading(page);
  return [...roster.people.map(({ id }) => id), call].sort().join();
}

/** Whether somebody is in the middle of something that drawing the page anew would throw away. */
export function isHalfDone({ root }: Page): boolean {
  return [...root.querySelectorAll('[data-handover], [data-incident]')].some(
    (form) => form.closest('details')?.open === true,
  );
}

function put({ drawn }: Page, id: string, node: Child): void {
  const text = markup(node);
  const part = at(id);
  if (!part || drawn.get(id) === text) return;
  drawn.set(id, text);
  part.innerHTML = text;
}

function lineMarkup({ w }: Page, v: RollLineView): string {
  return markup(RollLine({ w, v, target: null }));
}

function drawCount(page: Page, { count }: Around): void {
  put(page, 'tally', tally(count));
  put(page, 'count', RollCount({ v: count }));
  put(page, 'missing', StillMissing({ w: page.w, v: count }));
}

function drawLine(page: Page, id: string, r: Reading): void {
  const { root, drawn } = page;
  const selector = `li[data-id="${CSS.escape(id)}"]`;
  const p = r.roster.people.find((each) => each.id === id);
  const old = root.querySelector(selector);
  if (!p || !old) return;
  const line = lineMarkup(page, lineOf(r, p));
  if (drawn.get(id) === line) return;
  drawn.set(id, line);
  const hadFocus = old.contains(document.activeElement);
  old.outerHTML = line;
  // Whoever works by keyboard, or is read to, goes on from the same person.
  if (hadFocus) root.querySelector<HTMLElement>(`${selector} button`)?.focus();
}
