import { readCard } from '../../pipeline/travel/roll-call/card-text.ts';
import { shownToOthers } from '../../pipeline/travel/roll-call/side-by-side.ts';
import { submitterOf } from '../submitter.ts';
import { card, hear, newCount, record, say, undoLast } from './calling.ts';
import { closeCamera, lookForSquares, showSquare } from './camera-panel.ts';
import { countAccepted, type Read, readHandover, readIncident } from './forms.ts';
import { drawAll, drawLines, drawRest, reading, tell } from './page.ts';
import { type Phone, send } from './phone.ts';
import { good, twice } from './signals.ts';
import { filterNamed } from './view.ts';
import type { CallName, RollCallOutcome } from '../../pipeline/travel/roll-call/roll-state.ts';

const AGAIN_MS = 15_000;

/** Listens to the thumb on the page, and to the browser for a signal. */
export function listen(phone: Phone, isTakenOver: () => boolean): void {
  const { page } = phone;
  const { root } = page;
  root.addEventListener('submit', (event) => {
    if (!isTakenOver()) return;
    event.preventDefault();
    onSubmit(phone, event);
  });
  root.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[type=button]');
    if (!button) return;
    look(phone, button);
    onButton(phone, button);
  });
  root.addEventListener('change', (event) => {
    const form = (event.target as Element).closest<HTMLFormElement>('form[data-handover]');
    if (form) countAccepted(form);
  });
  root.addEventListener('input', (event) => {
    const box = event.target as HTMLInputElement;
    if (box.id === 'code') onTyping(phone, box);
  });
  // Without a signal another language would lead to the browser's own error page.
  document.querySelector('form.lang')?.addEventListener('submit', (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    twice();
    tell(page.w.langOffline, 'wrong');
  });
  addEventListener('online', () => void send(phone));
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void page.store.refresh().then(() => send(phone));
  });
  setInterval(() => {
    if (!document.hidden) void send(phone);
  }, AGAIN_MS);
}

function onSubmit(phone: Phone, event: SubmitEvent): void {
  const { w, looking } = phone.page;
  const form = event.target as HTMLFormElement;
  if (form.matches('[data-code]')) {
    const box = form.elements.namedItem('code') as HTMLInputElement;
    // A name is searched for as it is typed; only digits are a card.
    if (!hasDigit(box.value)) return;
    card(phone, box.value);
    box.value = '';
    looking.search = '';
    return drawLines(phone.page);
  }
  if (form.matches('[data-handover]'))
    return submitted(phone, form, readHandover(form, w), w.handoverKept);
  if (form.matches('[data-incident]'))
    return submitted(phone, form, readIncident(form, w), w.incidentKept);
  const id = form.closest('li')?.dataset['id'];
  const outcome = submitterOf(event)?.value as RollCallOutcome | undefined;
  if (id && outcome) say(phone, id, outcome);
}

function submitted(phone: Phone, form: HTMLFormElement, asked: Read, said: string): void {
  const error = form.querySelector('.error');
  if (error) error.textContent = 'fault' in asked ? asked.fault : '';
  if ('fault' in asked || asked.deed.kind === 'word') return twice();
  good();
  record(phone, asked.deed, said);
}

/** Another part of the list, another roll call, another vehicle. */
function look({ page }: Phone, button: HTMLButtonElement): void {
  const { filter, call, vehicle } = button.dataset;
  const { looking } = page;
  if (filter) looking.filter = filterNamed(filter);
  if (call) looking.call = call as CallName;
  if (vehicle !== undefined) looking.vehicle = vehicle;
  if (filter || call || vehicle !== undefined) drawAll(page);
}

function onButton(phone: Phone, button: HTMLButtonElement): void {
  const { page } = phone;
  const { store, looking } = page;
  const has = (name: string): boolean => button.hasAttribute(`data-${name}`);
  const { seen, step } = button.dataset;
  if (has('new-count')) newCount(phone);
  if (has('undo-last')) undoLast(phone);
  if (has('plan-seen'))
    record(phone, { kind: 'plan_seen', version: store.kept.roster.plan.version });
  if (has('scan')) void scan(phone);
  if (has('show-mine')) void showMine(phone);
  if (has('close')) closeCamera();
  if (has('send')) void send(phone);
  if (seen)
    void store.putAway(Number(seen)).then(() => (phone.hasRoster ? drawAll : drawRest)(page));
  if (step === 'depart' || step === 'arrive' || step === 'depart_undo') {
    looking.call = null;
    looking.filter = 'open';
    record(phone, { kind: step });
  }
}

function onTyping(phone: Phone, box: HTMLInputElement): void {
  const { page } = phone;
  const text = box.value.trim();
  const isCard = readCard(text) !== null;
  if (isCard) {
    card(phone, text);
    box.value = '';
  }
  page.looking.search = isCard || hasDigit(text) ? '' : text;
  drawLines(page);
}

async function scan(phone: Phone): Promise<void> {
  const { root, w } = phone.page;
  const sources = { scanner: root.dataset['scanner'] ?? '', wasm: root.dataset['wasm'] ?? '' };
  const onText = (text: string): void => hear(phone, text);
  await lookForSquares(w.scanWhat, sources, onText).catch((error: unknown) =>
    tell(isForbidden(error) ? w.cameraGone : w.scanNot, 'wrong'),
  );
}

async function showMine({ page }: Phone): Promise<void> {
  const { root, w } = page;
  const { roster, own, call } = reading(page);
  const text = shownToOthers(roster, call, own);
  await showSquare(w.showMineWhy, text, root.dataset['square'] ?? '').catch(() =>
    tell(w.noLine, 'wrong'),
  );
}

/** Whether the camera is there and may not be used. */
function isForbidden(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotAllowedError';
}

/** Digits as keyboards write them, of full width too. */
function hasDigit(text: string): boolean {
  return /[\d０-９]/.test(text);
}
