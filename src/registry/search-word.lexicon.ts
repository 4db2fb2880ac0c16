import type { Availability, Sex } from './worker.ts';

/** Words of the search box for whether somebody wants to go. */
export const AVAILABILITY_WORD: Record<string, Availability> = {
  想外出: 'wants',
  想去: 'wants',
  愿意: 'wants',
  有意愿: 'wants',
  在家: 'home',
  在外: 'away',
  已外出: 'away',
  不想外出: 'unwilling',
  不愿意: 'unwilling',
  不想去: 'unwilling',
};

export const SEX_WORD: Record<string, Sex> = { 男: 'male', 女: 'female' };
