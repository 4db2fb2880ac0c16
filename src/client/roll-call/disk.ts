import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Kept, TimedEntry } from './kept.ts';

interface Stored extends DBSchema {
  kept: { key: string; value: Kept };
  entries: { key: [string, number]; value: TimedEntry & { link: string } };
}

export type Disk = Promise<IDBPDatabase<Stored>>;

/** How far back a twin can stand. */
const NEWEST = 50;

/**
 * Where the phone keeps things. @throws, when it is awaited, where the browser forbids it: that is
 * a full phone as well
 */
export function openDisk(): Disk {
  return Promise.resolve().then(() =>
    openDB<Stored>('songxing-roll', 1, {
      upgrade: (db) => {
        db.createObjectStore('kept', { keyPath: 'link' });
        db.createObjectStore('entries', { keyPath: ['link', 'no'] });
      },
    }),
  );
}

function ofLink(link: string) {
  return IDBKeyRange.bound([link, 0], [link, Infinity]);
}

/**
 * Other links of which something is kept here: an old one of the same escort, say, that has ended
 * since.
 */
export async function otherLinks(link: string): Promise<string[]> {
  try {
    return (await (await openDisk()).getAllKeys('kept')).filter((other) => other !== link);
  } catch {
    return [];
  }
}

/** What was done under a link, in the order of its numbers. */
export async function entriesOn(disk: Disk, link: string): Promise<TimedEntry[]> {
  return (await disk).getAll('entries', ofLink(link));
}

/**
 * Changes what is kept of a link, on the newest of it: another tab may have changed it meanwhile.
 * @param make the next from what is kept, if anything is
 */
export async function changeOn(
  disk: Disk,
  link: string,
  make: (stored: Kept | undefined) => Kept,
): Promise<Kept> {
  const tx = (await disk).transaction('kept', 'readwrite');
  const next = make(await tx.store.get(link));
  await tx.store.put(next);
  await tx.done;
  return next;
}

/**
 * Writes entries in one transaction that is on the disk when it is done. Their numbers go on from
 * the last one, whichever tab had it, and are changed where they have to be.
 * @returns the last number
 */
export async function writeEntries(
  disk: Disk,
  link: string,
  entries: readonly TimedEntry[],
): Promise<number> {
  const tx = (await disk).transaction('entries', 'readwrite', { durability: 'strict' });
  const cursor = await tx.store.openCursor(ofLink(link), 'prev');
  let last = cursor?.value.no ?? 0;
  // Another tab may have taken one up from the jotter in the same moment.
  const newest = await tx.store.getAll(IDBKeyRange.bound([link, last - NEWEST], [link, Infinity]));
  for (const entry of entries) {
    const twin = newest.find(({ id }) => id === entry.id);
    entry.no = twin?.no ?? Math.max(entry.no, last + 1);
    last = Math.max(last, entry.no);
    if (!twin) await tx.store.add({ ...entry, link });
  }
  await tx.done;
  return last;
}

/** Nothing of a link stays on the disk. */
export async function clearDisk(disk: Disk, link: string): Promise<void> {
  const db = await disk;
  await db.delete('kept', link);
  await db.delete('entries', ofLink(link));
}
