import type { Stop } from './stops.ts';
import type { Knows } from './word.ts';
import type { TravelState } from '../travel-state.ts';
import type { Deed } from './deed.ts';
import type { Roll } from './roll-state.ts';

/**
 * Somebody as an escort's phone keeps them: an explicit list, without an ID number and without a
 * word on health.
 */
export type RosterPerson = {
  id: string;
  name: string;
  village: string;
  phone: string;
  kin: { name: string; phone: string } | null;
  /** The eight digits on their card. */
  code: string;
  captain: boolean;
  /** The photo that is their portrait; the phone fetches it by itself. Null where there is none. */
  portrait: string | null;
  /** Where they sit: in which of the roster's vehicles, and on which seat. */
  seat: { vehicle: string; no: number } | null;
  /** Carriage and seat on the trains of the way, as they stand on the tickets. */
  tickets: string;
  /** They said that they cannot go today: ask first. */
  askFirst: boolean;
  /** They withdrew or were released since they were called. */
  hasLeft: boolean;
  travel: TravelState;
  roll: Roll;
};

/** The roster as the server had it when this phone last heard from it. */
export type PhoneRoster = {
  /** Raised by every change of the batch. */
  seq: number;
  code: string;
  lockedAt: number | null;
  departedAt: number | null;
  arrivedAt: number | null;
  handedOverAt: number | null;
  /** Up to which of its entries each phone has been heard. */
  phones: Knows;
  /** Steps of the whole batch that wait for other phones to be heard. */
  held: Deed['kind'][];
  /** For whom a signature waits so. */
  signed: string[];
  /**
   * The plan as it stands, in the words of whoever reads it: the way, and by what, when and with
   * whom.
   */
  plan: { version: number; legs: [way: string, rest: string, id: string][] };
  /** Where the way stops between its ends. */
  stops: Stop[];
  /**
   * The vehicles in which people have seats; where there are several, each can be called on its
   * own.
   */
  vehicles: { id: string; name: string }[];
  people: RosterPerson[];
};
