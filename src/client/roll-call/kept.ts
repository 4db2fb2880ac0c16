import type { TapTime } from '../../pipeline/batch/tap-time.ts';
import type { PhoneEntry } from '../../pipeline/travel/roll-call/deed.ts';
import type { PhoneRoster } from '../../pipeline/travel/roll-call/phone-roster.ts';
import type { Heard } from '../phone-clock.ts';

/**
 * What the server did not take, until somebody has seen it. The name stays with it, whoever has
 * left the list since.
 */
export type Refusal = {
  no: number;
  placementId: string | null;
  name: string;
  what: string;
  reason: string;
  names: string[];
};

/**
 * What this phone keeps of one link: the roster as it last heard it, and what it has done since.
 * Never an ID number.
 */
export type Kept = {
  link: string;
  /** This phone's own name among the others of the roll call. */
  phone: string;
  roster: PhoneRoster;
  /** Up to which of its entries the server has answered. */
  sentUpTo: number;
  lastNo: number;
  /**
   * Entries that the server holds until others are heard: asked after again until it has decided.
   */
  held: number[];
  refusals: Refusal[];
  /** The station's clock as it was last heard. */
  clock: Heard | null;
};

/** An entry as it is kept: with what the phone can say of its time. */
export type TimedEntry = PhoneEntry & TapTime;

export const NOBODY: PhoneRoster = {
  seq: -1,
  code: '',
  lockedAt: null,
  departedAt: null,
  arrivedAt: null,
  handedOverAt: null,
  phones: {},
  held: [],
  signed: [],
  plan: { version: 1, legs: [] },
  stops: [],
  vehicles: [],
  people: [],
};

/** A phone that has said and heard nothing of a link yet. */
export function nothingKept(link: string, phone: string, roster: PhoneRoster | null): Kept {
  const none = { sentUpTo: 0, lastNo: 0, held: [], refusals: [], clock: null };
  return { link, phone, roster: roster ?? NOBODY, ...none };
}

/** What the server answered: up to which entry it has heard, and what it holds or refuses. */
export type Answered = {
  heard: number;
  roster: PhoneRoster | null;
  held: number[];
  refusals: Refusal[];
};

/** With what the server answered. */
export function withAnswer(kept: Kept, { heard, roster, held, refusals }: Answered): Kept {
  const earlier = kept.refusals.filter(({ no }) => !refusals.some((each) => each.no === no));
  return {
    ...kept,
    sentUpTo: heard,
    held,
    roster: roster ?? kept.roster,
    refusals: [...earlier, ...refusals],
  };
}

/**
 * With the refusals of another link of this phone, to be seen here. Their numbers are none of this
 * one's.
 */
export function withOthers(kept: Kept, refusals: readonly Refusal[]): Kept {
  const least = Math.min(0, ...kept.refusals.map(({ no }) => no));
  const others = refusals.map((each, i) => ({ ...each, no: least - 1 - i, placementId: null }));
  return { ...kept, refusals: [...kept.refusals, ...others] };
}

/** Without a refusal that somebody has seen. */
export function withoutRefusal(kept: Kept, no: number): Kept {
  return { ...kept, refusals: kept.refusals.filter((each) => each.no !== no) };
}
