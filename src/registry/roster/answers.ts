import type { Availability } from '../worker.ts';

/** What a word in the column of wishes means; `unsaid` where it tells nothing. */
export type WishMeaning = Availability | 'unsaid';

/**
 * What the station said of a file's doubts. Rows that nobody sees on the sheet stay out until they
 * are asked in. Names that are none stay out and odd ones go in, until either is said of all.
 */
export type Answers = {
  hidden?: 'in';
  names?: 'in' | 'out';
  /** Words of the column of wishes, as `wishKey` compares them. */
  wishes?: Record<string, WishMeaning>;
};
