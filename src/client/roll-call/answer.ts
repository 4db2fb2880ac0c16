import { NOT_HELD } from '../../answer-mark.ts';
import type { PhoneRoster } from '../../pipeline/travel/roll-call/phone-roster.ts';
import { codeOf } from '../own-answer.ts';
import type { Verdict } from '../../pipeline/travel/roll-call/deed.ts';

/**
 * What the station says to the entries of a phone: what became of each, up to which it has heard,
 * and the roster of now.
 */
export type Answer = {
  answers: Verdict[];
  heard: number;
  over: boolean;
  roster: PhoneRoster | null;
  done: boolean;
};

/**
 * Why nothing was heard: `trouble` somebody else answered, or the station takes nothing now; `lost`
 * it does not know this phone's link.
 */
export type Unheard = 'trouble' | 'lost';

function isAnswer(value: unknown): value is Answer {
  const { answers, heard, over, done } = (value ?? {}) as Partial<Record<keyof Answer, unknown>>;
  return (
    Array.isArray(answers) &&
    typeof heard === 'number' &&
    typeof over === 'boolean' &&
    typeof done === 'boolean'
  );
}

/**
 * What came back to a phone, whoever sent it. Only what is recognisably the station's own, and says
 * what it has to say, is heard.
 * @param told what the answer held, as read from JSON; null where that was none
 */
export function heardIn(answer: Response, told: unknown): Answer | Unheard {
  const code = codeOf(answer);
  if (code === null) return 'trouble';
  // Cleared cookies: the phone has to open its link again, and loses nothing by it.
  if (code === NOT_HELD) return 'lost';
  const isSaid = code === 'ok' && (answer.status === 200 || answer.status === 410);
  return isSaid && isAnswer(told) ? told : 'trouble';
}
