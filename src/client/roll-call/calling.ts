import { readCard } from '../../pipeline/travel/roll-call/card-text.ts';
import { elsewhere, isCount } from '../../pipeline/travel/roll-call/stops.ts';
import { overhear } from '../../pipeline/travel/roll-call/side-by-side.ts';
import type { Knows } from '../../pipeline/travel/roll-call/word.ts';
import { drawAll, drawAround, drawTap, reading, tell } from './page.ts';
import { type Phone, sendSoon } from './phone.ts';
import { good, taken, twice } from './signals.ts';
import type { Deed } from '../../pipeline/travel/roll-call/deed.ts';
import { lastSaid } from './line-view.ts';
import { calledIn, shownOf } from '../../pipeline/travel/roll-call/on-the-phone.ts';
import { callsOf, hereIn } from './reading.ts';
import { fill } from '../../../views/travel/phone/tap.tsx';
import type { CallName, RollCallOutcome } from '../../pipeline/travel/roll-call/roll-state.ts';

/* Everything that can be said in a roll call: kept on the phone first, then shown, then sent. */

/** A thumb on a bus taps twice. */
const DOUBLE_TAP_MS = 700;

/** A tap on somebody, in the roll call that is looked at. */
export function say(phone: Phone, placementId: string, outcome: RollCallOutcome): void {
  speak(phone, placementId, outcome, reading(phone.page).call);
}

/**
 * A step of the whole batch, a signature, something that happened. Afterwards the page says that
 * it is noted.
 */
export function record(phone: Phone, deed: Exclude<Deed, { kind: 'word' }>, said = ''): void {
  take(phone, deed);
  tell(said);
}

/** A card that was scanned or typed: here, unless it was called already. */
export function card(phone: Phone, text: string): void {
  const { store, w } = phone.page;
  const code = readCard(text);
  const p = store.kept.roster.people.find((each) => each.code === code);
  if (!p) return wrong(w.codeUnknown);
  const { call, own, roster } = reading(phone.page);
  const here = hereIn(call);
  if (!calledIn(roster, call, own).includes(p)) {
    const state = shownOf(p, 'boarding', own);
    return wrong(`${p.name}: ${w.states[state as keyof typeof w.states] ?? w.codeUnknown}`);
  }
  if (shownOf(p, call, own) === here) return wrong(fill(w.already, { name: p.name }));
  tell('');
  say(phone, p.id, here);
}

/**
 * Two phones side by side without a network: this one hears whom the other has called, and says
 * the same from now on.
 */
export function hear(phone: Phone, text: string): void {
  const { page } = phone;
  const { store, w, looking } = page;
  const heard = overhear(text, store.kept.roster, store.own);
  if (heard === null) return card(phone, text);
  if (heard === 'other_list') return wrong(w.otherList);
  if (heard.phone === store.kept.phone) return;
  // Whoever hears of a count goes on calling that one.
  if (isCount(heard.call)) looking.call = heard.call;
  // Passed on, not said: it overrules nobody, and the other phone may still take it back.
  for (const { placementId, outcome, echoes } of heard.adopted)
    store.add({ kind: 'word', placementId, call: heard.call, outcome, echoes }, heard.knows);
  good();
  drawAll(page);
  const isDiffering = heard.differing.length > 0;
  const differing = isDiffering
    ? [fill(w.differing, { names: heard.differing.join(w.comma) })]
    : [];
  tell(
    [fill(w.overheard, { n: heard.adopted.length }), ...differing].join(' · '),
    isDiffering ? 'wrong' : 'good',
  );
  void whenKept(phone, store.isFull);
}

/** The last word that is on the screen and can be taken back; the button names whom it is about. */
export function undoLast(phone: Phone): void {
  const last = lastSaid(reading(phone.page));
  // Taken back on what it was said on: another phone's word of which this one has heard since
  // still stands.
  if (last) speak(phone, last.placementId, 'undo', last.call, last.echoes ? {} : last.knows);
}

/** Another count on the way, where the plan has no stop. */
export function newCount({ page }: Phone): void {
  const { store, looking } = page;
  looking.call = elsewhere(store.kept.phone, callsOf(store.kept.roster, store.own));
  looking.filter = 'open';
  drawAll(page);
}

function wrong(said: string): void {
  twice();
  tell(said, 'wrong');
}

function speak(
  phone: Phone,
  placementId: string,
  outcome: RollCallOutcome,
  call: CallName,
  knows?: Knows,
): void {
  const { calledAt } = phone;
  const now = performance.now();
  const since = now - (calledAt.get(placementId) ?? -Infinity);
  if (outcome === 'undo' && knows === undefined && since < DOUBLE_TAP_MS) return twice();
  calledAt.set(placementId, now);
  tell('');
  if (outcome === 'undo') taken();
  else good();
  // Whoever got off on the way is missing at the end as well, whichever count it was said in.
  const named =
    call === 'boarding' || outcome === 'present' || outcome === 'undo' ? call : 'arrival';
  take(phone, { kind: 'word', placementId, call: named, outcome }, knows);
}

/** Takes up a deed and shows it; it is sent, when there is a signal, as soon as it is kept. */
function take(phone: Phone, deed: Deed, knows?: Knows): void {
  const { page } = phone;
  const wasFull = page.store.isFull;
  page.store.add(deed, knows);
  if (deed.kind === 'word') drawTap(page, deed.placementId);
  else drawAll(page);
  void whenKept(phone, wasFull);
}

async function whenKept(phone: Phone, wasFull: boolean): Promise<void> {
  const { page } = phone;
  await page.store.settled;
  if (page.store.isFull !== wasFull) drawAround(page);
  sendSoon(phone);
}
