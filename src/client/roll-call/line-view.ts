import type { RosterPerson } from '../../pipeline/travel/roll-call/phone-roster.ts';
import { comparable } from '../compare.ts';
import type { PhoneEntry } from '../../pipeline/travel/roll-call/deed.ts';
import { calledIn, shownOf, saidOf } from '../../pipeline/travel/roll-call/on-the-phone.ts';
import { type Reading, hereIn } from './reading.ts';
import type { RollLineView } from '../../../views/travel/phone/roll-line-view.ts';
import { fill } from '../../../views/travel/phone/tap.tsx';
import {
  ARRIVAL_OUTCOMES,
  BOARDING_OUTCOMES,
  type CallName,
} from '../../pipeline/travel/roll-call/roll-state.ts';

const [, ...ABSENT] = BOARDING_OUTCOMES;
const [, ...GONE] = ARRIVAL_OUTCOMES;

export function isDone({ own }: Reading, p: RosterPerson, call: CallName): boolean {
  const shown = shownOf(p, call, own);
  return shown !== null && shown !== 'disputed';
}

export function sitsIn(p: RosterPerson, vehicle: string): boolean {
  return vehicle === '' || p.seat?.vehicle === vehicle;
}

/** Whoever is called in the roll call that is looked at, in the vehicle that is looked at. */
export function called({ roster, own, call, looking }: Reading): RosterPerson[] {
  return calledIn(roster, call, own).filter((p) => sitsIn(p, looking.vehicle));
}

function seatOf({ roster, w }: Reading, { seat }: RosterPerson): string {
  const vehicle = roster.vehicles.find(({ id }) => id === seat?.vehicle);
  return seat && vehicle ? fill(w.seat, { vehicle: vehicle.name, no: seat.no }) : '';
}

export function lineOf(r: Reading, p: RosterPerson): RollLineView {
  const { store, w, own, call, steps } = r;
  // What the departure, the arrival or a signature was decided on is put right by another word, not
  // taken back.
  const isSigned = call === 'arrival' && r.signed.has(p.id);
  const isClosed = isFixed(r, p.id) && !isSigned && !steps.handedOver;
  const refusal = store.kept.refusals.filter((each) => each.placementId === p.id).pop();
  return {
    id: p.id,
    name: p.name,
    sub: [p.village, seatOf(r, p), p.tickets, p.captain ? w.captain : '']
      .filter(Boolean)
      .join(' · '),
    phone: p.phone,
    kin: p.kin,
    portrait: r.looking.portraitOf(p.portrait ?? null),
    askFirst: p.askFirst && call === 'boarding',
    shown: shownOf(p, call, own),
    said: saidOf(p, call, own),
    here: hereIn(call),
    otherwise: call === 'boarding' ? ABSENT : GONE,
    mayUndo: !steps.handedOver && !isClosed && !isSigned,
    mayCorrect: !steps.handedOver && isClosed && !isSigned,
    isUnsent: own.words.has(p.id),
    error: refusal ? (w.errors[refusal.reason] ?? refusal.reason) : null,
  };
}

/**
 * Whether what was said in the roll call that is looked at stands: on it a departure, an arrival or
 * a signature was decided.
 */
function isFixed({ call, steps, signed }: Reading, placementId: string): boolean {
  return (
    steps.handedOver ||
    (call === 'boarding' && steps.departed) ||
    (call === 'arrival' && (steps.arrived || signed.has(placementId)))
  );
}

type WordEntry = Extract<PhoneEntry, { kind: 'word' }>;

/**
 * The last word of this phone in the roll call that is looked at, of somebody in the vehicle that
 * is; null where none can be taken back.
 */
export function lastSaid(r: Reading): WordEntry | null {
  const listed = new Set(called(r).map(({ id }) => id));
  const settled = new Set<string>();
  const { entries } = r.store;
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i]!;
    if (entry.kind !== 'word' || entry.call !== r.call || settled.has(entry.placementId)) continue;
    if (entry.outcome !== 'undo' && listed.has(entry.placementId) && !isFixed(r, entry.placementId))
      return entry;
    settled.add(entry.placementId);
  }
  return null;
}

/** The list: whom the chips and the search leave of it. */
export function linesOf(r: Reading): RollLineView[] {
  const people = called(r);
  const { filter, search } = r.looking;
  const open = people.filter((p) => !isDone(r, p, r.call));
  const done = people.filter((p) => isDone(r, p, r.call));
  const shown =
    search === ''
      ? { open, done, all: [...open, ...done] }[filter]
      : people.filter(
          (p) => comparable(p.name).includes(comparable(search)) || p.tickets.includes(search),
        );
  return shown.map((p) => lineOf(r, p));
}

export function isHere({ call, own }: Reading, p: RosterPerson): boolean {
  const shown = shownOf(p, call, own);
  return shown === hereIn(call) || shown === 'accepted' || shown === 'rejected';
}

export function nameOf({ roster }: Reading, id: string | undefined): string | null {
  return roster.people.find((p) => p.id === id)?.name ?? null;
}
