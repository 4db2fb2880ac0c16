import { FILTERS, type Filter } from '../../../views/travel/phone/filters.tsx';
import type { PhoneRollView } from '../../../views/travel/phone/roll.tsx';
import type { Store } from './store.ts';
import { endsOf } from './ends-view.ts';
import { isDone, called, lastSaid, isHere, nameOf } from './line-view.ts';
import { noticeOf, signalOf } from './signal-view.ts';
import { calledIn } from '../../pipeline/travel/roll-call/on-the-phone.ts';
import { callsOf, type Reading } from './reading.ts';
import { callName } from '../../../views/travel/phone/calls.tsx';
import type { CallName } from '../../pipeline/travel/roll-call/roll-state.ts';

/** The newest version of the plan that was acknowledged on this phone; the first needs nothing. */
function planSeen({ entries }: Store): number {
  return Math.max(1, ...entries.map((entry) => (entry.kind === 'plan_seen' ? entry.version : 1)));
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
