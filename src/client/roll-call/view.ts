import { FILTERS, type Filter, callName } from '../../../views/travel/phone/chips.tsx';
import type { EndsView } from '../../../views/travel/phone/ends.tsx';
import type { PhoneRollView } from '../../../views/travel/phone/roll.tsx';
import { fill, type RollLineView, type RollWords } from '../../../views/travel/phone/roll-line.tsx';
import type { SignalView } from '../../../views/travel/phone/signal.tsx';
import {
  calledIn,
  mayTakeBackDeparture,
  type Own,
  type PhoneRoster,
  type RosterPerson,
  shownOf,
  signedIn,
  stepsOf,
  saidOf,
} from '../../pipeline/travel/roll-call/phone-roster.ts';
import { comparable } from '../compare.ts';
import { isCount } from '../../pipeline/travel/roll-call/stops.ts';
import type { Line } from './send.ts';
import type { Store } from './store.ts';
import {
  ARRIVAL_OUTCOMES,
  BOARDING_OUTCOMES,
  type CallName,
} from '../../pipeline/travel/travel-state.ts';
import type { PhoneEntry } from '../../pipeline/travel/roll-call/deed.ts';

/**
 * What the page says beside the words of the roll call: why something was refused, and what an
 * employer may reject for.
 */
export type PageWords = RollWords & {
  errors: Record<string, string>;
  reasons: Record<string, string>;
  incidents: Record<string, string>;
  comma: string;
};

/** What somebody looks at: which roll call, whom of it, in which vehicle; and how the line is. */
export type Looking = {
  call: CallName | null;
  filter: Filter;
  /** One of the roster's vehicles; empty for all of them. */
  vehicle: string;
  search: string;
  line: Line;
  canReopen: boolean;
  /** The portrait that is kept of a photo. */
  portraitOf: (photo: string | null) => string | null;
};

const HERE = { boarding: 'boarded', arrival: 'arrived' } as const;
/** What is said of somebody who is there. */
export function hereIn(call: CallName) {
  return call === 'boarding' || call === 'arrival' ? HERE[call] : 'present';
}
const [, ...ABSENT] = BOARDING_OUTCOMES;
const [, ...GONE] = ARRIVAL_OUTCOMES;

/**
 * The roll calls there are so far: boarding, counts on the way, arrival once somebody has departed.
 */
export function callsOf(roster: PhoneRoster, own: Own): CallName[] {
  const counts = new Set<CallName>();
  for (const p of roster.people)
    for (const call of Object.keys(p.roll) as CallName[]) if (isCount(call)) counts.add(call);
  for (const entry of own.unsent)
    if (entry.kind === 'word' && isCount(entry.call)) counts.add(entry.call);
  const { departed } = stepsOf(roster, own);
  // The stops in the order of the way, then those counts that bear no place.
  const stops = roster.stops.map(({ call }) => call);
  const placed = stops.filter((call) => counts.has(call));
  const others = [...counts].filter((call) => !stops.includes(call)).sort();
  return ['boarding', ...placed, ...others, ...(departed ? (['arrival'] as const) : [])];
}

/** What the page is drawn from, as it stands at one moment. */
export type Reading = {
  store: Store;
  w: PageWords;
  looking: Looking;
  roster: PhoneRoster;
  own: Own;
  steps: ReturnType<typeof stepsOf>;
  /** The roll call that is under way, unless somebody looks at another one. */
  call: CallName;
  /** Whose hands the employer's signature has passed, on this phone too. */
  signed: ReadonlySet<string>;
};

export function read(store: Store, w: PageWords, looking: Looking): Reading {
  const { roster } = store.kept;
  const { own } = store;
  const steps = stepsOf(roster, own);
  // A vehicle that was struck since is looked at by nobody any more.
  if (roster.vehicles.length < 2 || !roster.vehicles.some(({ id }) => id === looking.vehicle))
    looking.vehicle = '';
  const call = looking.call ?? (steps.departed ? 'arrival' : 'boarding');
  return { store, w, looking, roster, own, steps, call, signed: signedIn(roster, own) };
}

function isDone({ own }: Reading, p: RosterPerson, call: CallName): boolean {
  const shown = shownOf(p, call, own);
  return shown !== null && shown !== 'disputed';
}

function sitsIn(p: RosterPerson, vehicle: string): boolean {
  return vehicle === '' || p.seat?.vehicle === vehicle;
}

/** Whoever is called in the roll call that is looked at, in the vehicle that is looked at. */
function called({ roster, own, call, looking }: Reading): RosterPerson[] {
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

function arrivedUnsigned(r: Reading, vehicle: string): RosterPerson[] {
  return calledIn(r.roster, 'arrival', r.own).filter(
    (p) => sitsIn(p, vehicle) && !r.signed.has(p.id) && shownOf(p, 'arrival', r.own) === 'arrived',
  );
}

function handoverOf(r: Reading, vehicle: string): EndsView {
  return {
    kind: 'handover',
    arrived: arrivedUnsigned(r, vehicle).map(({ id, name }) => ({ id, name })),
    reasons: r.w.reasons,
  };
}

function endsOf(r: Reading): EndsView {
  const { roster, own, steps, looking } = r;
  if (roster.lockedAt === null || steps.handedOver) return { kind: 'none' };
  if (!steps.departed) {
    const people = calledIn(roster, 'boarding', own);
    const open = people.filter((p) => !isDone(r, p, 'boarding')).length;
    const boarded = people.filter((p) => shownOf(p, 'boarding', own) === 'boarded').length;
    return boarded > 0 ? { kind: 'depart', open, boarded } : { kind: 'none' };
  }
  const travelling = calledIn(roster, 'arrival', own);
  const isComplete = (vehicle: string) =>
    travelling.every((p) => !sitsIn(p, vehicle) || isDone(r, p, 'arrival'));
  const isSigned = looking.vehicle !== '' && arrivedUnsigned(r, looking.vehicle).length === 0;
  if (steps.arrived) return isSigned ? { kind: 'none' } : handoverOf(r, looking.vehicle);
  if (
    looking.vehicle !== '' &&
    isComplete(looking.vehicle) &&
    arrivedUnsigned(r, looking.vehicle).length > 0
  )
    return handoverOf(r, looking.vehicle);
  if (travelling.length > 0 && isComplete('')) return { kind: 'arrive' };
  return mayTakeBackDeparture(roster, own) ? { kind: 'departed' } : { kind: 'none' };
}

function noticeOf({ roster, w, steps }: Reading): string | null {
  if (roster.lockedAt === null) return w.notLocked;
  if (steps.handedOver) return w.handedOver;
  return steps.arrived ? w.waitForEmployer : null;
}

/** The newest version of the plan that was acknowledged on this phone; the first needs nothing. */
function planSeen({ entries }: Store): number {
  return Math.max(1, ...entries.map((entry) => (entry.kind === 'plan_seen' ? entry.version : 1)));
}

function stepWord(w: PageWords, what: string): string {
  return (
    {
      depart: w.departedNow,
      depart_undo: w.departUndo,
      arrive: w.allArrived,
      handover: w.handover,
      undo: w.undo,
      present: w.present,
    }[what] ?? what
  );
}

/** What waits, what was refused and why: said as well when nothing is left to call. */
export function signalOf({ store, w, own, roster, looking }: Reading): SignalView {
  return {
    waiting: own.unsent.length,
    held: roster.held.length,
    isFull: store.isFull,
    line: looking.line,
    cannotReopen: !looking.canReopen,
    refusals: store.kept.refusals.map(({ no, name, what, reason, names }) => ({
      no,
      text: [
        name,
        w.states[what as keyof typeof w.states] ?? stepWord(w, what),
        `${w.errors[reason] ?? reason}${names.length > 0 ? ` (${names.join(w.comma)})` : ''}`,
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  };
}

function isHere({ call, own }: Reading, p: RosterPerson): boolean {
  const shown = shownOf(p, call, own);
  return shown === hereIn(call) || shown === 'accepted' || shown === 'rejected';
}

function nameOf({ roster }: Reading, id: string | undefined): string | null {
  return roster.people.find((p) => p.id === id)?.name ?? null;
}

/** What stands around the list. */
export type Around = Omit<PhoneRollView, 'lines'>;

export function aroundOf(r: Reading): Around {
  const { store, w, roster, own, call, steps, looking } = r;
  const labels: Partial<Record<CallName, string>> = { boarding: w.boarded, arrival: w.arrived };
  const people = called(r);
  const open = people.filter((p) => !isDone(r, p, call));
  const made = callsOf(roster, own);
  // One that was just begun, in which nobody has been called.
  const calls = made.includes(call) ? made : [...made, call];
  const inVehicle = ({ id, name }: { id: string; name: string }) => {
    const riders = calledIn(roster, call, own).filter((p) => p.seat?.vehicle === id);
    return { id, name, here: riders.filter((p) => isHere(r, p)).length, all: riders.length };
  };
  return {
    signal: signalOf(r),
    vehicles: {
      vehicles: roster.vehicles.length > 1 ? roster.vehicles.map(inVehicle) : [],
      current: looking.vehicle,
    },
    calls: {
      calls,
      current: call,
      stops: roster.stops,
      mayCount: steps.departed && !steps.arrived,
    },
    count: {
      here: people.filter((p) => isHere(r, p)).length,
      all: people.length,
      label: labels[call] ?? `${w.present} · ${callName(w, call, roster.stops, calls)}`,
      missing: open.map(({ name, phone }) => ({ name, phone })),
    },
    filters: {
      current: looking.filter,
      counts: { open: open.length, done: people.length - open.length, all: people.length },
    },
    ends: endsOf(r),
    undoes: nameOf(r, lastSaid(r)?.placementId),
    plan: { legs: roster.plan.legs, isNew: roster.plan.version > planSeen(store) },
    incident: {
      kinds: Object.entries(w.incidents),
      legs: roster.plan.legs,
      people: calledIn(roster, steps.departed ? 'arrival' : 'boarding', own).map(
        ({ id, name }) => ({ id, name }),
      ),
    },
    notice: noticeOf(r),
  };
}

/** Which of the filters a button says; the open ones where it says none. */
export function filterNamed(name: string): Filter {
  return FILTERS.find((each) => each === name) ?? 'open';
}
