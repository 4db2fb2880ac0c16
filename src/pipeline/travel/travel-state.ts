import type { Word } from './roll-call/word.ts';

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

export type TravelState = 'expected' | BoardingOutcome | ArrivalOutcome | 'accepted' | 'rejected';

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

/** What can go wrong on the way. */
export const INCIDENT_KINDS = [
  'breakdown',
  'missed_connection',
  'illness',
  'left_by_choice',
  'missing',
  'redirected',
  'escort_replaced',
  'other',
] as const;

export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** Where somebody is on the way, and how they ride. */
export type Travelling = {
  travel: TravelState;
  /** What phones said of them in each roll call, as far as nobody has overruled it. */
  roll: Roll;
  /** Where whoever the employer did not take went from there; null while nobody has said. */
  onward: Onward | null;
  /** Minutes from their village to where the buses leave; null while nobody has said. */
  minutesToBus: number | null;
  /** Their seat on each leg that has a seat plan. */
  seats: Readonly<Record<string, number>>;
  /** What stands on their ticket for each leg that has tickets: carriage and seat. */
  tickets: Readonly<Record<string, string>>;
  captain: boolean;
};

export const notDeparted: Travelling = {
  travel: 'expected',
  roll: {},
  onward: null,
  minutesToBus: null,
  seats: {},
  tickets: {},
  captain: false,
};
