import type { Change, Decision } from '../../batch/change.ts';
import { placementOf, type Snapshot } from '../../batch/snapshot.ts';
import { hear, knownBy, type Knows, saidIn } from './word.ts';
import type {
  RollCallOutcome,
  TravelState,
  CallName,
  RollWord,
  CallsSince,
} from '../travel-state.ts';
import { isBoarding, belongs, isDisputed, beforeDeparture, movedBy } from './whereabouts.ts';

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
