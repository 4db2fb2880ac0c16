import type { Lack } from '../lack.ts';
import type { Change, Decision } from '../batch/change.ts';
import { openPlaces } from '../batch/equation.ts';
import { isHereAgain, type Snapshot } from '../batch/snapshot.ts';
import { boardedMeanwhile } from './roll-call/roll-call.ts';
import { saidIn } from './roll-call/word.ts';
import { hasLent } from '../batch/placement.ts';
import { arrivalsSaidBefore } from './roll-call/whereabouts.ts';

export const LEG_MODES = ['coach', 'train', 'feeder', 'own_way'] as const;
export type LegMode = (typeof LEG_MODES)[number];
export const ESCORT_ROLES = ['cadre', 'captain'] as const;
export type EscortRole = (typeof ESCORT_ROLES)[number];

/**
 * Fixes who travels. Refused while anybody on the list still lacks a consent, a medical or a paper.
 */
export function lockManifest(s: Snapshot, at: number, lacking: Lack[]): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  if (s.lockedAt !== null) return { error: 'wrong_state' };
  if (lacking.length > 0) return { error: 'not_ready', detail: { lacking } };
  if (s.escorts === 0) return { error: 'no_escort' };
  return {
    batch: { lockedAt: at },
    placements: boardedMeanwhile({ ...s, lockedAt: at }),
    entries: [
      {
        kind: 'manifest_locked',
        detail: {
          people: s.placements.filter((p) => p.recruitment === 'selected' && p.exit === null)
            .length,
        },
      },
    ],
  };
}

/** What was said of one day of travel says nothing of another. */
export function forgetTheDay(s: Snapshot): NonNullable<Change['placements']> {
  return s.placements
    .filter((p) => p.travelFit !== null)
    .map((p) => ({ id: p.id, set: { travelFit: null } }));
}

/**
 * Another day, or another employer: whoever had boarded is called anew. Whoever did not come has
 * left their place already.
 */
export function callOffBoarding(s: Snapshot): NonNullable<Change['placements']> {
  return s.placements.flatMap(({ id, travel, roll: { boarding, ...roll } }) =>
    travel === 'boarded' || (travel === 'expected' && boarding !== undefined)
      ? [{ id, set: { travel: 'expected' as const, roll } }]
      : [],
  );
}

/** Opens the list again for a change before departure. */
export function unlockManifest(s: Snapshot): Decision {
  return s.lockedAt === null || s.departedAt !== null
    ? { error: 'wrong_state' }
    : {
        batch: { lockedAt: null },
        placements: forgetTheDay(s),
        entries: [{ kind: 'manifest_unlocked' }],
      };
}

/**
 * Goes on with fewer people than were confirmed. The decision has a name and a reason, and shows in
 * the history.
 */
export function acceptUnfilled(s: Snapshot, reason: string): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  if (openPlaces(s) <= 0) return { error: 'wrong_state' };
  return {
    batch: { unfilledReason: reason, unfilledAccepted: openPlaces(s) },
    entries: [{ kind: 'unfilled_accepted', detail: { places: openPlaces(s), reason } }],
  };
}

/**
 * The vehicle leaves. Everybody on the manifest has an outcome of the boarding roll call by then.
 */
export function depart(s: Snapshot, at: number): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  if (s.departedAt !== null) return { error: 'wrong_state' };
  if (s.lockedAt === null) return { error: 'manifest_open' };
  if (s.order.state !== 'confirmed') return { error: 'demand_open' };
  const waiting = s.placements.filter(
    (p) => p.heldPlace && p.exit === null && p.travel === 'expected',
  );
  if (waiting.length > 0)
    return { error: 'boarding_open', detail: { names: waiting.map((p) => p.name) } };
  if (!s.placements.some((p) => p.travel === 'boarded')) return { error: 'wrong_state' };
  const lent = s.placements.filter(hasLent);
  if (lent.length > 0)
    return { error: 'originals_out', detail: { names: lent.map((p) => p.name) } };
  // Whoever was only on the reserve or had not been selected is free for another batch from now on.
  const left = s.placements.filter((p) => p.active && !p.heldPlace && p.exit === null);
  return {
    batch: { departedAt: at, releasedAtDeparture: left.map(({ id }) => id) },
    placements: [
      ...left.map((p) => ({ id: p.id, set: { active: false, exit: 'released' as const } })),
      ...arrivalsSaidBefore(s),
    ],
    entries: [
      {
        kind: 'departed',
        detail: { boarded: s.placements.filter((p) => p.travel === 'boarded').length },
      },
    ],
  };
}

/** Whether anything was reported from the road: an arrival, or a count at a stop. */
export function isHeardFromTheRoad(s: Snapshot): boolean {
  return (
    s.arrivedAt !== null ||
    s.placements.some((p) =>
      Object.entries(p.roll).some(
        ([call, words]) => call !== 'boarding' && saidIn(words).length > 0,
      ),
    )
  );
}

/**
 * The departure was said too soon. It can be taken back until the first report from the road;
 * whoever it released is in the batch again, unless they have a place elsewhere by now (the write
 * is refused then).
 */
export function takeBackDeparture(s: Snapshot): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  if (s.departedAt === null) return { error: 'not_departed' };
  if (isHeardFromTheRoad(s)) return { error: 'on_the_road' };
  const released = s.placements.filter(
    (p) =>
      s.releasedAtDeparture.includes(p.id) &&
      p.exit === 'released' &&
      !p.active &&
      !isHereAgain(s, p),
  );
  return {
    batch: { departedAt: null, releasedAtDeparture: [] },
    placements: released.map(({ id }) => ({ id, set: { active: true, exit: null } })),
    entries: [{ kind: 'departure_taken_back' }],
  };
}
