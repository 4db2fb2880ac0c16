import {
  callName,
  type EndsView,
  type Filter,
  FILTERS,
  type PhoneRollView,
} from '../../../views/travel/phone-roll.tsx';
import { fill, type RollLineView, type RollWords } from '../../../views/travel/roll-line.tsx';
import {
  calledIn,
  type Own,
  type PhoneRoster,
  type RosterPerson,
  shownOf,
  stepsOf,
  saidOf,
} from '../../pipeline/travel/phone-roster.ts';
import { ARRIVAL_OUTCOMES, BOARDING_OUTCOMES, type CallName } from '../../pipeline/travel/roll-call.ts';
import type { Line } from './send.ts';
import type { Store } from './store.ts';

/** What the page says beside the words of the roll call: why something was refused, and what an employer may reject for. */
export type PageWords = RollWords & {
  errors: Record<string, string>;
  reasons: Record<string, string>;
  incidents: Record<string, string>;
  comma: string;
};

export type Looking = {
  call: CallName | null;
  filter: Filter;
  search: string;
  line: Line;
  canReopen: boolean;
};

const HERE = { boarding: 'boarded', arrival: 'arrived' } as const;
const hereIn = (call: CallName) => (call === 'boarding' || call === 'arrival' ? HERE[call] : 'present');
const [, ...ABSENT] = BOARDING_OUTCOMES;
const [, ...GONE] = ARRIVAL_OUTCOMES;

const ownOf = (store: Store): Own => ({ phone: store.kept.phone, unsent: store.unsent });

/** The roll calls there are so far: boarding, counts on the way, arrival once somebody has departed. */
export const callsOf = (roster: PhoneRoster, own: Own): CallName[] => {
  const counts = new Set<CallName>();
  for (const p of roster.people)
    for (const call of Object.keys(p.roll) as CallName[]) if (call.startsWith('count-')) counts.add(call);
  for (const entry of own.unsent) if (entry.kind === 'word' && entry.call.startsWith('count-')) counts.add(entry.call);
  const { departed } = stepsOf(roster, own);
  return ['boarding', ...[...counts].sort(), ...(departed ? (['arrival'] as const) : [])];
};

/** The roll call that is under way, unless somebody looks at another one. */
export const currentCall = (store: Store, looking: Looking): CallName =>
  looking.call ?? (stepsOf(store.kept.roster, ownOf(store)).departed ? 'arrival' : 'boarding');

const isDone = (p: RosterPerson, call: CallName, own: Own): boolean => {
  const shown = shownOf(p, call, own);
  return shown !== null && shown !== 'disputed';
};

export const lineOf = (store: Store, w: PageWords, p: RosterPerson, call: CallName): RollLineView => {
  const own = ownOf(store);
  const { handedOver } = stepsOf(store.kept.roster, own);
  const { departed, arrived } = stepsOf(store.kept.roster, own);
  // What the departure or the arrival was decided on is put right by another word, not taken back.
  const isClosed = (call === 'boarding' && departed) || (call === 'arrival' && arrived);
  const refusal = store.kept.refusals.findLast((each) => each.placementId === p.id);
  return {
    id: p.id,
    name: p.name,
    sub: [p.village, p.captain ? w.captain : ''].filter(Boolean).join(' · '),
    phone: p.phone,
    kin: p.kin,
    askFirst: p.askFirst && call === 'boarding',
    shown: shownOf(p, call, own),
    said: saidOf(p, call, own),
    here: hereIn(call),
    otherwise: call === 'boarding' ? ABSENT : GONE,
    mayUndo: !handedOver && !isClosed,
    mayCorrect: !handedOver && isClosed,
    isUnsent: own.unsent.some((entry) => entry.kind === 'word' && entry.placementId === p.id),
    error: refusal ? (w.errors[refusal.reason] ?? refusal.reason) : null,
  };
};

const endsOf = (store: Store, w: PageWords): EndsView => {
  const own = ownOf(store);
  const { roster } = store.kept;
  const { departed, arrived, handedOver } = stepsOf(roster, own);
  const everybody = (call: CallName) => {
    const people = calledIn(roster, call, own);
    return people.length > 0 && people.every((p) => isDone(p, call, own));
  };
  if (roster.lockedAt === null || handedOver) return { kind: 'none' };
  if (!departed) {
    const open = calledIn(roster, 'boarding', own).filter((p) => !isDone(p, 'boarding', own)).length;
    const some = calledIn(roster, 'boarding', own).some((p) => shownOf(p, 'boarding', own) === 'boarded');
    return some ? { kind: 'depart', open } : { kind: 'none' };
  }
  if (!arrived) return everybody('arrival') ? { kind: 'arrive' } : { kind: 'none' };
  return {
    kind: 'handover',
    arrived: calledIn(roster, 'arrival', own)
      .filter((p) => shownOf(p, 'arrival', own) === 'arrived')
      .map(({ id, name }) => ({ id, name })),
    reasons: w.reasons,
  };
};

const noticeOf = (store: Store, w: PageWords): string | null => {
  const { roster } = store.kept;
  const { arrived, handedOver } = stepsOf(roster, ownOf(store));
  if (roster.lockedAt === null) return w.notLocked;
  if (handedOver) return w.handedOver;
  return arrived ? w.waitForEmployer : null;
};

/** The newest version of the plan that was acknowledged on this phone; the first needs nothing. */
const planSeen = ({ entries }: Store): number =>
  Math.max(1, ...entries.map((entry) => (entry.kind === 'plan_seen' ? entry.version : 1)));

/** Everything that the page shows, from what the phone keeps. */
export const viewOf = (store: Store, w: PageWords, looking: Looking): PhoneRollView => {
  const own = ownOf(store);
  const { roster, refusals } = store.kept;
  const call = currentCall(store, looking);
  const people = calledIn(roster, call, own);
  const open = people.filter((p) => !isDone(p, call, own));
  const here = people.filter((p) => {
    const shown = shownOf(p, call, own);
    return shown === hereIn(call) || shown === 'accepted' || shown === 'rejected';
  });
  const done = people.filter((p) => isDone(p, call, own));
  const filtered = { open, done, all: [...open, ...done] }[looking.filter];
  const shown = looking.search === '' ? filtered : people.filter((p) => p.name.includes(looking.search));
  const { departed, arrived } = stepsOf(roster, own);
  return {
    signal: {
      waiting: own.unsent.length,
      held: roster.held.length,
      isFull: store.isFull,
      line: looking.line,
      cannotReopen: !looking.canReopen,
      refusals: refusals.map(({ no, name, what, reason, names }) => ({
        no,
        text: [
          name,
          w.states[what as keyof typeof w.states] ?? callWord(w, what),
          `${w.errors[reason] ?? reason}${names.length > 0 ? ` (${names.join(w.comma)})` : ''}`,
        ]
          .filter(Boolean)
          .join(' · '),
      })),
    },
    calls: { calls: callsOf(roster, own), current: call, mayCount: departed && !arrived },
    count: {
      here: here.length,
      all: people.length,
      label: call === 'boarding' ? w.boarded : call === 'arrival' ? w.arrived : `${w.present} · ${callName(w, call)}`,
      missing: open.map((p) => p.name),
      comma: w.comma,
    },
    filters: { current: looking.filter, counts: { open: open.length, done: done.length, all: people.length } },
    ends: endsOf(store, w),
    plan: { legs: roster.plan.legs, isNew: roster.plan.version > planSeen(store) },
    incident: {
      kinds: Object.entries(w.incidents),
      people: calledIn(roster, departed ? 'arrival' : 'boarding', own).map(({ id, name }) => ({ id, name })),
    },
    lines: shown.map((p) => lineOf(store, w, p, call)),
    notice: noticeOf(store, w),
  };
};

const callWord = (w: PageWords, what: string): string =>
  ({ depart: w.departedNow, arrive: w.allArrived, handover: w.handover, undo: w.undo, present: w.present })[what] ??
  what;

export { fill, FILTERS };
