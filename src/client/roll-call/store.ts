import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Deed, PhoneEntry } from '../../pipeline/travel/entries.ts';
import { knownTo, type PhoneRoster } from '../../pipeline/travel/phone-roster.ts';
import { joined, type Knows } from '../../pipeline/travel/word.ts';

/** What the server did not take, until somebody has seen it. */
export type Refusal = { no: number; placementId: string | null; what: string; reason: string; names: string[] };

/** What this phone keeps of one link: the roster as it last heard it, and what it has done since. Never an ID number. */
export type Kept = {
  link: string;
  /** This phone's own name among the others of the roll call. */
  phone: string;
  roster: PhoneRoster;
  /** What it heard of other phones without the server. */
  heard: Knows;
  /** Up to which of its entries the server has heard it. */
  sentUpTo: number;
  lastNo: number;
  refusals: Refusal[];
};

interface Stored extends DBSchema {
  kept: { key: string; value: Kept };
  entries: { key: [string, number]; value: PhoneEntry & { link: string } };
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';
const KEY_DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const drawn = (length: number, digits: string): string =>
  [...crypto.getRandomValues(new Uint8Array(length))].map((byte) => digits[byte % digits.length]).join('');

/** Everything that this phone has said and heard. Entries are kept until the batch is handed over, sent ones too. */
export class Store {
  kept: Kept;
  entries: PhoneEntry[] = [];
  /** Whether the phone keeps nothing any more: said out loud, because what is tapped now does not survive a reload. */
  isFull = false;
  private database: Promise<IDBPDatabase<Stored>>;

  private constructor(kept: Kept) {
    this.kept = kept;
    // Where the browser forbids it, opening throws at once; that is a full phone as well.
    this.database = Promise.resolve().then(() =>
      openDB<Stored>('songxing-roll', 1, {
        upgrade: (db) => {
          db.createObjectStore('kept', { keyPath: 'link' });
          db.createObjectStore('entries', { keyPath: ['link', 'no'] });
        },
      }),
    );
    this.database.catch(() => {
      this.isFull = true;
    });
  }

  /** What was kept of a link, with the newer of the two rosters: the kept one, or the one that came with the page. */
  static async open(link: string, roster: PhoneRoster): Promise<Store> {
    const phone = drawn(8, DIGITS);
    const store = new Store({ link, phone, roster, heard: {}, sentUpTo: 0, lastNo: 0, refusals: [] });
    await store.refresh(roster);
    return store;
  }

  /** Reads again what is kept: another tab of this page may have written. */
  async refresh(roster: PhoneRoster | null = null): Promise<void> {
    const { link } = this.kept;
    try {
      const db = await this.database;
      const tx = db.transaction(['kept', 'entries'], 'readwrite');
      const known = await tx.objectStore('kept').get(link);
      if (known) this.kept = known;
      if (roster && roster.seq >= this.kept.roster.seq) this.hear(roster);
      await tx.objectStore('kept').put(this.kept);
      this.entries = await tx.objectStore('entries').getAll(IDBKeyRange.bound([link, 0], [link, Infinity]));
      await tx.done;
    } catch {
      this.isFull = true;
      if (roster && roster.seq >= this.kept.roster.seq) this.hear(roster);
    }
  }

  private hear(roster: PhoneRoster): void {
    this.kept.roster = roster;
    this.kept.sentUpTo = roster.phones[this.kept.phone] ?? 0;
  }

  /** What the server has not heard yet, in order. */
  get unsent(): PhoneEntry[] {
    return this.entries.filter((entry) => entry.no > this.kept.sentUpTo);
  }

  /** Keeps one deed before anything else is done with it. */
  async add(deed: Deed, at: number): Promise<PhoneEntry> {
    const { link } = this.kept;
    const numbered = (kept: Kept): PhoneEntry => ({
      ...deed,
      id: `01${drawn(24, KEY_DIGITS)}`,
      no: Math.max(kept.lastNo, kept.sentUpTo) + 1,
      at,
      knows: knownTo(kept.roster, kept.heard, kept.phone),
    });
    let entry: PhoneEntry;
    try {
      const tx = (await this.database).transaction(['kept', 'entries'], 'readwrite');
      const known = (await tx.objectStore('kept').get(link)) ?? this.kept;
      entry = numbered({ ...this.kept, lastNo: Math.max(known.lastNo, this.kept.lastNo) });
      this.kept.lastNo = entry.no;
      await tx.objectStore('entries').put({ ...entry, link });
      await tx.objectStore('kept').put(this.kept);
      await tx.done;
      this.isFull = false;
    } catch {
      this.isFull = true;
      entry = numbered(this.kept);
      this.kept.lastNo = entry.no;
    }
    this.entries.push(entry);
    return entry;
  }

  /** Notes up to where another phone was heard, face to face. */
  async hearOf(phone: string, no: number): Promise<void> {
    this.kept.heard = joined(this.kept.heard, { [phone]: no });
    await this.save();
  }

  /** Keeps what the server answered. */
  async settle(sentUpTo: number, roster: PhoneRoster | null, refusals: Refusal[]): Promise<void> {
    this.kept.sentUpTo = sentUpTo;
    if (roster) this.hear(roster);
    this.kept.refusals = [
      ...this.kept.refusals.filter(({ no }) => !refusals.some((each) => each.no === no)),
      ...refusals,
    ];
    await this.save();
  }

  async putAway(no: number): Promise<void> {
    this.kept.refusals = this.kept.refusals.filter((each) => each.no !== no);
    await this.save();
  }

  private async save(): Promise<void> {
    try {
      await (await this.database).put('kept', this.kept);
    } catch {
      this.isFull = true;
    }
  }

  /** Nothing of this link stays on the phone. */
  async empty(): Promise<void> {
    const { link } = this.kept;
    this.entries = [];
    this.kept = { ...this.kept, roster: { ...this.kept.roster, people: [] } };
    try {
      const db = await this.database;
      await db.delete('kept', link);
      await db.delete('entries', IDBKeyRange.bound([link, 0], [link, Infinity]));
    } catch {
      // Nothing was kept.
    }
  }
}
