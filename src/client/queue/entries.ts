import { type DBSchema, openDB } from 'idb';
import { crossOut, jotDown, jotted } from '../jotter.ts';
import type { Heard } from '../phone-clock.ts';
import type { TapTime } from '../../pipeline/batch/tap-time.ts';

export type Entry = {
  no?: number;
  /** Its own name, by which it is known in the jotter too. */
  id: string;
  to: string;
  /** Whom it is about and what was tapped. */
  label: string;
  /** What was tapped, for the line itself. */
  said: string;
  fields: [string, string | Blob][];
  time: TapTime;
  /** Why the server did not take it. It stays until somebody has seen it. */
  refused?: string;
};

/** What an earlier version of this page kept. */
type Old = Omit<Entry, 'id' | 'said' | 'time'> & Partial<Pick<Entry, 'id' | 'said' | 'time'>>;

interface Kept extends DBSchema {
  entries: { key: number; value: Old };
}

const BOOK = 'queue';

const database = Promise.resolve().then(() =>
  openDB<Kept>('songxing', 1, {
    upgrade: (db) => {
      db.createObjectStore('entries', { keyPath: 'no', autoIncrement: true });
    },
  }),
);
// Where the browser keeps nothing (private windows, a full disk), forms are sent at once and the
// page says so.
database.catch(() => undefined);

function whole(old: Old): Entry {
  return { id: '', said: '', time: { at: Date.now() }, ...old };
}

async function stored(): Promise<Entry[]> {
  try {
    return (await (await database).getAll('entries')).map(whole);
  } catch {
    // No database here: what was jotted down is all that this device has.
    return jotted<Entry>(BOOK);
  }
}

/** Adds an entry, once: another tab may have taken it up from the jotter. */
async function addOnce(entry: Entry): Promise<void> {
  const tx = (await database).transaction('entries', 'readwrite');
  const entries = await tx.store.getAll();
  if (!entries.some(({ id }) => id === entry.id)) await tx.store.add(entry);
  await tx.done;
  crossOut(BOOK, entry.id);
}

/** What was jotted down and has not come to be kept: its tab was closed in that moment. */
async function takeUp(): Promise<void> {
  for (const entry of jotted<Entry>(BOOK)) await addOnce(entry);
}

/** Everything that this device keeps, in order. */
export async function allEntries(): Promise<Entry[]> {
  await takeUp().catch(() => undefined);
  return stored();
}

export async function waitingEntries(): Promise<Entry[]> {
  return (await allEntries()).filter(({ refused }) => refused === undefined);
}

/** What was tapped and is on its way to the disk in this moment. */
export function justTapped(): Entry[] {
  return jotted<Entry>(BOOK);
}

/** Writes down what was tapped where writing takes no time. A photo is too large for it. */
export function jotEntry(entry: Entry): void {
  if (entry.fields.every(([, value]) => typeof value === 'string')) jotDown(BOOK, entry.id, entry);
}

/** Keeps it. Throws where this device keeps nothing. */
export function keepEntry(entry: Entry): Promise<void> {
  return addOnce(entry);
}

export async function refuseEntry(entry: Entry, reason: string): Promise<void> {
  await (await database).put('entries', { ...entry, refused: reason });
}

export async function forgetEntry({ no, id }: Entry): Promise<void> {
  crossOut(BOOK, id);
  if (no !== undefined) await (await database).delete('entries', no);
}

const CLOCK = 'clock';

/** The station's clock as this device last heard it. */
export function clockHeard(): Heard | null {
  return jotted<Heard>(CLOCK)[0] ?? null;
}
export function keepClock(heard: Heard | null): void {
  if (heard) jotDown(CLOCK, 'heard', heard);
}
