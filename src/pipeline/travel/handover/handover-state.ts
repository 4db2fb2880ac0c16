/**
 * Where somebody went who is far from home without a post, because the employer did not take them
 * or they left on the way: home, to another post that the station found, or by a way of their own
 * choice.
 */
export const ONWARD = ['home', 'rebooked', 'own_choice'] as const;

export type Onward = (typeof ONWARD)[number];

export const REJECTION_REASONS = [
  'post_filled',
  'skill_differs',
  'papers_differ',
  'own_wish',
  'other',
] as const;

export type RejectionReason = (typeof REJECTION_REASONS)[number];

export type Rejection = { placementId: string; reason: RejectionReason };

/**
 * What an employer signs: for whom, how many of them they count, and whom of them they do not take.
 */
export type Signature = {
  count: number;
  people: readonly string[];
  rejected: readonly Rejection[];
};
