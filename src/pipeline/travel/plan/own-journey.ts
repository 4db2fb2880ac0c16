import { type PlannedLeg, stretchesOf } from './plan.ts';
import type { Placement } from '../../batch/placement.ts';

export type OwnJourney<Leg> = {
  /**
   * The leg that they set out on; null while it is not said which of several vehicles is theirs.
   */
  leg: Leg | null;
  departsAt: number;
  fromPlace: string | null;
  /** The number of their seat, or what stands on their ticket; null while neither is given out. */
  seat: string | null;
  arrivesAt: number;
  toPlace: string;
};

function seatOn(p: Pick<Placement, 'seats' | 'tickets'>, legId: string): string | null {
  const no = p.seats[legId];
  return p.tickets[legId] ?? (no === undefined ? null : String(no));
}

/**
 * How somebody of the batch travels, from the first leg of the plan that is theirs to the last;
 * null while nothing is planned.
 */
export function ownJourney<Leg extends PlannedLeg>(
  legs: readonly Leg[],
  p: Pick<Placement, 'seats' | 'tickets'>,
): OwnJourney<Leg> | null {
  const stretches = stretchesOf(legs);
  const [first] = stretches;
  const last = stretches.at(-1);
  if (!first || !last) return null;
  const isMine = (leg: Leg) => seatOn(p, leg.id) !== null;
  const mine = legs.filter(isMine).toSorted((a, b) => a.departsAt - b.departsAt)[0];
  const isFirst =
    mine !== undefined && mine.departsAt <= Math.max(...first.map((leg) => leg.departsAt));
  const only = first.length === 1 ? first[0]! : null;
  const leg = isFirst ? mine : only;
  const [place] = new Set(first.map(({ fromPlace }) => fromPlace));
  const end = last.find(isMine) ?? last.toSorted((a, b) => b.arrivesAt - a.arrivesAt)[0]!;
  return {
    leg,
    departsAt: leg?.departsAt ?? Math.min(...first.map((each) => each.departsAt)),
    fromPlace: leg?.fromPlace ?? place ?? null,
    seat: leg ? seatOn(p, leg.id) : null,
    arrivesAt: end.arrivesAt,
    toPlace: end.toPlace,
  };
}
