import type { BoardingOutcome, ArrivalOutcome, Roll } from './roll-call/roll-state.ts';
import type { Onward } from './handover/handover-state.ts';

export type TravelState = 'expected' | BoardingOutcome | ArrivalOutcome | 'accepted' | 'rejected';

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
