import type { Filter } from '../../../views/travel/phone/filters.tsx';
import type { PhoneRoster } from '../../pipeline/travel/roll-call/phone-roster.ts';
import { isCount } from '../../pipeline/travel/roll-call/stops.ts';
import type { Line } from './send.ts';
import type { Store } from './store.ts';
import { type Own, signedIn, stepsOf } from '../../pipeline/travel/roll-call/on-the-phone.ts';
import type { RollWords } from '../../../views/travel/phone/roll-line-view.ts';
import type { CallName } from '../../pipeline/travel/roll-call/roll-state.ts';

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
