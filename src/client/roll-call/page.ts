import type { Child } from 'hono/jsx';
import { Calls, Filters, Vehicles } from '../../../views/travel/phone/chips.tsx';
import { Ends } from '../../../views/travel/phone/ends.tsx';
import { NobodyLine, PhoneRoll, tally, UndoLast } from '../../../views/travel/phone/roll.tsx';
import {
  RollCount,
  RollLine,
  type RollLineView,
  StillMissing,
} from '../../../views/travel/phone/roll-line.tsx';
import { OutOfReach, Signal } from '../../../views/travel/phone/signal.tsx';
import { closeCamera } from './camera-panel.ts';
import { markup } from './markup.ts';
import type { Store } from './store.ts';
import {
  aroundOf,
  type Around,
  lineOf,
  linesOf,
  type Looking,
  type PageWords,
  read,
  signalOf,
} from './view.ts';

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

/**
 * The page as it is drawn from what the phone keeps: whole, or only what a tap or an answer has
 * changed.
 */
export function pageOn(root: HTMLElement, store: Store, w: PageWords, looking: Looking) {
  /**
   * What each part and each line was last drawn as: what says the same is left alone, with its fold
   * as somebody opened it.
   */
  const drawn = new Map<string, string>();
  const put = (id: string, node: Child): void => {
    const text = markup(node);
    const part = at(id);
    if (!part || drawn.get(id) === text) return;
    drawn.set(id, text);
    part.innerHTML = text;
  };
  const lineMarkup = (v: RollLineView): string => markup(RollLine({ w, v, target: null }));
  const drawCount = ({ count }: Around): void => {
    put('tally', tally(count));
    put('count', RollCount({ v: count }));
    put('missing', StillMissing({ w, v: count }));
  };

  const drawAround = (around: Around = aroundOf(read(store, w, looking))): void => {
    drawCount(around);
    put('signal', Signal({ w, v: around.signal }));
    put('why', OutOfReach({ w, line: around.signal.line }));
    put('vehicles', Vehicles({ w, v: around.vehicles }));
    put('filters', Filters({ w, v: around.filters }));
    put('calls', Calls({ w, v: around.calls }));
    if (!at('ends')?.querySelector('details[open]')) put('ends', Ends({ w, v: around.ends }));
    put('undo-last', UndoLast({ w, name: around.undoes }));
  };

  const drawAll = (): void => {
    closeCamera();
    looking.search = '';
    const r = read(store, w, looking);
    const v = { ...aroundOf(r), lines: linesOf(r) };
    drawn.clear();
    root.innerHTML = markup(PhoneRoll({ w, v }));
    for (const line of v.lines) drawn.set(line.id, lineMarkup(line));
  };

  const drawLine = (id: string, r = read(store, w, looking)): void => {
    const p = r.roster.people.find((each) => each.id === id);
    const old = root.querySelector(`li[data-id="${CSS.escape(id)}"]`);
    if (!p || !old) return;
    const line = lineMarkup(lineOf(r, p));
    if (drawn.get(id) === line) return;
    drawn.set(id, line);
    const hadFocus = old.contains(document.activeElement);
    old.outerHTML = line;
    // Whoever works by keyboard, or is read to, goes on from the same person.
    if (hadFocus)
      root.querySelector<HTMLElement>(`li[data-id="${CSS.escape(id)}"] button`)?.focus();
  };

  let resting: ReturnType<typeof setTimeout> | undefined;
  /** A tap: the line and the count at once, what stands around them when the thumb has moved on. */
  const drawTap = (id: string): void => {
    const r = read(store, w, looking);
    drawCount(aroundOf(r));
    drawLine(id, r);
    clearTimeout(resting);
    resting = setTimeout(drawAround);
  };

  /** The list alone, narrowed by what is typed. */
  const drawLines = (): void => {
    const lines = linesOf(read(store, w, looking));
    for (const line of lines) drawn.set(line.id, lineMarkup(line));
    const list = at('lines');
    if (list)
      list.innerHTML =
        lines.map((line) => drawn.get(line.id)).join('') || markup(NobodyLine({ w }));
  };

  /** Whether somebody is in the middle of something that drawing the page anew would throw away. */
  const isHalfDone = (): boolean =>
    [...root.querySelectorAll('[data-handover], [data-incident]')].some(
      (form) => form.closest('details')?.open === true,
    );

  /**
   * After something was heard. A list under somebody's thumb does not jump: only lines that say
   * something else are drawn anew.
   */
  const drawHeard = (): void => {
    const r = read(store, w, looking);
    const around = aroundOf(r);
    // A new plan has to be seen first, whatever is under the thumb.
    if (around.plan.isNew && !at('new-plan') && !isHalfDone()) return drawAll();
    for (const { id } of r.roster.people) drawLine(id, r);
    drawAround(around);
  };

  /** Of a link that is over: only what is left to send. */
  const drawRest = (): void => {
    root.innerHTML = markup(Signal({ w, v: signalOf(read(store, w, looking)) }));
  };

  /** Who is listed, and in which roll call: where that has changed, lines alone do not do. */
  const everybody = (): string => {
    const { roster, call } = read(store, w, looking);
    return [...roster.people.map(({ id }) => id), call].sort().join();
  };

  return { drawAll, drawAround, drawTap, drawLines, drawHeard, drawRest, everybody, isHalfDone };
}

export type Page = ReturnType<typeof pageOn>;
