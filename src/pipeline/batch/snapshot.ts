import type { TradeCode } from '../../registry/trade.ts';
import type { ContractState } from '../documents/contract.ts';
import type { Custody } from '../documents/custody.ts';
import type { PaperKind, PaperState, RejectReason } from '../documents/paper.ts';
import type { FollowUpState } from '../follow-up/visit.ts';
import type { HealthState, Restriction, TravelFit } from '../health/fitness.ts';
import type { OrderState } from '../demand/job-order.ts';
import type { EligibilityError } from '../recruitment/eligibility.ts';
import type { PlaceOffer } from '../recruitment/reserve.ts';
import type { ExitReason, RecruitmentState } from '../recruitment/placement.ts';
import type { HeldEntry } from '../travel/roll-call/entries.ts';
import type { Onward } from '../travel/handover/onward.ts';
import type { CallsSince, Roll, TravelState } from '../travel/roll-call/roll-call.ts';
import type { Knows } from '../travel/roll-call/word.ts';
import type { Figures } from '../../settings/figures.ts';
import type { Stage } from '../stages.ts';

/** Someone's place in a batch, and how far each of the six stages has come for them. */
export type Placement = {
  id: string;
  workerId: string;
  name: string;
  /** Legal limits that stand between this person and this post today, from who they are and what they hold. */
  obstacles: EligibilityError[];
  /** False once the person has left the batch or come home: they may join another one. */
  active: boolean;
  recruitment: RecruitmentState;
  /** Position on the reserve list, from 1. */
  rank: number | null;
  offerUntil: number | null;
  /** The timed offer of a vacated place to somebody on the reserve list, and when it lapses. */
  placeOffer: PlaceOffer | null;
  placeOfferUntil: number | null;
  consentedHash: string | null;
  /** Whether this person was ever selected: they hold one of the confirmed places until somebody replaces them. */
  heldPlace: boolean;
  /** The placement whose vacated place this person took. */
  replaces: string | null;
  exit: ExitReason | null;
  health: HealthState;
  restriction: Restriction | null;
  healthUntil: string | null;
  recheckBy: string | null;
  papers: Partial<Record<PaperKind, PaperState>>;
  /** Last days of papers that do not hold for good. */
  paperUntil: Partial<Record<PaperKind, string>>;
  /** Why a paper was sent back, as long as it has not come again. */
  paperWhy: Partial<Record<PaperKind, RejectReason>>;
  contract: ContractState | null;
  custody: Custody[];
  /** Originals that were lent in another batch of theirs and are not back. */
  lentElsewhere: PaperKind[];
  travelFit: TravelFit | null;
  travel: TravelState;
  /** What phones said of them in each roll call, as far as nobody has overruled it. */
  roll: Roll;
  followUp: FollowUpState;
  captain: boolean;
  /** Where whoever the employer did not take went from there; null while nobody has said. */
  onward: Onward | null;
  /** Minutes from their village to where the buses leave; null while nobody has said. */
  minutesToBus: number | null;
  /** Their seat on each leg that has a seat plan. */
  seats: Readonly<Record<string, number>>;
  /** What stands on their ticket for each leg that has tickets: carriage and seat. */
  tickets: Readonly<Record<string, string>>;
};

export type BatchStatus = 'open' | 'closed' | 'cancelled';

/** The order as far as the rules of a batch need it. */
export type OrderFacts = {
  id: string;
  state: OrderState;
  version: number;
  headcount: number;
  startsOn: string;
  termsHash: string;
  sentAt: number | null;
  /** Until when the employer has to answer what was sent. */
  replyBy: number | null;
  trade: TradeCode;
  contractMonths: number;
  payDay: number;
};

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
  planVersion: number;
  /** Up to which of its entries each phone of the roll call has been heard. */
  phones: Knows;
  /** The station's number from which on what is said of boarding and arrival is of this day and this employer. */
  callsSince: CallsSince;
  /** Placements that the departure released. */
  releasedAtDeparture: string[];
  /** What phones sent that cannot be done before others have been heard: a departure, an arrival, a signature. */
  heldEntries: HeldEntry[];
  placements: Placement[];
  /** What the station set, or our defaults. */
  figures: Figures;
};

export const isSelected = (p: Placement): boolean => p.recruitment === 'selected' && p.exit === null;

/** Did not board: the place is free again until departure, and another who is ready may take it. */
export const isAbsent = (p: Placement): boolean =>
  p.travel === 'no_show' || p.travel === 'refused' || p.travel === 'unfit';

/** Whoever travels, or is to: on the manifest, or on board, whether or not they are asked anew on the way. */
export const travels = (p: Placement): boolean =>
  p.exit === null && !isAbsent(p) && (isSelected(p) || p.travel !== 'expected');

/** Whoever holds a confirmed place now: selected, or selected earlier and asked again because the terms changed. */
export const holdsPlace = (p: Placement): boolean => p.heldPlace && p.exit === null && !isAbsent(p);

/** Whose papers are got: everybody who holds a place, and the reserves, who can only follow when theirs are in order. */
export const needsPapers = (p: Placement): boolean => holdsPlace(p) || (p.exit === null && p.recruitment === 'reserve');

/** Whether any original of theirs is not in their own hands. */
export const hasLent = (p: Placement): boolean => p.custody.length > 0 || p.lentElsewhere.length > 0;

/** Whether a paper is in order for the journey: verified, and valid on the day of departure; or not needed. */
export const paperHolds = (s: Snapshot, p: Placement, kind: PaperKind): boolean =>
  p.papers[kind] === 'not_needed' ||
  (p.papers[kind] === 'verified' && (s.departedAt !== null || (p.paperUntil[kind] ?? '9999') >= s.departsOn));

export const placementOf = (s: Snapshot, id: string): Placement | undefined => s.placements.find((p) => p.id === id);

/** Whether the same person is in the batch again under another placement, so that this one cannot be revived. */
export const isHereAgain = (s: Snapshot, p: Placement): boolean =>
  s.placements.some((other) => other.id !== p.id && other.active && other.workerId === p.workerId);
