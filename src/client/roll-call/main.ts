/**
 * The roll call on an escort's phone. Everything that is tapped is kept on the phone first and sent when there is a signal;
 * the page is drawn from what is kept, by the same functions as the server draws it.
 */
import type { Child } from 'hono/jsx';
import { Calls, Ends, Filters, PhoneRoll, Signal, tally } from '../../../views/travel/phone-roll.tsx';
import { RollCount, RollLine, type RollLineView } from '../../../views/travel/roll-line.tsx';
import { readCard } from '../../pipeline/travel/card-text.ts';
import type { Deed, PhoneEntry } from '../../pipeline/travel/entries.ts';
import { INCIDENT_KINDS, incidentFaults } from '../../pipeline/travel/incident.ts';
import { REJECTION_REASONS, type RejectionReason } from '../../pipeline/travel/handover.ts';
import { calledIn, type PhoneRoster, shownOf } from '../../pipeline/travel/phone-roster.ts';
import { overhear, shownToOthers } from '../../pipeline/travel/side-by-side.ts';
import type { Knows } from '../../pipeline/travel/word.ts';
import type { CallName, RollCallOutcome } from '../../pipeline/travel/roll-call.ts';
import { forgetPage, keepPage } from '../kept-pages.ts';
import { draw, watch } from './camera.ts';
import { markup } from './markup.ts';
import { exchange } from './send.ts';
import { good, taken, twice } from './signals.ts';
import { Store } from './store.ts';
import { callsOf, currentCall, fill, FILTERS, lineOf, type Looking, type PageWords, viewOf } from './view.ts';

const AGAIN_MS = 15_000;
/** Taps in quick succession go together. */
const GATHER_MS = 400;
/** A thumb on a bus taps twice. */
const DOUBLE_TAP_MS = 700;

const root = document.querySelector<HTMLElement>('#roll')!;
const given = (name: 'words' | 'roster'): unknown => JSON.parse(root.dataset[name] ?? 'null');
const w = given('words') as PageWords;
const link = root.dataset['link'] ?? '';

const looking: Looking = {
  call: null,
  filter: 'open',
  search: '',
  line: 'good',
  canReopen: true,
};

const at = (id: string): HTMLElement | null => document.getElementById(id);
const put = (id: string, node: Child): void => {
  const part = at(id);
  if (part) part.innerHTML = markup(node);
};

const start = async (): Promise<void> => {
  const store = await Store.open(link, given('roster') as PhoneRoster | null);
  // It says all that it was given; from now on the phone's own store speaks.
  delete root.dataset['roster'];
  let isOver = false;

  /** What each line was last drawn as: one that says the same is left alone, with its fold as somebody opened it. */
  const drawn = new Map<string, string>();
  const lineMarkup = (v: RollLineView): string => markup(RollLine({ w, v, target: null }));

  let stopCamera: (() => void) | undefined;
  const closeCamera = (): void => {
    stopCamera?.();
    stopCamera = undefined;
    at('camera')?.setAttribute('hidden', '');
  };

  /** Whether somebody is in the middle of something that drawing the page anew would throw away. */
  const isHalfDone = (): boolean =>
    root.querySelector('[data-handover]')?.closest('details')?.open === true ||
    root.querySelector('[data-incident]')?.closest('details')?.open === true;

  const drawAll = (): void => {
    if (isOver) return;
    closeCamera();
    looking.search = '';
    const v = viewOf(store, w, looking);
    root.innerHTML = markup(PhoneRoll({ w, v }));
    drawn.clear();
    for (const line of v.lines) drawn.set(line.id, lineMarkup(line));
  };

  /** What changes with a tap: everything but the list, in which only the one line is drawn anew. */
  const drawAround = (): void => {
    const v = viewOf(store, w, looking);
    put('signal', Signal({ w, v: v.signal }));
    put('count', RollCount({ w, v: v.count }));
    put('tally', tally(v.count));
    put('filters', Filters({ w, v: v.filters }));
    put('calls', Calls({ w, v: v.calls }));
    if (!at('ends')?.querySelector('details[open]')) put('ends', Ends({ w, v: v.ends }));
  };
  const drawLine = (id: string): void => {
    const p = store.kept.roster.people.find((each) => each.id === id);
    const old = root.querySelector(`li[data-id="${CSS.escape(id)}"]`);
    if (!p || !old) return;
    const line = lineMarkup(lineOf(store, w, p, currentCall(store, looking)));
    if (drawn.get(id) === line) return;
    drawn.set(id, line);
    const hadFocus = old.contains(document.activeElement);
    old.outerHTML = line;
    // Whoever works by keyboard, or is read to, goes on from the same person.
    if (hadFocus) root.querySelector<HTMLElement>(`li[data-id="${CSS.escape(id)}"] button`)?.focus();
  };

  const end = async (said: string): Promise<void> => {
    isOver = true;
    // What was not taken is said once more, before nothing is left to say it from.
    const refusals = viewOf(store, w, looking).signal.refusals.map(({ text }) => text);
    await store.empty();
    await forgetPage();
    const lines = [said, ...refusals].map((text) =>
      Object.assign(document.createElement('p'), { className: 'notice wait', textContent: text }),
    );
    root.replaceChildren(...lines);
  };

  /** After something was heard. A list under somebody's thumb does not jump: only lines that say something else are drawn anew. */
  const drawHeard = (): void => {
    // A new plan has to be seen first, whatever is under the thumb.
    if (viewOf(store, w, looking).plan.isNew && !at('new-plan') && !isHalfDone()) return drawAll();
    for (const each of store.kept.roster.people) drawLine(each.id);
    drawAround();
  };
  /** Who is listed, and in which roll call: where that has changed, lines alone do not do. */
  const everybody = (): string =>
    [...store.kept.roster.people.map(({ id }) => id), currentCall(store, looking)].toSorted().join();

  let isSending = false;
  let again = false;
  const send = async (): Promise<void> => {
    if (isOver) return;
    again = isSending;
    if (isSending) return;
    isSending = true;
    const before = everybody();
    looking.line = await exchange(store);
    isSending = false;
    if (looking.line === 'over') return end(w.over);
    if (looking.line === 'done') return end(w.overHandedOver);
    if (everybody() !== before && !isHalfDone()) drawAll();
    else drawHeard();
    if (again) void send();
  };
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const sendSoon = (): void => {
    clearTimeout(gathering);
    gathering = setTimeout(() => void send(), GATHER_MS);
  };

  /** One after the other, however quick the thumb: each deed is decided on what the one before it left. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<unknown> | undefined): void => {
    turn = turn.then(work, work);
  };

  /** Keeps a deed, shows it, and sends it when there is a signal. */
  const record = async (deed: Deed, at = Date.now(), knows?: Knows): Promise<PhoneEntry> => {
    const entry = await store.add(deed, at, knows);
    if (deed.kind === 'word') drawLine(deed.placementId);
    else drawAll();
    drawAround();
    sendSoon();
    return entry;
  };

  /** When somebody was last called here: the second tap of a double one lands where the undo has come to stand. */
  const calledAt = new Map<string, number>();

  const say = (
    placementId: string,
    outcome: RollCallOutcome,
    call: CallName,
    tappedAt: number,
    knows?: Knows,
  ): Promise<PhoneEntry> | undefined => {
    if (outcome === 'undo' && knows === undefined && tappedAt - (calledAt.get(placementId) ?? 0) < DOUBLE_TAP_MS) {
      twice();
      return undefined;
    }
    calledAt.set(placementId, tappedAt);
    if (outcome === 'undo') taken();
    else good();
    // Whoever got off on the way is missing at the end as well, whichever count it was said in.
    const named = call === 'boarding' || outcome === 'present' || outcome === 'undo' ? call : 'arrival';
    return record({ kind: 'word', placementId, call: named, outcome }, tappedAt, knows);
  };

  /** A card that was scanned or typed: here, unless it was called already. */
  const tell = (text: string): void => {
    const said = at('code-said');
    if (said) said.textContent = text;
  };
  const card = (text: string): void => {
    const code = readCard(text);
    const p = store.kept.roster.people.find((each) => each.code === code);
    if (!p) {
      twice();
      return tell(w.codeUnknown);
    }
    const call = currentCall(store, looking);
    const own = { phone: store.kept.phone, unsent: store.unsent };
    const here = call === 'boarding' ? 'boarded' : call === 'arrival' ? 'arrived' : 'present';
    if (!calledIn(store.kept.roster, call, own).includes(p)) {
      twice();
      const state = shownOf(p, 'boarding', own);
      return tell(`${p.name}: ${w.states[state as keyof typeof w.states] ?? w.codeUnknown}`);
    }
    if (shownOf(p, call, own) === here) {
      twice();
      return tell(fill(w.already, { name: p.name }));
    }
    tell('');
    inTurn(() => say(p.id, here, call, Date.now()));
  };

  /** Two phones side by side without a network: this one hears whom the other has called, and says the same from now on. */
  const listen = async (text: string): Promise<void> => {
    const own = { phone: store.kept.phone, unsent: store.unsent };
    const heard = overhear(text, store.kept.roster, own);
    if (heard === null) return card(text);
    if (heard === 'other_list') {
      twice();
      return tell(w.otherList);
    }
    if (heard.phone === store.kept.phone) return;
    for (const { placementId, outcome } of heard.adopted)
      await store.add({ kind: 'word', placementId, call: heard.call, outcome }, Date.now());
    good();
    drawAll();
    tell(
      [
        fill(w.overheard, { n: heard.adopted.length }),
        heard.differing.length > 0 ? fill(w.differing, { names: heard.differing.join(w.comma) }) : '',
      ]
        .filter(Boolean)
        .join(' · '),
    );
    sendSoon();
  };

  const openCamera = (said: string): { video: HTMLVideoElement; canvas: HTMLCanvasElement } | null => {
    const box = at('camera');
    const [video, canvas, words] = [box?.querySelector('video'), box?.querySelector('canvas'), box?.querySelector('p')];
    if (!box || !video || !canvas || !words) return null;
    box.removeAttribute('hidden');
    words.textContent = said;
    return { video, canvas };
  };
  const sources = { scanner: root.dataset['scanner'] ?? '', wasm: root.dataset['wasm'] ?? '' };

  const scan = async (): Promise<void> => {
    closeCamera();
    const parts = openCamera(w.codeLabel);
    if (!parts) return;
    parts.canvas.hidden = true;
    parts.video.hidden = false;
    let last = '';
    const onText = (text: string): void => {
      // The card stays before the camera for a while: it is read once.
      if (text === last) return;
      last = text;
      setTimeout(() => {
        if (last === text) last = '';
      }, 3000);
      inTurn(() => listen(text));
    };
    try {
      stopCamera = await watch(parts.video, sources, onText);
    } catch {
      closeCamera();
      tell(w.scanNot);
    }
  };

  const showMine = (): void => {
    closeCamera();
    const parts = openCamera(w.showMineWhy);
    if (!parts) return;
    parts.video.hidden = true;
    parts.canvas.hidden = false;
    const own = { phone: store.kept.phone, unsent: store.unsent };
    const text = shownToOthers(store.kept.roster, currentCall(store, looking), own, store.kept.lastNo);
    draw(parts.canvas, text);
    parts.canvas.dataset['text'] = text;
    at('camera')?.scrollIntoView();
  };

  const undoLast = (): Promise<PhoneEntry> | undefined => {
    const isTaken = (entry: PhoneEntry): boolean =>
      store.entries.some(
        (later) =>
          later.kind === 'word' &&
          entry.kind === 'word' &&
          later.no > entry.no &&
          later.placementId === entry.placementId &&
          later.call === entry.call,
      );
    const open = store.entries.findLast(
      (entry) => entry.kind === 'word' && entry.outcome !== 'undo' && !isTaken(entry),
    );
    // Taken back on what it was said on: another phone's word of which this one has heard since still stands.
    return open?.kind === 'word' ? say(open.placementId, 'undo', open.call, Date.now(), open.knows) : undefined;
  };

  const newCount = (): void => {
    const own = { phone: store.kept.phone, unsent: store.unsent };
    const counts = callsOf(store.kept.roster, own).filter((call) => call.startsWith('count-'));
    const last = Math.max(0, ...counts.map((call) => Number(call.slice('count-'.length))));
    looking.call = `count-${last + 1}`;
    looking.filter = 'open';
    drawAll();
  };

  const isReason = (text: unknown): text is RejectionReason => (REJECTION_REASONS as readonly unknown[]).includes(text);
  const handOver = (form: HTMLFormElement): void => {
    const fields = [...new FormData(form)];
    const rejected = fields.flatMap(([name, reason]) =>
      name.startsWith('reject-') && isReason(reason) ? [{ placementId: name.slice('reject-'.length), reason }] : [],
    );
    const text = (name: string): string => {
      const value = fields.find(([field]) => field === name)?.[1];
      return typeof value === 'string' ? value.trim() : '';
    };
    const v = viewOf(store, w, looking).ends;
    const expected = v.kind === 'handover' ? v.arrived.length - rejected.length : 0;
    const count = Number(text('count'));
    if (count !== expected || text('name') === '') {
      // Said beside the fields, which keep what was typed.
      const error =
        form.querySelector('.error') ?? form.insertBefore(document.createElement('p'), form.lastElementChild);
      error.className = 'error';
      error.textContent =
        count === expected ? w.handoverName : `${w.errors['count_differs'] ?? ''} (${expected} / ${count})`;
      twice();
      return;
    }
    inTurn(() => record({ kind: 'handover', count, name: text('name'), rejected }));
  };

  const noteIncident = (form: HTMLFormElement): void => {
    const fields = new FormData(form);
    const text = (name: string): string => {
      const value = fields.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const what = INCIDENT_KINDS.find((kind) => kind === text('what')) ?? 'other';
    const people = fields.getAll('people').filter((id) => typeof id === 'string');
    const told = { people, note: text('note'), called: text('called'), policeReport: text('policeReport') };
    const fault = incidentFaults({ kind: what, ...told });
    const said = form.querySelector('.error');
    if (said) said.textContent = fault ? (fault.field === 'people' ? w.incidentPeople : w.incidentCalled) : '';
    if (fault) return twice();
    good();
    inTurn(() => record({ kind: 'incident', what, ...told }));
  };

  root.addEventListener('submit', (event) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (form.matches('[data-code]')) {
      const box = form.elements.namedItem('code') as HTMLInputElement;
      card(box.value);
      box.value = '';
      looking.search = '';
      return;
    }
    if (form.matches('[data-handover]')) return handOver(form);
    if (form.matches('[data-incident]')) return noteIncident(form);
    const id = form.closest('li')?.dataset['id'];
    const outcome = event.submitter?.getAttribute('value') as RollCallOutcome | null | undefined;
    // When and in which roll call it was tapped, however long those before it take to be kept.
    const [tappedAt, call] = [Date.now(), currentCall(store, looking)];
    if (id && outcome) inTurn(() => say(id, outcome, call, tappedAt));
  });

  root.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[type=button]');
    if (!button) return;
    const { filter, call, seen, step } = button.dataset;
    if (filter) looking.filter = FILTERS.find((each) => each === filter) ?? 'open';
    if (call) looking.call = call as CallName;
    if (filter || call) drawAll();
    if (button.hasAttribute('data-new-count')) newCount();
    if (button.hasAttribute('data-undo-last')) inTurn(undoLast);
    if (button.hasAttribute('data-plan-seen'))
      inTurn(() => record({ kind: 'plan_seen', version: store.kept.roster.plan.version }));
    if (button.hasAttribute('data-scan')) void scan();
    if (button.hasAttribute('data-show-mine')) showMine();
    if (button.hasAttribute('data-close')) closeCamera();
    if (button.hasAttribute('data-send')) void send();
    if (seen) void store.putAway(Number(seen)).then(drawAll);
    if (step === 'depart' || step === 'arrive') {
      looking.call = null;
      looking.filter = 'open';
      inTurn(() => record({ kind: step }));
    }
  });

  root.addEventListener('input', (event) => {
    const box = event.target as HTMLInputElement;
    if (box.id !== 'code') return;
    const text = box.value.trim();
    if (readCard(text) !== null) {
      card(text);
      box.value = '';
      looking.search = '';
      return;
    }
    looking.search = /\d/.test(text) ? '' : text;
    put(
      'lines',
      viewOf(store, w, looking)
        .lines.map((v) => markup(RollLine({ w, v, target: null })))
        .join(''),
    );
  });

  // Without a signal another language would lead to the browser's own error page.
  document.querySelector('form.lang')?.addEventListener('submit', (event) => {
    if (!navigator.onLine) event.preventDefault();
  });
  addEventListener('online', () => void send());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void store.refresh().then(drawHeard).then(send);
  });
  setInterval(() => {
    if (!document.hidden) void send();
  }, AGAIN_MS);

  // Of a link that is over only what is kept here is left to send.
  if (store.kept.roster.seq >= 0) drawAll();
  root.dataset['ready'] = 'yes';
  void navigator.storage?.persist?.();
  if (store.kept.roster.seq >= 0) {
    looking.canReopen = await keepPage();
    drawAround();
  }
  await send();
  await drainOthers();
};

/** What was done under another link on this phone is sent as well, and then forgotten: an old link that ended, say. */
const drainOthers = async (): Promise<void> => {
  for (const other of await Store.otherLinks(link)) {
    const store = await Store.open(other, null);
    const line = await exchange(store);
    if (line === 'over' || line === 'done') await store.empty();
  }
};

void start();
