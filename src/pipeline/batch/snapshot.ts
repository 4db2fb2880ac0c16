import { dayOf } from '../../clock.ts';
import type { Knows } from '../travel/roll-call/word.ts';
import type { Figures } from '../../settings/figures.ts';
import type { Stage } from '../stages.ts';
import type { HeldEntry } from '../travel/roll-call/deed.ts';
import type { Placement } from './placement.ts';
import type { OrderFacts } from '../demand/order-state.ts';
import type { CallsSince } from '../travel/roll-call/roll-state.ts';
import type { PaperKind } from '../documents/paper-kind.ts';

export type BatchStatus = 'open' | 'closed' | 'cancelled';

/** Everything the rules need to decide on a batch, read in one round trip. */
export type Snapshot = {
  id: string;
  code: string;
  coordinatorId: string;
  status: BatchStatus;
  stage: Stage;
  seq: number;
  /** Places confirmed by the employer; 0 until then. */
  headcount: number;
  /** The first day at work; whoever is to go has to be ready by then. */
  departsOn: string;
  /** When the first vehicle leaves; null while none is planned. */
  leavesAt: number | null;
  requirements: PaperKind[];
  /** Why the batch goes on with places unfilled; null while nobody has taken that decision. */
  unfilledReason: string | null;
  /** How many places that decision covers; one more vacancy needs a new one. */
  unfilledAccepted: number;
  /** Whether somebody stopped vacated places from being offered to the reserve list. */
  reserveStopped: boolean;
  lockedAt: number | null;
  departedAt: number | null;
  arrivedAt: number | null;
  handedOverAt: number | null;
  endedAt: number | null;
  order: OrderFacts;
  escorts: number;
  /** Visits that have no outcome yet; kept on the batch row. */
  openVisits: number;
  /** The day of the earliest of them, as it was read; null where there are none. */
  nextVisitOn: string | null;
  planVersion: number;
  /** Up to which of its entries each phone of the roll call has been heard. */
  phones: Knows;
  /**
   * The station's number from which on what is said of boarding and arrival is of this day and this
   * employer.
   */
  callsSince: CallsSince;
  /** Placements that the departure released. */
  releasedAtDeparture: string[];
  /**
   * What phones sent that cannot be done before others have been heard: a departure, an arrival, a
   * signature.
   */
  heldEntries: HeldEntry[];
  placements: Placement[];
  /** What the station set, or our defaults. */
  figures: Figures;
};

/** The day on which the batch leaves: as planned, and until then the first day at work. */
export function departureDay({ leavesAt, departsOn }: Pick<Snapshot, 'leavesAt' | 'departsOn'>) {
  return leavesAt === null ? departsOn : dayOf(leavesAt);
}

export function placementOf(s: Snapshot, id: string): Placement | undefined {
  return s.placements.find((p) => p.id === id);
}

/**
 * Whether the same person is in the batch again under another placement, so that this one cannot be
 * revived.
 */
export function isHereAgain(s: Snapshot, p: Placement): boolean {
  return s.placements.some(
    (other) => other.id !== p.id && other.active && other.workerId === p.workerId,
  );
}
