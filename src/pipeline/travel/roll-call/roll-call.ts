import type { Change, Decision } from '../../batch/change.ts';
import { isHereAgain, placementOf, type Snapshot } from '../../batch/snapshot.ts';
import { hear, knownBy, type Knows, saidIn } from './word.ts';
import {
  BOARDING_OUTCOMES,
  ARRIVAL_OUTCOMES,
  type BoardingOutcome,
  type ArrivalOutcome,
  type RollCallOutcome,
  type TravelState,
  type CallName,
  type RollWord,
  type CallsSince,
} from '../travel-state.ts';
import type { Placement } from '../../batch/placement.ts';
import { isReady } from '../../readiness.ts';

function isOneOf<T extends string>(list: readonly T[], text: string): text is T {
  return (list as readonly string[]).includes(text);
}
function isBoarding(outcome: string): outcome is BoardingOutcome {
  return isOneOf(BOARDING_OUTCOMES, outcome);
}
function isArrival(outcome: string): outcome is ArrivalOutcome {
  return isOneOf(ARRIVAL_OUTCOMES, outcome);
}

/** Whether an outcome can be said in a roll call. */
export function belongs(call: CallName, outcome: RollCallOutcome): boolean {
  if (outcome === 'undo') return true;
  if (call === 'boarding') return isBoarding(outcome);
  return call === 'arrival' ? isArrival(outcome) : outcome === 'present';
}

const ON_BOARD: ReadonlySet<TravelState> = new Set([
  'boarded',
  'arrived',
  'left_en_route',
  'missing',
  'accepted',
  'rejected',
]);

/**
 * Whether phones disagree on somebody, and nobody who knows both words has settled it. Whoever has
 * left is no question any more.
 */
export function isDisputed(p: Placement): boolean {
  return (
    p.exit === null && (saidIn(p.roll.boarding).length > 1 || saidIn(p.roll.arrival).length > 1)
  );
}

/**
 * Whether the last difference is explained: all have arrived, somebody was signed for, and nobody
 * is on the road, at the gate or in dispute any more. Then the batch is handed over, whichever word
 * or signature was the last. Where no employer has said yes to them, there is nobody to sign.
 */
export function isAllSigned(s: Snapshot): boolean {
  return (
    s.arrivedAt !== null &&
    (s.order.state !== 'confirmed' ||
      s.placements.some((p) => p.travel === 'accepted' || p.travel === 'rejected')) &&
    !s.placements.some((p) => p.travel === 'boarded' || p.travel === 'arrived' || isDisputed(p))
  );
}

/**
 * Where somebody is at the end, from what was said of their arrival; on board while that is open or
 * disputed.
 */
function atTheEnd(p: Placement): TravelState {
  const [said, another] = saidIn(p.roll.arrival);
  return said !== undefined && another === undefined && isArrival(said) ? said : 'boarded';
}

/** What was said of arrivals before the departure was known: it counts from then on. */
export function arrivalsSaidBefore(s: Snapshot): NonNullable<Change['placements']> {
  return s.placements.flatMap((p) => {
    const travel = p.travel === 'boarded' ? atTheEnd(p) : p.travel;
    return travel === p.travel
      ? []
      : [{ id: p.id, set: { travel, active: travel !== 'left_en_route' } }];
  });
}

type Moved = { set: Partial<Placement> } | { error: string };

/**
 * Back among those who are in the batch: not when somebody has their place, or they are in it
 * twice.
 */
function comeBack(s: Snapshot, p: Placement, travel: TravelState): Moved {
  if (s.placements.some((other) => other.replaces === p.id)) return { error: 'full' };
  if (!p.active && isHereAgain(s, p)) return { error: 'already_in_batch' };
  return { set: { travel, active: true } };
}

function beforeDeparture(s: Snapshot, p: Placement, said: BoardingOutcome[]): Moved {
  const [one, another] = said;
  const travel = one === undefined || another !== undefined ? 'expected' : one;
  if (travel === p.travel) return { set: {} };
  if (travel === 'boarded')
    return isReady(s, p) ? comeBack(s, p, travel) : { error: 'person_not_ready' };
  if (!p.active && travel === 'expected' && isHereAgain(s, p)) return { error: 'already_in_batch' };
  return { set: { travel, active: travel === 'expected' } };
}

/**
 * Somebody was, or was not, on board after all: said late, or put right. While phones disagree it
 * stays as it was.
 */
function afterDeparture(s: Snapshot, p: Placement, said: BoardingOutcome[]): Moved {
  const [one, another] = said;
  if (one === undefined) return { error: 'already_departed' };
  const isOn = ON_BOARD.has(p.travel);
  if (another !== undefined || p.travel === one || (isOn && one === 'boarded')) return { set: {} };
  if (one !== 'boarded')
    return isOn && p.travel !== 'boarded'
      ? { error: 'already_arrived' }
      : { set: { travel: one, active: false } };
  // On another vehicle, perhaps, of which nobody had heard; until the handover there is time to say
  // so.
  if (s.handedOverAt !== null) return { error: 'already_handed_over' };
  return comeBack(s, p, atTheEnd(p));
}

function onArrival(s: Snapshot, p: Placement): Moved {
  if (s.departedAt === null) return { set: {} };
  if (!ON_BOARD.has(p.travel)) return { error: 'not_on_board' };
  if (p.travel === 'accepted' || p.travel === 'rejected') return { error: 'already_handed_over' };
  const said = saidIn(p.roll.arrival);
  if (s.handedOverAt !== null) {
    // Somebody who was missing is found: the employer signs for them as for everybody else.
    if (p.travel === 'left_en_route') return { error: 'already_handed_over' };
    const [one = 'missing', another] = said;
    const travel = another === undefined && isArrival(one) ? one : p.travel;
    return { set: { travel, active: travel !== 'left_en_route' } };
  }
  if (s.arrivedAt !== null && said.length === 0) return { error: 'wrong_state' };
  const travel = s.arrivedAt !== null && said.length > 1 ? p.travel : atTheEnd(p);
  if (travel !== 'left_en_route' && !p.active && isHereAgain(s, p))
    return { error: 'already_in_batch' };
  return { set: { travel, active: travel !== 'left_en_route' } };
}

/** Where somebody is by all that was said of them in a roll call. */
function movedBy(s: Snapshot, p: Placement, call: CallName): Moved {
  if (call === 'arrival') return onArrival(s, p);
  if (call !== 'boarding') return { set: {} };
  const said = saidIn(p.roll.boarding).filter(isBoarding);
  return s.departedAt === null ? beforeDeparture(s, p, said) : afterDeparture(s, p, said);
}

export type Said = { placementId: string; call: CallName; word: RollWord };

/**
 * One word of one phone on one person. It is refused where it cannot be true or is not theirs to
 * say; it moves the person where everybody who has said something agrees.
 */
export function say(s: Snapshot, { placementId: id, call, word }: Said): Decision {
  const found = placementOf(s, id);
  if (!found) return { error: 'unknown_placement' };
  if (!belongs(call, word.outcome)) return { error: 'wrong_state' };
  if (s.status !== 'open') return { error: 'batch_ended' };
  const isBoardingCall = call === 'boarding';
  // The list was opened again while a bus was boarding, or had left without a signal: what was said
  // stands until it is fixed.
  const isWaiting = s.lockedAt === null && isBoardingCall && Object.keys(s.phones).length > 0;
  if (s.lockedAt === null && !isWaiting) return { error: 'manifest_open' };
  // On the way somebody may be asked anew whether they agree; they are called all the same.
  const isListed = found.recruitment === 'selected' || found.travel !== 'expected';
  if (!isListed || found.exit !== null) return { error: 'not_on_manifest' };
  const roll = { ...found.roll, [call]: hear(found.roll[call] ?? [], word) };
  const p = { ...found, roll };
  if (isWaiting) return { placements: [{ id, set: { roll } }], entries: [] };
  const moved = movedBy(s, p, call);
  if ('error' in moved) return moved;
  // A count on the way moves nobody, and is told as one: a line for each present person would drown
  // the rest.
  if (call !== 'boarding' && call !== 'arrival')
    return { placements: [{ id, set: { roll } }], entries: [] };
  const isNew = isDisputed(p) && !isDisputed(found);
  return {
    // Wherever they went from there before, they are somewhere else now.
    placements: [
      {
        id,
        set: { roll, ...moved.set, ...(moved.set.travel === undefined ? {} : { onward: null }) },
      },
    ],
    entries: [
      { kind: 'roll_call', placementId: id, detail: { outcome: word.outcome } },
      ...(isNew ? [{ kind: 'roll_call_disputed', placementId: id }] : []),
    ],
  };
}

/**
 * What was said of boarding while the list was open: it counts once it is fixed, of those who may
 * go.
 */
export function boardedMeanwhile(s: Snapshot): NonNullable<Change['placements']> {
  return s.placements.flatMap((p) => {
    if (p.recruitment !== 'selected' || p.exit !== null || p.roll.boarding === undefined) return [];
    const moved = beforeDeparture(s, p, saidIn(p.roll.boarding).filter(isBoarding));
    return 'error' in moved || moved.set.travel === undefined ? [] : [{ id: p.id, set: moved.set }];
  });
}

/** Whoever speaks for the station knows everything that was heard. */
export const STATION = 'station';

/**
 * Boarding or arrival is called anew from now on: what a phone says that has not heard of it is of
 * another day or employer.
 */
export function callAnew(
  s: Snapshot,
  calls: readonly (keyof CallsSince)[],
): Pick<Snapshot, 'phones' | 'callsSince'> {
  const no = (s.phones[STATION] ?? 0) + 1;
  return {
    phones: { ...s.phones, [STATION]: no },
    callsSince: { ...s.callsSince, ...Object.fromEntries(calls.map((call) => [call, no])) },
  };
}

/** The next word on somebody by whoever sees the roll as the server has it. */
export function nextWord(
  s: Snapshot,
  id: string,
  phone: string,
  outcome: RollCallOutcome,
): RollWord {
  const standing = placementOf(s, id)?.roll[callOf(s, outcome)] ?? [];
  const { [phone]: _own, ...knows }: Knows = knownBy(standing, s.phones);
  return { phone, no: (s.phones[phone] ?? 0) + 1, outcome, knows };
}

/** In which roll call a page of the server says an outcome. */
export function callOf(s: Snapshot, outcome: RollCallOutcome): 'boarding' | 'arrival' {
  return isBoarding(outcome) || (outcome === 'undo' && s.departedAt === null)
    ? 'boarding'
    : 'arrival';
}

/** One tap on a page of the server, which shows what everybody has said. */
export function checkIn(
  s: Snapshot,
  id: string,
  outcome: RollCallOutcome,
  phone: string = STATION,
): Decision {
  if (s.lockedAt === null) return { error: 'manifest_open' };
  const p = placementOf(s, id);
  if (p && p.travel === outcome && !isDisputed(p)) return { error: 'already_recorded' };
  const call = callOf(s, outcome);
  if (call === 'arrival' && s.departedAt === null) return { error: 'wrong_state' };
  const isUnsaid = p?.travel === (call === 'boarding' ? 'expected' : 'boarded') && !isDisputed(p);
  if (outcome === 'undo' && isUnsaid) return { error: 'wrong_state' };
  const word = nextWord(s, id, phone, outcome);
  const decision = say(s, { placementId: id, call, word });
  if ('error' in decision) return decision;
  return { ...decision, batch: { phones: { ...s.phones, [phone]: word.no } } };
}

/**
 * The vehicle has arrived: everybody who boarded has arrived, left en route, or is missing and
 * being looked for.
 */
export function arrive(s: Snapshot, at: number): Decision {
  if (s.departedAt === null || s.arrivedAt !== null || s.status !== 'open')
    return { error: 'wrong_state' };
  const travelling = s.placements.filter((p) => p.travel === 'boarded');
  if (travelling.length > 0)
    return { error: 'arrival_open', detail: { names: travelling.map((p) => p.name) } };
  const having = (...states: TravelState[]) =>
    s.placements.filter((p) => states.includes(p.travel)).length;
  return {
    batch: { arrivedAt: at },
    entries: [{ kind: 'arrived', detail: { arrived: having('arrived', 'accepted', 'rejected') } }],
  };
}
