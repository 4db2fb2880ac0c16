import type { Decision } from '../../batch/change.ts';
import { placementOf, type Snapshot } from '../../batch/snapshot.ts';
import { knownBy, type Knows } from './word.ts';
import { isBoarding, isDisputed } from './whereabouts.ts';
import type { RollCallOutcome, RollWord } from './roll-state.ts';
import { say } from './roll-call.ts';
import { STATION } from './call-anew.ts';

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
