import type { ErrorCode } from '../../../error-code.ts';
import type { Change } from '../../batch/change.ts';
import { isHereAgain, type Snapshot } from '../../batch/snapshot.ts';
import { saidIn } from './word.ts';
import type { TravelState } from '../travel-state.ts';
import type { Placement } from '../../batch/placement.ts';
import { isReady } from '../../readiness.ts';
import {
  BOARDING_OUTCOMES,
  ARRIVAL_OUTCOMES,
  type BoardingOutcome,
  type ArrivalOutcome,
  type RollCallOutcome,
  type CallName,
} from './roll-state.ts';

function isOneOf<T extends string>(list: readonly T[], text: string): text is T {
  return (list as readonly string[]).includes(text);
}

export function isBoarding(outcome: string): outcome is BoardingOutcome {
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

type Moved = { set: Partial<Placement> } | { error: ErrorCode };

/**
 * Back among those who are in the batch: not when somebody has their place, or they are in it
 * twice.
 */
function comeBack(s: Snapshot, p: Placement, travel: TravelState): Moved {
  if (s.placements.some((other) => other.replaces === p.id)) return { error: 'full' };
  if (!p.active && isHereAgain(s, p)) return { error: 'already_in_batch' };
  return { set: { travel, active: true } };
}

export function beforeDeparture(s: Snapshot, p: Placement, said: BoardingOutcome[]): Moved {
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
export function movedBy(s: Snapshot, p: Placement, call: CallName): Moved {
  if (call === 'arrival') return onArrival(s, p);
  if (call !== 'boarding') return { set: {} };
  const said = saidIn(p.roll.boarding).filter(isBoarding);
  return s.departedAt === null ? beforeDeparture(s, p, said) : afterDeparture(s, p, said);
}
