import type { Availability } from '../../registry/worker.ts';
import type { TradeCode } from '../../registry/trade.ts';
import { type Candidate, type EligibilityError, holdsCertificate, obstacles, type Post } from './eligibility.ts';

export type MatchReason = 'certificate_valid' | 'trade_known' | 'wants_to_go' | 'at_home' | 'skilled';
export type MatchCandidate = Candidate & {
  trade: TradeCode;
  skilled: boolean;
  availability: Availability;
};
export type Match = { score: number; reasons: MatchReason[]; obstacles: EligibilityError[] };

const WEIGHT: Record<MatchReason, number> = {
  certificate_valid: 40,
  trade_known: 30,
  wants_to_go: 20,
  at_home: 5,
  skilled: 5,
};

/** Why a person would fit a post, and what stands in the way. Sex and village count for nothing. */
export const match = (person: MatchCandidate, post: Post): Match => {
  const reasons: MatchReason[] = [];
  if (holdsCertificate(person, post.trade, post.startsOn)) reasons.push('certificate_valid');
  if (person.trade === post.trade) reasons.push('trade_known');
  if (person.availability === 'wants') reasons.push('wants_to_go');
  if (person.availability === 'home') reasons.push('at_home');
  if (person.skilled) reasons.push('skilled');
  return {
    score: reasons.reduce((sum, reason) => sum + WEIGHT[reason], 0),
    reasons,
    obstacles: obstacles(person, post),
  };
};
