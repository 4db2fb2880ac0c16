import { crossOut } from '../jotter.ts';
import { type Disk, writeEntries } from './disk.ts';
import type { TimedEntry } from './kept.ts';

/** The book of a link in the jotter. */
export function bookOf(link: string): string {
  return `roll:${link}`;
}

/** What was taken up and is on the way to the disk. */
export class Unwritten {
  /** The last number on the disk, as far as this tab has written. */
  last = 0;
  /**
   * Whether the phone keeps nothing any more: said out loud, because what is tapped now does not
   * survive a reload.
   */
  isFull = false;
  private readonly disk: Disk;
  private readonly link: string;
  private waiting: TimedEntry[] = [];
  /** What could not be written. It counts and is sent, but would not survive a reload. */
  private lost: TimedEntry[] = [];
  private writing: Promise<void> = Promise.resolve();

  constructor(disk: Disk, link: string) {
    this.disk = disk;
    this.link = link;
    disk.catch(() => {
      this.isFull = true;
    });
  }

  add(entries: readonly TimedEntry[]): void {
    this.waiting.push(...entries);
    this.writing = this.writing.then(() => this.write());
  }

  has(entry: TimedEntry): boolean {
    return this.waiting.includes(entry);
  }

  /** Resolves when everything that was added is written, or the phone is full. */
  get settled(): Promise<void> {
    return this.writing;
  }

  private async write(): Promise<void> {
    const some = [...this.lost, ...this.waiting];
    if (some.length === 0) return;
    try {
      this.last = await writeEntries(this.disk, this.link, some);
      for (const { id } of some) crossOut(bookOf(this.link), id);
      this.lost = [];
      this.isFull = false;
    } catch {
      // Tried again with the next one: a gap in the numbers would hold up all that comes after it.
      this.lost = some;
      this.isFull = true;
    }
    this.waiting = this.waiting.filter((entry) => !some.includes(entry));
  }
}
