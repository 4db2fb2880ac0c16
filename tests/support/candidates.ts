import { DAY } from '../../src/clock.ts';
import type { MatchCandidate, MatchPost } from '../../src/pipeline/recruitment/matching.ts';
import type { Wish } from '../../src/registry/worker.ts';

/** When people are proposed. */
export const PROPOSED_AT = Date.parse('2027-02-20T09:00:00+08:00');

/** A post that anybody may have: sewing in Guangdong. */
export function aPost(change: Partial<MatchPost> = {}): MatchPost {
  return {
    trade: 'sewing',
    hazardous: false,
    certificateRequired: false,
    province: 'guangdong',
    startsOn: '2027-03-06',
    wishHolds: 90,
    monthlyFen: 450_000,
    ...change,
  };
}

/** Somebody of whom everything speaks for such a post. */
export function aCandidate(change: Partial<MatchCandidate> = {}): MatchCandidate {
  return {
    id: 'wang',
    bornOn: '1990-03-07',
    sex: 'female',
    certificates: [],
    trade: 'sewing',
    skilled: true,
    availability: 'wants',
    availabilityAt: PROPOSED_AT - 10 * DAY,
    wish: null,
    hasDataConsent: true,
    withdrewData: false,
    mark: null,
    offeredThisYear: true,
    ...change,
  };
}

/** The same, who wishes for something. */
export function wishing(wish: Partial<Wish>): MatchCandidate {
  const nothing: Wish = { from: null, provinces: [], trades: [], leastFen: null, companions: [] };
  return aCandidate({ wish: { ...nothing, ...wish } });
}
