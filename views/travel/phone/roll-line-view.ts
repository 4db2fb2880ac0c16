import type { Words } from '../../i18n/words.ts';
import type { Shown } from '../../../src/pipeline/travel/roll-call/on-the-phone.ts';
import type { RollCallOutcome } from '../../../src/pipeline/travel/roll-call/roll-state.ts';

/**
 * The words of a roll call. Everything in this file is drawn by the server and, from the same
 * functions, by the escort's phone without a signal: it takes its words with it and knows no
 * reader.
 */
export type RollWords = Words['rollCall'] & { states: Words['codes']['travel'] };

/**
 * Where a tap goes: to the server, which knows it again by its key; on a phone it is kept first.
 */
export type RollTarget = { to: string; key: string; htmx: boolean } | null;

export type RollLineView = {
  id: string;
  name: string;
  /** Village and seat, beside the name. */
  sub: string;
  phone: string;
  kin: { name: string; phone: string } | null;
  /** As a data address that the phone keeps. */
  portrait: string | null;
  askFirst: boolean;
  shown: Shown;
  /** What phones that disagree say. */
  said: RollCallOutcome[];
  /** What one tap says here, and the rest in the fold. */
  here: 'boarded' | 'arrived' | 'present';
  otherwise: readonly RollCallOutcome[];
  mayUndo: boolean;
  /**
   * Said on what a departure or arrival was decided: another word puts it right, and none takes it
   * back.
   */
  mayCorrect: boolean;
  isUnsent: boolean;
  error: string | null;
};

export type RollLineProps = { w: RollWords; v: RollLineView; target: RollTarget };
