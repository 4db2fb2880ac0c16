import type { Province } from '../../registry/province.ts';
import { type TradeCode, TRADES } from '../../registry/trade.ts';
import { type Availability, isStaleWish, type Wish } from '../../registry/worker.ts';
import { type Candidate, holdsCertificate, obstacles, type Post } from './eligibility.ts';
import type { EligibilityError } from './recruitment-state.ts';
import type { MatchReason, Doubt, Mark } from './match-reason.ts';

export type MatchCandidate = Candidate & {
  id: string;
  trade: TradeCode;
  skilled: boolean;
  availability: Availability;
  availabilityAt: number | null;
  wish: Wish | null;
  hasDataConsent: boolean;
  /**
   * Whether they had agreed and no longer do: nobody but they themselves can put them on a list
   * again.
   */
  withdrewData: boolean;
  /** What they said of this employer, if they were there. */
  mark: Mark | null;
  /** Whether they were shown any terms this year. */
  offeredThisYear: boolean;
};

export type MatchPost = Post & {
  /**
   * Lowest wage, in fen a month; null where it is not paid by the month, so that nothing can be
   * compared.
   */
  monthlyFen: number | null;
  /** Days for which somebody's word on going counts. */
  wishHolds: number;
};

export type Match = {
  score: number;
  reasons: MatchReason[];
  doubts: Doubt[];
  /** Legal limits: nobody can decide otherwise. */
  obstacles: EligibilityError[];
};

const WORTH: Record<MatchReason, number> = {
  certificate_valid: 40,
  trade_known: 30,
  wants_to_go: 25,
  place_wanted: 15,
  wage_enough: 5,
  with_companion: 10,
  rated_well: 10,
  nothing_offered: 6,
  at_home: 5,
  skilled: 5,
};
const COST: Record<Doubt, number> = {
  unwilling: 80,
  away: 60,
  certificate_missing: 40,
  place_not_wanted: 30,
  wage_too_low: 30,
  not_free_yet: 25,
  other_trade_wanted: 15,
  rated_badly: 25,
  wish_stale: 12,
  no_data_consent: 4,
};

function doubtsOf(person: MatchCandidate, post: MatchPost, now: number): Doubt[] {
  const { wish } = person;
  const least = wish?.leastFen ?? null;
  const from = wish?.from ?? null;
  const lacksCertificate =
    post.certificateRequired && !holdsCertificate(person, post.trade, post.startsOn);
  const held: [boolean, Doubt][] = [
    [person.availability === 'unwilling', 'unwilling'],
    [person.availability === 'away', 'away'],
    // A licensed trade's certificate is asked for by law and is no doubt but an obstacle.
    [lacksCertificate && !TRADES[post.trade].licensed, 'certificate_missing'],
    [
      wish !== null &&
        wish.provinces.length > 0 &&
        !wish.provinces.includes(post.province as Province),
      'place_not_wanted',
    ],
    [least !== null && post.monthlyFen !== null && post.monthlyFen < least, 'wage_too_low'],
    [from !== null && from > post.startsOn, 'not_free_yet'],
    [
      wish !== null && wish.trades.length > 0 && !wish.trades.includes(post.trade),
      'other_trade_wanted',
    ],
    [person.mark === 'bad', 'rated_badly'],
    [isStaleWish(person, now, post.wishHolds) && person.availability === 'wants', 'wish_stale'],
    [!person.hasDataConsent, 'no_data_consent'],
  ];
  return held.filter(([holds]) => holds).map(([, doubt]) => doubt);
}

/**
 * Why a person would fit a post, what speaks against it, and what the law forbids. Sex and village
 * count for nothing, nor does any target.
 * @param together whether somebody they want to travel with is on the list or proposed as well
 */
export function match(
  person: MatchCandidate,
  post: MatchPost,
  now: number,
  together = false,
): Match {
  const { wish } = person;
  const least = wish?.leastFen ?? null;
  const held: [boolean, MatchReason][] = [
    [holdsCertificate(person, post.trade, post.startsOn), 'certificate_valid'],
    [person.trade === post.trade, 'trade_known'],
    [person.availability === 'wants', 'wants_to_go'],
    [wish?.provinces.includes(post.province as Province) ?? false, 'place_wanted'],
    [least !== null && post.monthlyFen !== null && post.monthlyFen >= least, 'wage_enough'],
    [together, 'with_companion'],
    [person.mark === 'good', 'rated_well'],
    [!person.offeredThisYear, 'nothing_offered'],
    [person.availability === 'home', 'at_home'],
    [person.skilled, 'skilled'],
  ];
  const reasons = held.filter(([holds]) => holds).map(([, reason]) => reason);
  const doubts = doubtsOf(person, post, now);
  const worth = reasons.reduce((sum, reason) => sum + WORTH[reason], 0);
  const cost = doubts.reduce((sum, doubt) => sum + COST[doubt], 0);
  return { score: worth - cost, reasons, doubts, obstacles: obstacles(person, post) };
}
