import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { TapTime } from '../../pipeline/batch/tap-time.ts';
import type { PhoneRoster } from '../../pipeline/travel/roll-call/phone-roster.ts';
import type { Heard } from '../phone-clock.ts';
import type { PhoneEntry } from '../../pipeline/travel/roll-call/deed.ts';

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

interface Stored extends DBSchema {
  kept: { key: string; value: Kept };
  entries: { key: [string, number]; value: TimedEntry & { link: string } };
}

/** How far back a twin can stand. */
export const NEWEST = 50;

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

export function open(): Promise<IDBPDatabase<Stored>> {
  // Where the browser forbids it, opening throws at once; that is a full phone as well.
  return Promise.resolve().then(() =>
    openDB<Stored>('songxing-roll', 1, {
      upgrade: (db) => {
        db.createObjectStore('kept', { keyPath: 'link' });
        db.createObjectStore('entries', { keyPath: ['link', 'no'] });
      },
    }),
  );
}

/** The book of a link in the jotter. */
export function bookOf(link: string): string {
  return `roll:${link}`;
}

export function ofLink(link: string) {
  return IDBKeyRange.bound([link, 0], [link, Infinity]);
}
