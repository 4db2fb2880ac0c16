export const RECRUITMENT_STATES = [
  'registered',
  'offered',
  'consented',
  'selected',
  'reserve',
  'reoffered',
  'declined',
] as const;

/**
 * `reoffered`: holds a place, but the terms changed since the consent and a new one is asked for.
 */
export type RecruitmentState = (typeof RECRUITMENT_STATES)[number];

export const EXIT_REASONS = ['withdrawn', 'declined', 'unfit', 'released', 'cancelled'] as const;

export type ExitReason = (typeof EXIT_REASONS)[number];

export const RELEASE_REASONS = [
  'headcount_cut',
  'papers_incomplete',
  'no_answer',
  'own_other_plan',
] as const;

export type ReleaseReason = (typeof RELEASE_REASONS)[number];

/**
 * What became of the timed offer of a vacated place: `open` while it waits for an answer, then
 * `lapsed` or `refused`. Null before one was made; whoever took a place has none any more.
 */
export const PLACE_OFFERS = ['open', 'lapsed', 'refused'] as const;

export type PlaceOffer = (typeof PLACE_OFFERS)[number];

export type EligibilityError =
  | 'under_16'
  | 'minor_hazardous'
  | 'over_construction_age'
  | 'licence_missing';

/** How far recruitment has come for somebody. */
export type Recruited = {
  /**
   * Legal limits that stand between this person and this post today, from who they are and what
   * they hold.
   */
  obstacles: EligibilityError[];
  recruitment: RecruitmentState;
  /** Position on the reserve list, from 1. */
  rank: number | null;
  offerUntil: number | null;
  /** When they were seen to know the terms that they are asked about; null until then. */
  toldAt: number | null;
  /** Since when they have a question that nobody has answered. */
  questionAt: number | null;
  /** The timed offer of a vacated place to somebody on the reserve list, and when it lapses. */
  placeOffer: PlaceOffer | null;
  placeOfferUntil: number | null;
  consentedHash: string | null;
  /**
   * Whether this person was ever selected: they hold one of the confirmed places until somebody
   * replaces them.
   */
  heldPlace: boolean;
  /** The placement whose vacated place this person took. */
  replaces: string | null;
  exit: ExitReason | null;
};

export const newlyRegistered: Recruited = {
  obstacles: [],
  recruitment: 'registered',
  rank: null,
  offerUntil: null,
  toldAt: null,
  questionAt: null,
  placeOffer: null,
  placeOfferUntil: null,
  consentedHash: null,
  heldPlace: false,
  replaces: null,
  exit: null,
};
