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
