import { fill } from '../../../views/travel/phone/roll-line.tsx';
import { readCard } from '../../pipeline/travel/roll-call/card-text.ts';
import { calledIn, shownOf } from '../../pipeline/travel/roll-call/phone-roster.ts';
import { elsewhere, isCount } from '../../pipeline/travel/roll-call/stops.ts';
import { overhear } from '../../pipeline/travel/roll-call/side-by-side.ts';
import type { Knows } from '../../pipeline/travel/roll-call/word.ts';
import { type Page, tell } from './page.ts';
import { good, taken, twice } from './signals.ts';
import type { Store } from './store.ts';
import { callsOf, hereIn, lastSaid, type Looking, type PageWords, read } from './view.ts';
import type { CallName, RollCallOutcome } from '../../pipeline/travel/travel-state.ts';
import type { Deed } from '../../pipeline/travel/roll-call/deed.ts';

/** A thumb on a bus taps twice. */
const DOUBLE_TAP_MS = 700;

type Given = { store: Store; page: Page; w: PageWords; looking: Looking; sendSoon: () => void };

/**
 * Everything that can be said in a roll call: kept on the phone first, then shown, then sent when
 * there is a signal.
 */
export function callingOn({ store, page, w, looking, sendSoon }: Given) {
  const whenKept = async (wasFull: boolean): Promise<void> => {
    await store.settled;
    if (store.isFull !== wasFull) page.drawAround();
    sendSoon();
  };

  /** Takes up a deed and shows it; it is sent, when there is a signal, as soon as it is kept. */
  const take = (deed: Deed, knows?: Knows): void => {
    const wasFull = store.isFull;
    store.add(deed, knows);
    if (deed.kind === 'word') page.drawTap(deed.placementId);
    else page.drawAll();
    void whenKept(wasFull);
  };

  /**
   * When somebody was last called here: the second tap of a double one lands where the undo has
   * come to stand.
   */
  const calledAt = new Map<string, number>();

  const word = (
    placementId: string,
    outcome: RollCallOutcome,
    call: CallName,
    knows?: Knows,
  ): void => {
    const now = performance.now();
    if (
      outcome === 'undo' &&
      knows === undefined &&
      now - (calledAt.get(placementId) ?? -Infinity) < DOUBLE_TAP_MS
    )
      return twice();
    calledAt.set(placementId, now);
    tell('');
    if (outcome === 'undo') taken();
    else good();
    // Whoever got off on the way is missing at the end as well, whichever count it was said in.
    const named =
      call === 'boarding' || outcome === 'present' || outcome === 'undo' ? call : 'arrival';
    take({ kind: 'word', placementId, call: named, outcome }, knows);
  };

  /** A tap on somebody, in the roll call that is looked at. */
  const say = (placementId: string, outcome: RollCallOutcome): void =>
    word(placementId, outcome, read(store, w, looking).call);

  /**
   * A step of the whole batch, a signature, something that happened. Afterwards the page says that
   * it is noted.
   */
  const record = (deed: Exclude<Deed, { kind: 'word' }>, said = ''): void => {
    take(deed);
    tell(said);
  };

  /** A card that was scanned or typed: here, unless it was called already. */
  const card = (text: string): void => {
    const code = readCard(text);
    const p = store.kept.roster.people.find((each) => each.code === code);
    if (!p) {
      twice();
      return tell(w.codeUnknown, 'wrong');
    }
    const { call, own, roster } = read(store, w, looking);
    const here = hereIn(call);
    if (!calledIn(roster, call, own).includes(p)) {
      twice();
      const state = shownOf(p, 'boarding', own);
      return tell(
        `${p.name}: ${w.states[state as keyof typeof w.states] ?? w.codeUnknown}`,
        'wrong',
      );
    }
    if (shownOf(p, call, own) === here) {
      twice();
      return tell(fill(w.already, { name: p.name }), 'wrong');
    }
    tell('');
    say(p.id, here);
  };

  /**
   * Two phones side by side without a network: this one hears whom the other has called, and says
   * the same from now on.
   */
  const hear = (text: string): void => {
    const heard = overhear(text, store.kept.roster, store.own);
    if (heard === null) return card(text);
    if (heard === 'other_list') {
      twice();
      return tell(w.otherList, 'wrong');
    }
    if (heard.phone === store.kept.phone) return;
    // Whoever hears of a count goes on calling that one.
    if (isCount(heard.call)) looking.call = heard.call;
    // Passed on, not said: it overrules nobody, and the other phone may still take it back.
    for (const { placementId, outcome, echoes } of heard.adopted)
      store.add({ kind: 'word', placementId, call: heard.call, outcome, echoes }, heard.knows);
    good();
    page.drawAll();
    tell(
      [
        fill(w.overheard, { n: heard.adopted.length }),
        heard.differing.length > 0
          ? fill(w.differing, { names: heard.differing.join(w.comma) })
          : '',
      ]
        .filter(Boolean)
        .join(' · '),
      heard.differing.length > 0 ? 'wrong' : 'good',
    );
    void whenKept(store.isFull);
  };

  /**
   * The last word that is on the screen and can be taken back; the button names whom it is about.
   */
  const undoLast = (): void => {
    const last = lastSaid(read(store, w, looking));
    // Taken back on what it was said on: another phone's word of which this one has heard since
    // still stands.
    if (last) word(last.placementId, 'undo', last.call, last.echoes ? {} : last.knows);
  };

  /** Another count on the way, where the plan has no stop. */
  const newCount = (): void => {
    looking.call = elsewhere(store.kept.phone, callsOf(store.kept.roster, store.own));
    looking.filter = 'open';
    page.drawAll();
  };

  return { say, record, card, hear, undoLast, newCount };
}
