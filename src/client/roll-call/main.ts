/**
 * The roll call on an escort's phone. Everything that is tapped is kept on the phone first and sent
 * when there is a signal; the page is drawn from what is kept, by the same functions as the server
 * draws it.
 */
import '../ponyfills.ts';
import { readCard } from '../../pipeline/travel/roll-call/card-text.ts';
import { type LeanRoster, whole } from '../../pipeline/travel/roll-call/lean-roster.ts';
import { shownToOthers } from '../../pipeline/travel/roll-call/side-by-side.ts';
import { isAble } from '../able.ts';
import { forgetPage, keepPage } from '../kept-pages.ts';
import { submitterOf } from '../submitter.ts';
import { callingOn } from './calling.ts';
import { closeCamera, lookForSquares, showSquare, squares } from './camera-panel.ts';
import { countAccepted, type Read, readHandover, readIncident } from './forms.ts';
import { pageOn, tell } from './page.ts';
import { Portraits } from './portraits.ts';
import { exchange } from './send.ts';
import { good, twice } from './signals.ts';
import { Store } from './store.ts';
import { filterNamed, type Looking, type PageWords, read, signalOf } from './view.ts';
import type { CallName, RollCallOutcome } from '../../pipeline/travel/travel-state.ts';

/** Digits as keyboards write them, of full width too. */
function hasDigit(text: string): boolean {
  return /[\d０-９]/.test(text);
}

const AGAIN_MS = 15_000;
/** Taps in quick succession go together. */
const GATHER_MS = 400;

const root = document.querySelector<HTMLElement>('#roll')!;
function given(name: 'words' | 'roster'): unknown {
  return JSON.parse(root.dataset[name] ?? 'null');
}
const w = given('words') as PageWords;
const link = root.dataset['link'] ?? '';
const square = root.dataset['square'] ?? '';

/** Whether the camera is there and may not be used. */
function isForbidden(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotAllowedError';
}

const looking: Looking = {
  call: null,
  filter: 'open',
  vehicle: '',
  search: '',
  line: 'good',
  canReopen: true,
  portraitOf: () => null,
};

/** The page as the server drew it: what is left where this browser cannot do more. */
const plainPage = root.innerHTML;
/** Whether the page is drawn by the phone: only then are its forms the phone's. */
let isTakenOver = false;

async function start(): Promise<void> {
  const roster = given('roster') as LeanRoster | null;
  const store = await Store.open(link, roster && whole(roster));
  // It says all that it was given; from now on the phone's own store speaks.
  delete root.dataset['roster'];
  const portraits = await Portraits.open(link);
  looking.portraitOf = (photo) => portraits.of(photo);
  store.clock.hear(Number(root.dataset['time'] ?? '') || null);
  const page = pageOn(root, store, w, looking);
  const hasRoster = store.kept.roster.seq >= 0;
  let isOver = false;

  const end = async (said: string): Promise<void> => {
    isOver = true;
    closeCamera();
    // What was not taken is said once more, before nothing is left to say it from.
    const refusals = signalOf(read(store, w, looking)).refusals.map(({ text }) => text);
    await store.empty();
    await portraits.empty();
    await forgetPage();
    const lines = [said, ...refusals].map((text) =>
      Object.assign(document.createElement('p'), { className: 'notice wait', textContent: text }),
    );
    root.replaceChildren(...lines);
  };

  const showPortraits = (): Promise<void> =>
    portraits.fetch(
      store.kept.roster.people.map(({ portrait }) => portrait ?? null),
      () => !isOver && !isSending && store.unsent.length === 0,
      () => page.drawHeard(),
    );

  let isSendingOthers = false;
  const sendOthers = async (): Promise<void> => {
    if (isSendingOthers) return;
    isSendingOthers = true;
    const before = store.kept.refusals.length;
    await drainOthers(store);
    isSendingOthers = false;
    if (store.kept.refusals.length > before && !isOver) page.drawAround();
  };

  let isSending = false;
  let again = false;
  const send = async (): Promise<void> => {
    if (isOver) return;
    again = isSending;
    if (isSending) return;
    isSending = true;
    const before = page.everybody();
    looking.line = await exchange(store);
    isSending = false;
    if (looking.line === 'over') return end(w.over);
    if (looking.line === 'done') return end(w.overHandedOver);
    if (!hasRoster) page.drawRest();
    else if (page.everybody() !== before && !page.isHalfDone()) page.drawAll();
    else page.drawHeard();
    if (hasRoster && looking.line === 'good') void showPortraits();
    if (looking.line === 'good') void sendOthers();
    if (again) void send();
  };
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const sendSoon = (): void => {
    clearTimeout(gathering);
    gathering = setTimeout(() => void send(), GATHER_MS);
  };

  const calling = callingOn({ store, page, w, looking, sendSoon });

  const scan = async (): Promise<void> => {
    const sources = { scanner: root.dataset['scanner'] ?? '', wasm: root.dataset['wasm'] ?? '' };
    await lookForSquares(w.scanWhat, sources, calling.hear).catch((error: unknown) =>
      tell(isForbidden(error) ? w.cameraGone : w.scanNot, 'wrong'),
    );
  };
  const showMine = async (): Promise<void> => {
    const { roster, own, call } = read(store, w, looking);
    await showSquare(w.showMineWhy, shownToOthers(roster, call, own), square).catch(() =>
      tell(w.noLine, 'wrong'),
    );
  };

  const submitted = (form: HTMLFormElement, asked: Read, said: string): void => {
    const error = form.querySelector('.error');
    if (error) error.textContent = 'fault' in asked ? asked.fault : '';
    if ('fault' in asked || asked.deed.kind === 'word') return twice();
    good();
    calling.record(asked.deed, said);
  };

  root.addEventListener('submit', (event) => {
    if (!isTakenOver) return;
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (form.matches('[data-code]')) {
      const box = form.elements.namedItem('code') as HTMLInputElement;
      // A name is searched for as it is typed; only digits are a card.
      if (!hasDigit(box.value)) return;
      calling.card(box.value);
      box.value = '';
      looking.search = '';
      page.drawLines();
      return;
    }
    if (form.matches('[data-handover]'))
      return submitted(form, readHandover(form, w), w.handoverKept);
    if (form.matches('[data-incident]'))
      return submitted(form, readIncident(form, w), w.incidentKept);
    const id = form.closest('li')?.dataset['id'];
    const outcome = submitterOf(event)?.value as RollCallOutcome | undefined;
    if (id && outcome) calling.say(id, outcome);
  });

  root.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[type=button]');
    if (!button) return;
    const { filter, call, vehicle, seen, step } = button.dataset;
    if (filter) looking.filter = filterNamed(filter);
    if (call) looking.call = call as CallName;
    if (vehicle !== undefined) looking.vehicle = vehicle;
    if (filter || call || vehicle !== undefined) page.drawAll();
    if (button.hasAttribute('data-new-count')) calling.newCount();
    if (button.hasAttribute('data-undo-last')) calling.undoLast();
    if (button.hasAttribute('data-plan-seen'))
      calling.record({ kind: 'plan_seen', version: store.kept.roster.plan.version });
    if (button.hasAttribute('data-scan')) void scan();
    if (button.hasAttribute('data-show-mine')) void showMine();
    if (button.hasAttribute('data-close')) closeCamera();
    if (button.hasAttribute('data-send')) void send();
    if (seen) void store.putAway(Number(seen)).then(hasRoster ? page.drawAll : page.drawRest);
    if (step === 'depart' || step === 'arrive' || step === 'depart_undo') {
      looking.call = null;
      looking.filter = 'open';
      calling.record({ kind: step });
    }
  });

  root.addEventListener('change', (event) => {
    const form = (event.target as Element).closest<HTMLFormElement>('form[data-handover]');
    if (form) countAccepted(form);
  });

  root.addEventListener('input', (event) => {
    const box = event.target as HTMLInputElement;
    if (box.id !== 'code') return;
    const text = box.value.trim();
    const isCard = readCard(text) !== null;
    if (isCard) {
      calling.card(text);
      box.value = '';
    }
    looking.search = isCard || hasDigit(text) ? '' : text;
    page.drawLines();
  });

  // Without a signal another language would lead to the browser's own error page.
  document.querySelector('form.lang')?.addEventListener('submit', (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    twice();
    tell(w.langOffline, 'wrong');
  });
  addEventListener('online', () => void send());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void store.refresh().then(send);
  });
  setInterval(() => {
    if (!document.hidden) void send();
  }, AGAIN_MS);

  // Of a link that is over only what is kept here is left to send.
  isTakenOver = true;
  if (hasRoster) page.drawAll();
  else page.drawRest();
  root.dataset['ready'] = 'yes';
  if (hasRoster) void squares(square).catch(() => undefined);
  void askToStay();
  if (hasRoster) {
    looking.canReopen = await keepPage([square]);
    page.drawAround();
  }
  await send();
  await Portraits.forgetOthers([link, ...(await Store.otherLinks(link))]);
}

/**
 * What was done under another link on this phone is sent as well, and then forgotten: an old link
 * that ended, say. What was refused of it is shown here, until somebody has seen it.
 */
async function drainOthers(here: Store): Promise<void> {
  for (const other of await Store.otherLinks(link)) {
    const store = await Store.open(other, null);
    const line = await exchange(store);
    if (line !== 'over' && line !== 'done') continue;
    await here.takeOver(store.kept.refusals);
    await store.empty();
    await (await Portraits.open(other)).empty();
  }
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
  const said = Object.assign(document.createElement('p'), {
    className: 'notice wait',
    textContent: w.unable,
  });
  root.prepend(said);
}

if (isAble()) start().catch(giveBack);
else giveBack();
