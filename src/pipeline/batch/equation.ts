import { perSnapshot } from './per-snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import { holdsPlace, isAbsent, type Placement } from './placement.ts';

/**
 * The headcount equation: confirmed = boarded + no-show + withdrawn + unfilled (+ waiting, until
 * boarding is over), boarded = arrived + left en route + missing (+ travelling), arrived = accepted
 * + rejected (+ awaiting handover). Counted in places: whoever was replaced passes the place, and
 * its count, to the replacement.
 */
export type Equation = {
  confirmed: number;
  waiting: number;
  boarded: number;
  noShow: number;
  withdrawn: number;
  unfilled: number;
  travelling: number;
  arrived: number;
  leftEnRoute: number;
  missing: number;
  awaiting: number;
  accepted: number;
  rejected: number;
};

const BOARDED = new Set(['boarded', 'arrived', 'left_en_route', 'missing', 'accepted', 'rejected']);
const ARRIVED = new Set(['arrived', 'accepted', 'rejected']);

/**
 * The people who stand for a place in the equation: ever selected, and not replaced by somebody
 * else. Where the employer cut the number, those who left first make the places that went.
 */
export function placeHolders(s: Snapshot): Placement[] {
  const replaced = new Set(s.placements.map((p) => p.replaces));
  const holders = s.placements.filter((p) => p.heldPlace && !replaced.has(p.id));
  const gone = holders
    .filter((p) => p.exit !== null)
    .toSorted((a, b) => Number(a.travel !== 'expected') - Number(b.travel !== 'expected'))
    .slice(0, Math.max(0, holders.length - s.headcount));
  return gone.length > 0 ? holders.filter((p) => !gone.includes(p)) : holders;
}

export const equation = perSnapshot((s: Snapshot): Equation => {
  const holders = placeHolders(s);
  const having = (test: (p: Placement) => boolean) => holders.filter(test).length;
  const travel = (state: string) => having((p) => p.travel === state);
  return {
    confirmed: s.headcount,
    waiting: having((p) => p.exit === null && p.travel === 'expected'),
    boarded: having((p) => BOARDED.has(p.travel)),
    noShow: having(isAbsent),
    withdrawn: having((p) => p.exit !== null && p.travel === 'expected'),
    unfilled: s.headcount - holders.length,
    travelling: travel('boarded'),
    arrived: having((p) => ARRIVED.has(p.travel)),
    leftEnRoute: travel('left_en_route'),
    missing: travel('missing'),
    awaiting: travel('arrived'),
    accepted: travel('accepted'),
    rejected: travel('rejected'),
  };
});

/** Whether all three sums hold and no place is held twice. */
export function balances(e: Equation): boolean {
  return (
    e.unfilled >= 0 &&
    e.confirmed === e.waiting + e.boarded + e.noShow + e.withdrawn + e.unfilled &&
    e.boarded === e.travelling + e.arrived + e.leftEnRoute + e.missing &&
    e.arrived === e.awaiting + e.accepted + e.rejected
  );
}

/**
 * Whether everybody has come to an end of the road: nobody waits, travels or stands at the gate any
 * more.
 */
export function isSettled(e: Equation): boolean {
  return e.waiting + e.travelling + e.awaiting === 0;
}

/** Places that nobody holds at present: never filled, or vacated and not taken over. */
export function openPlaces(s: Snapshot): number {
  return s.headcount - s.placements.filter(holdsPlace).length;
}
