import { whole } from '../../pipeline/travel/roll-call/lean-roster.ts';
import type { PhoneRoster } from '../../pipeline/travel/roll-call/phone-roster.ts';
import type { Knows } from '../../pipeline/travel/roll-call/word.ts';
import { drawn, freshKey } from '../fresh-key.ts';
import { crossOut, jotDown, jotted } from '../jotter.ts';
import { type Heard, PhoneClock } from '../phone-clock.ts';
import type { Deed } from '../../pipeline/travel/roll-call/deed.ts';
import {
  type Refusal,
  type Kept,
  type TimedEntry,
  NEWEST,
  NOBODY,
  open,
  bookOf,
  ofLink,
} from './stored.ts';
import { type Own, ownOf } from '../../pipeline/travel/roll-call/on-the-phone.ts';
import { knownOn, knownTo } from '../../pipeline/travel/roll-call/known.ts';

/**
 * Everything that this phone has said and heard. Entries are kept until the batch is handed over,
 * sent ones too.
 */
export class Store {
  kept: Kept;
  entries: TimedEntry[] = [];
  readonly clock = new PhoneClock();
  /**
   * Whether the phone keeps nothing any more: said out loud, because what is tapped now does not
   * survive a reload.
   */
  isFull = false;
  private database = open();
  /** Taken up, and on the way to the disk. */
  private unkept: TimedEntry[] = [];
  /** What could not be written. It counts and is sent, but would not survive a reload. */
  private lost: TimedEntry[] = [];
  private keeping: Promise<void> = Promise.resolve();

  private constructor(kept: Kept) {
    this.kept = kept;
    this.database.catch(() => {
      this.isFull = true;
    });
  }

  /**
   * What was kept of a link, with the newer of the two rosters: the kept one, or the one that came
   * with the page, if any.
   */
  static async open(link: string, roster: PhoneRoster | null): Promise<Store> {
    const phone = drawn(8, '0123456789abcdefghijklmnopqrstuvwxyz');
    const nothing = { sentUpTo: 0, lastNo: 0, held: [], refusals: [], clock: null };
    const store = new Store({ link, phone, roster: roster ?? NOBODY, ...nothing });
    // Read first: what another tab crosses out in between has come to be kept by then.
    const jottings = jotted<TimedEntry>(bookOf(link));
    await store.refresh(roster);
    if (store.kept.clock) store.clock.hear(store.kept.clock.station, store.kept.clock.wall);
    store.takeUp(jottings);
    return store;
  }

  /** What was tapped just before this page was lost, and had not come to be kept. */
  private takeUp(entries: readonly TimedEntry[]): void {
    const { link } = this.kept;
    const isKept = ({ id }: TimedEntry): boolean => this.entries.some((each) => each.id === id);
    for (const entry of entries.filter(isKept)) crossOut(bookOf(link), entry.id);
    const lost = entries.filter((entry) => !isKept(entry)).sort((a, b) => a.no - b.no);
    if (lost.length === 0) return;
    this.entries.push(...lost);
    this.unkept.push(...lost);
    this.keeping = this.keeping.then(() => this.keep());
  }

  /**
   * Other links of which something is kept here: an old one of the same escort, say, that has ended
   * since.
   */
  static async otherLinks(link: string): Promise<string[]> {
    try {
      return (await (await open()).getAllKeys('kept')).filter((other) => other !== link);
    } catch {
      return [];
    }
  }

  /**
   * Reads again what is kept: another tab of this page may have written. What only this tab has
   * stays.
   */
  async refresh(roster: PhoneRoster | null = null): Promise<void> {
    const { link } = this.kept;
    try {
      await this.change((kept) =>
        roster && roster.seq >= kept.roster.seq ? { ...kept, roster } : kept,
      );
      const stored = await (await this.database).getAll('entries', ofLink(link));
      const onlyHere = this.entries.filter((entry) => !stored.some(({ id }) => id === entry.id));
      this.entries = [...stored, ...onlyHere].sort((a, b) => a.no - b.no);
    } catch {
      this.isFull = true;
      if (roster && roster.seq >= this.kept.roster.seq) this.kept = { ...this.kept, roster };
    }
  }

  /** Changes what is kept, on the newest of it: another tab may have changed it meanwhile. */
  private async change(make: (kept: Kept) => Kept): Promise<void> {
    const tx = (await this.database).transaction('kept', 'readwrite');
    const stored = (await tx.store.get(this.kept.link)) ?? this.kept;
    // What an earlier version of this page kept lacks what came since.
    const known = {
      ...stored,
      clock: this.newerClock(stored.clock),
      roster: whole({ ...NOBODY, ...stored.roster }),
    };
    const next = make(known);
    await tx.store.put(next);
    await tx.done;
    this.kept = next;
  }

  private newerClock(kept: Heard | null | undefined): Heard | null {
    const { heard } = this.clock;
    return heard && heard.station >= (kept?.station ?? 0) ? heard : (kept ?? null);
  }

  /** What the server has not answered yet, in order. */
  get unsent(): TimedEntry[] {
    return this.entries.filter((entry) => entry.no > this.kept.sentUpTo);
  }

  /** The same, as it is asked for when the page is drawn. */
  get own(): Own {
    return ownOf(this.kept.phone, this.unsent);
  }

  /** What of it is kept, and may go. */
  get ready(): TimedEntry[] {
    return this.unsent.filter((entry) => !this.unkept.includes(entry));
  }

  /** What is to be sent: what was not answered, and what is held, to learn what became of it. */
  get toSend(): TimedEntry[] {
    const { ready } = this;
    return this.entries.filter(
      (entry) => ready.includes(entry) || this.kept.held.includes(entry.no),
    );
  }

  /**
   * Takes up one deed: it counts at once, and is kept before it is sent.
   * @param knows what it is to be taken as said on; what this phone knows now, unless it takes back
   * what was said before
   */
  add(deed: Deed, knows?: Knows): TimedEntry {
    const { phone, roster, lastNo, sentUpTo } = this.kept;
    const no = Math.max(lastNo, sentUpTo, this.entries[this.entries.length - 1]?.no ?? 0) + 1;
    const known =
      deed.kind === 'word'
        ? knownOn(roster, this.own, deed.placementId, deed.call)
        : knownTo(roster, phone);
    const id = freshKey();
    const entry = { ...deed, id, no, ...this.clock.tap(id), knows: knows ?? known };
    this.entries.push(entry);
    this.unkept.push(entry);
    this.kept.lastNo = no;
    jotDown(bookOf(this.kept.link), id, entry);
    this.keeping = this.keeping.then(() => this.keep());
    return entry;
  }

  /** Resolves when everything that was taken up is kept, or the phone is full. */
  get settled(): Promise<void> {
    return this.keeping;
  }

  /**
   * Writes what was taken up since, in one transaction that is on the disk when it is done. The
   * numbers go on from the last one, whichever tab had it.
   */
  private async keep(): Promise<void> {
    const { link } = this.kept;
    const some = [...this.lost, ...this.unkept];
    if (some.length === 0) return;
    try {
      const tx = (await this.database).transaction('entries', 'readwrite', {
        durability: 'strict',
      });
      const cursor = await tx.store.openCursor(ofLink(link), 'prev');
      let last = cursor?.value.no ?? 0;
      // Another tab may have taken one up from the jotter in the same moment.
      const newest = await tx.store.getAll(
        IDBKeyRange.bound([link, last - NEWEST], [link, Infinity]),
      );
      for (const entry of some) {
        const twin = newest.find(({ id }) => id === entry.id);
        entry.no = twin?.no ?? Math.max(entry.no, last + 1);
        last = Math.max(last, entry.no);
        if (!twin) await tx.store.add({ ...entry, link });
      }
      await tx.done;
      for (const { id } of some) crossOut(bookOf(link), id);
      this.kept.lastNo = Math.max(this.kept.lastNo, last);
      this.lost = [];
      this.isFull = false;
    } catch {
      // Tried again with the next one: a gap in the numbers would hold up all that comes after it.
      this.lost = some;
      this.isFull = true;
    }
    this.unkept = this.unkept.filter((entry) => !some.includes(entry));
  }

  /** Keeps what the server answered. */
  async settle(
    sentUpTo: number,
    roster: PhoneRoster | null,
    held: number[],
    refusals: Refusal[],
  ): Promise<void> {
    const settled = (kept: Kept): Kept => ({
      ...kept,
      sentUpTo,
      held,
      lastNo: Math.max(kept.lastNo, this.kept.lastNo),
      roster: roster ?? kept.roster,
      refusals: [
        ...kept.refusals.filter(({ no }) => !refusals.some((each) => each.no === no)),
        ...refusals,
      ],
    });
    await this.save(settled);
  }

  /**
   * Refusals of another link of this phone, to be seen here. Their numbers are none of this one's.
   */
  async takeOver(refusals: readonly Refusal[]): Promise<void> {
    if (refusals.length === 0) return;
    const least = Math.min(0, ...this.kept.refusals.map(({ no }) => no));
    const others = refusals.map((each, i) => ({ ...each, no: least - 1 - i, placementId: null }));
    await this.save((kept) => ({ ...kept, refusals: [...kept.refusals, ...others] }));
  }

  async putAway(no: number): Promise<void> {
    await this.save((kept) => ({
      ...kept,
      refusals: kept.refusals.filter((each) => each.no !== no),
    }));
  }

  private async save(make: (kept: Kept) => Kept): Promise<void> {
    try {
      await this.change(make);
    } catch {
      this.isFull = true;
      this.kept = make(this.kept);
    }
  }

  /** Nothing of this link stays on the phone. */
  async empty(): Promise<void> {
    const { link } = this.kept;
    for (const { id } of this.entries) crossOut(bookOf(link), id);
    this.entries = [];
    this.kept = { ...this.kept, roster: NOBODY };
    try {
      const db = await this.database;
      await db.delete('kept', link);
      await db.delete('entries', ofLink(link));
    } catch {
      // Nothing was kept.
    }
  }
}
