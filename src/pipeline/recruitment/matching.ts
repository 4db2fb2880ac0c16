import type { Province } from '../../registry/province.ts';
import { type TradeCode, TRADES } from '../../registry/trade.ts';
import { type Availability, isStaleWish, type Wish } from '../../registry/worker.ts';
import { type Candidate, holdsCertificate, obstacles, type Post } from './eligibility.ts';
import type { EligibilityError } from './recruitment-state.ts';

/** What speaks for a person taking a post. */
export const MATCH_REASONS = [
  'certificate_valid',
  'trade_known',
  'wants_to_go',
  'place_wanted',
  'wage_enough',
  'with_companion',
  'rated_well',
  'nothing_offered',
  'at_home',
  'skilled',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** What speaks against it and is no law: somebody may decide otherwise, with a word why. */
export const DOUBTS = [
  'unwilling',
  'away',
  'certificate_missing',
  'place_not_wanted',
  'wage_too_low',
  'not_free_yet',
  'other_trade_wanted',
  'rated_badly',
  'wish_stale',
  'no_data_consent',
] as const;
export type Doubt = (typeof DOUBTS)[number];

/**
 * Whether putting somebody on the list in spite of this needs a word why; that they are still to be
 * asked does not.
 */
export function needsWord(doubts: Doubt[]): boolean {
  return doubts.some((doubt) => doubt !== 'no_data_consent');
}

export const MARKS = ['good', 'fair', 'bad'] as const;
/** What a worker said of an employer they were with. */
export type Mark = (typeof MARKS)[number];

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

export type Ranked<P extends MatchCandidate> = { person: P; match: Match; companions: string[] };

/**
 * Who of the candidates wants to travel with whom: each person's group, named by its first member.
 */
function groupsOf(people: MatchCandidate[]): Map<string, string> {
  const here = new Set(people.map(({ id }) => id));
  const leader = new Map(people.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    const above = leader.get(id) ?? id;
    return above === id ? id : find(above);
  };
  for (const { id, wish } of people)
    for (const companion of wish?.companions ?? [])
      if (here.has(companion)) leader.set(find(companion), find(id));
  return new Map(people.map(({ id }) => [id, find(id)]));
}

/**
 * Candidates in the order in which they are proposed: those whom no law stops first, the best
 * first, and people who want to travel together next to one another, where the best of them stands.
 * @param listed ids of the workers who are on the batch's list already
 */
export function rank<P extends MatchCandidate>(
  people: P[],
  post: MatchPost,
  now: number,
  listed: ReadonlySet<string>,
): Ranked<P>[] {
  const here = new Set(people.map(({ id }) => id));
  const isNear = (id: string): boolean => here.has(id) || listed.has(id);
  const wantedBy = new Map<string, string[]>();
  for (const { id, wish } of people)
    for (const other of wish?.companions ?? [])
      wantedBy.set(other, [...(wantedBy.get(other) ?? []), id]);
  const group = groupsOf(people);
  const ranked = people.map((person): Ranked<P> => {
    const companions = [
      ...new Set([...(person.wish?.companions ?? []), ...(wantedBy.get(person.id) ?? [])]),
    ];
    const near = companions.filter(isNear);
    return { person, match: match(person, post, now, near.length > 0), companions: near };
  });
  const best = new Map<string, number>();
  for (const { person, match: found } of ranked) {
    const of = group.get(person.id) ?? person.id;
    const score = found.obstacles.length > 0 ? Number.NEGATIVE_INFINITY : found.score;
    best.set(of, Math.max(best.get(of) ?? Number.NEGATIVE_INFINITY, score));
  }
  const standing = (each: Ranked<P>): number => best.get(group.get(each.person.id) ?? '') ?? 0;
  return ranked.sort(
    (a, b) =>
      Number(a.match.obstacles.length > 0) - Number(b.match.obstacles.length > 0) ||
      standing(b) - standing(a) ||
      (group.get(a.person.id) ?? '').localeCompare(group.get(b.person.id) ?? '') ||
      b.match.score - a.match.score ||
      (a.person.id < b.person.id ? -1 : 1),
  );
}
