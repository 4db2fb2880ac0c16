import type { Word } from './word.ts';

export const BOARDING_OUTCOMES = ['boarded', 'no_show', 'refused', 'unfit'] as const;

export const ARRIVAL_OUTCOMES = ['arrived', 'left_en_route', 'missing'] as const;

export type BoardingOutcome = (typeof BOARDING_OUTCOMES)[number];

export type ArrivalOutcome = (typeof ARRIVAL_OUTCOMES)[number];

/**
 * `undo` takes one's own last word in the same roll call back; `present` is said in a count on the
 * way. Every attempt stays on record.
 */
export type RollCallOutcome = BoardingOutcome | ArrivalOutcome | 'present' | 'undo';

export const ROLL_CALL_OUTCOMES = [...BOARDING_OUTCOMES, ...ARRIVAL_OUTCOMES, 'undo'] as const;

/**
 * Who is on board, who is where at the end, and how many there are at any stop between
 * (`stops.ts`).
 */
export type CallName = 'boarding' | 'arrival' | `count-${string}`;

export type RollWord = Word<RollCallOutcome>;

/** What nobody has overruled yet of what was said of one person, by roll call. */
export type Roll = Partial<Record<CallName, RollWord[]>>;

/**
 * From which of the station's numbers on boarding, or arrival, is called anew: another day, or
 * another employer.
 */
export type CallsSince = Readonly<Partial<Record<'boarding' | 'arrival', number>>>;
