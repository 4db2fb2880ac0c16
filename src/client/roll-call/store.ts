import { whole } from '../../pipeline/travel/roll-call/lean-roster.ts';
import type { PhoneRoster } from '../../pipeline/travel/roll-call/phone-roster.ts';
import { bookOf, Unwritten } from './unwritten.ts';
import type { Knows } from '../../pipeline/travel/roll-call/word.ts';
import { drawn, freshKey } from '../fresh-key.ts';
import { crossOut, jotDown, jotted } from '../jotter.ts';
import { type Heard, PhoneClock } from '../phone-clock.ts';
import type { Deed } from '../../pipeline/travel/roll-call/deed.ts';
import { changeOn, clearDisk, type Disk, entriesOn, openDisk } from './disk.ts';
import {
  type Answered,
  type Kept,
  NOBODY,
  nothingKept,
  type Refusal,
  type TimedEntry,
  withAnswer,
  withOthers,
  withoutRefusal,
} from './kept.ts';
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
  private readonly disk: Disk = openDisk();
  private readonly unwritten: Unwritten;

  private constructor(kept: Kept) {
    this.kept = kept;
    this.unwritten = new Unwritten(this.disk, kept.link);
  }

  /**
   * What was kept of a link, with the newer of the two rosters: the kept one, or the one that came
   * with the page, if any.
   */
  static async open(link: string, roster: PhoneRoster | null): Promise<Store> {
    const phone = drawn(8, '0123456789abcdefghijklmnopqrstuvwxyz');
    const store = new Store(nothingKept(link, phone, roster));
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
    this.unwritten.add(lost);
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
      const stored = await entriesOn(this.disk, link);
      const onlyHere = this.entries.filter((entry) => !stored.some(({ id }) => id === entry.id));
      this.entries = [...stored, ...onlyHere].sort((a, b) => a.no - b.no);
    } catch {
      this.unwritten.isFull = true;
      if (roster && roster.seq >= this.kept.roster.seq) this.kept = { ...this.kept, roster };
    }
  }

  /** Changes what is kept, as it is kept by now. */
  private async change(make: (kept: Kept) => Kept): Promise<void> {
    this.kept = await changeOn(this.disk, this.kept.link, (found = this.kept) =>
      make({
        ...found,
        clock: this.newerClock(found.clock),
        // What an earlier version of this page kept lacks what came since.
        roster: whole({ ...NOBODY, ...found.roster }),
      }),
    );
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
    return this.unsent.filter((entry) => !this.unwritten.has(entry));
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
    const last = this.entries[this.entries.length - 1]?.no ?? 0;
    const no = Math.max(lastNo, sentUpTo, this.unwritten.last, last) + 1;
    const known =
      deed.kind === 'word'
        ? knownOn(roster, this.own, deed.placementId, deed.call)
        : knownTo(roster, phone);
    const id = freshKey();
    const entry = { ...deed, id, no, ...this.clock.tap(id), knows: knows ?? known };
    this.entries.push(entry);
    this.kept.lastNo = no;
    jotDown(bookOf(this.kept.link), id, entry);
    this.unwritten.add([entry]);
    return entry;
  }

  /** Whether the phone keeps nothing any more: what is tapped now does not survive a reload. */
  get isFull(): boolean {
    return this.unwritten.isFull;
  }

  /** Resolves when everything that was taken up is kept, or the phone is full. */
  get settled(): Promise<void> {
    return this.unwritten.settled;
  }

  /** Keeps what the server answered. */
  settle(answer: Answered): Promise<void> {
    return this.save((kept) => ({
      ...withAnswer(kept, answer),
      lastNo: Math.max(kept.lastNo, this.kept.lastNo, this.unwritten.last),
    }));
  }

  /** Keeps refusals of another link of this phone, to be seen here. */
  async takeOver(refusals: readonly Refusal[]): Promise<void> {
    if (refusals.length > 0) await this.save((kept) => withOthers(kept, refusals));
  }

  /** A refusal has been seen. */
  putAway(no: number): Promise<void> {
    return this.save((kept) => withoutRefusal(kept, no));
  }

  private async save(make: (kept: Kept) => Kept): Promise<void> {
    try {
      await this.change(make);
    } catch {
      this.unwritten.isFull = true;
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
      await clearDisk(this.disk, link);
    } catch {
      // Nothing was kept.
    }
  }
}
