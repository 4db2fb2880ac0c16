import type { Decision } from '../batch/change.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { isReady } from '../batch/equation.ts';
import { isHereAgain, placementOf } from '../batch/snapshot.ts';

export const BOARDING_OUTCOMES = ['boarded', 'no_show', 'refused', 'unfit'] as const;
export const ARRIVAL_OUTCOMES = ['arrived', 'left_en_route', 'missing'] as const;
export type BoardingOutcome = (typeof BOARDING_OUTCOMES)[number];
export type ArrivalOutcome = (typeof ARRIVAL_OUTCOMES)[number];
/** `undo` takes the last outcome of the same roll call back; the attempt itself stays on record. */
export type RollCallOutcome = BoardingOutcome | ArrivalOutcome | 'undo';
export const ROLL_CALL_OUTCOMES = [...BOARDING_OUTCOMES, ...ARRIVAL_OUTCOMES, 'undo'] as const;

export type TravelState = 'expected' | BoardingOutcome | ArrivalOutcome | 'accepted' | 'rejected';

const isBoarding = (outcome: RollCallOutcome): outcome is BoardingOutcome =>
  (BOARDING_OUTCOMES as readonly string[]).includes(outcome);

/**
 * What an outcome may follow. Boarding is called until departure, arrival from then until everybody has arrived; after
 * that only somebody who was missing can still be found.
 */
const follows = (state: TravelState, outcome: RollCallOutcome, s: Snapshot): TravelState | null => {
  const departed = s.departedAt !== null;
  if (outcome === 'undo') {
    if (s.arrivedAt !== null) return null;
    if (!departed) return (BOARDING_OUTCOMES as readonly string[]).includes(state) ? 'expected' : null;
    return (ARRIVAL_OUTCOMES as readonly string[]).includes(state) ? 'boarded' : null;
  }
  if (isBoarding(outcome)) return !departed && (state === 'expected' || BOARDED_AGAIN.has(state)) ? outcome : null;
  if (state === 'missing' && s.handedOverAt !== null) return outcome === 'arrived' ? 'accepted' : outcome;
  return departed && (state === 'missing' || (state === 'boarded' && s.arrivedAt === null)) ? outcome : null;
};

/** Someone marked absent may still come running: a later `boarded` overrides, without an undo first. */
const BOARDED_AGAIN = new Set<TravelState>(['no_show', 'refused', 'unfit']);

/** One tap of a roll call. */
export const checkIn = (s: Snapshot, id: string, outcome: RollCallOutcome): Decision => {
  const p = placementOf(s, id);
  if (!p) return { error: 'unknown_placement' };
  if (s.status !== 'open') return { error: 'batch_ended' };
  if (s.lockedAt === null) return { error: 'manifest_open' };
  if (p.recruitment !== 'selected' || p.exit !== null) return { error: 'not_on_manifest' };
  if (p.travel === outcome) return { error: 'already_recorded' };
  const travel = follows(p.travel, outcome, s);
  if (travel === null || travel === p.travel) return { error: 'wrong_state' };
  if (!p.active && isHereAgain(s, p)) return { error: 'already_in_batch' };
  if (travel === 'boarded' && s.departedAt === null) {
    if (!isReady(s, p)) return { error: 'person_not_ready' };
    if (s.placements.some((other) => other.replaces === id)) return { error: 'full' };
  }
  const absent = travel === 'no_show' || travel === 'refused' || travel === 'unfit';
  const gone = travel === 'left_en_route';
  return {
    placements: [
      { id, set: { travel, active: !absent && !gone, ...(travel === 'accepted' ? { followUp: 'away' } : {}) } },
    ],
    entries: [{ kind: 'roll_call', placementId: id, detail: { outcome } }],
  };
};

/** The vehicle has arrived: everybody who boarded has arrived, left en route, or is missing and being looked for. */
export const arrive = (s: Snapshot, at: number): Decision => {
  if (s.departedAt === null || s.arrivedAt !== null || s.status !== 'open') return { error: 'wrong_state' };
  const travelling = s.placements.filter((p) => p.travel === 'boarded');
  if (travelling.length > 0) return { error: 'arrival_open', detail: { names: travelling.map((p) => p.name) } };
  const arrived = s.placements.filter((p) => p.travel === 'arrived').length;
  return { batch: { arrivedAt: at }, entries: [{ kind: 'arrived', detail: { arrived } }] };
};
