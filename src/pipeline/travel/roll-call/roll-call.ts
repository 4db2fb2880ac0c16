/*
 * Where a tap becomes a count. On a phone, `client/roll-call/listening` hears the tap, `calling`
 * makes a deed of it, `store` gives it its number and keeps it, and `send` sends it to
 * `entries.routes`. There `intake.requests` takes an upload in, each number once, and `take-in`
 * decides deed by deed: what is said of somebody is `say`, below, as is a tap on a page of the
 * station, by way of `check-in`. `word` tells what still stands where phones differ, `whereabouts`
 * where that puts a person (their `travel`), and `pipeline/batch/equation` counts people by it.
 *
 * A count at a stop on the way moves nobody: it stays in each person's `roll`, and the phone adds
 * it up from there (`client/roll-call/view`).
 */
import type { Change, Decision } from '../../batch/change.ts';
import { placementOf, type Snapshot } from '../../batch/snapshot.ts';
import { hear, saidIn } from './word.ts';
import { isBoarding, belongs, isDisputed, beforeDeparture, movedBy } from './whereabouts.ts';
import type { CallName, RollWord } from './roll-state.ts';

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
      ...(isNew ? [{ kind: 'roll_call_disputed' as const, placementId: id }] : []),
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
