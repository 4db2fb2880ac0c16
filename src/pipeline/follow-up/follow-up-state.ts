export type FollowUpState = 'none' | 'away' | 'home';

export const RETURN_REASONS = [
  'health',
  'family',
  'wage_differs',
  'conditions',
  'conflict',
  'season_over',
  'own_choice',
] as const;

export type ReturnReason = (typeof RETURN_REASONS)[number];

/** Whether somebody is at the post, or back. */
export type FollowedUp = { followUp: FollowUpState };

export const notYetThere: FollowedUp = { followUp: 'none' };
