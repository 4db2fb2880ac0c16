import { type DBSchema, openDB } from 'idb';

interface Stored extends DBSchema {
  pictures: { key: [string, string]; value: { link: string; photo: string; picture: string } };
}

/**
 * A database of their own: entries must not wait for a page of an earlier version, open in another tab, to let the one that
 * holds them be changed.
 */
const open = () =>
  Promise.resolve().then(() =>
    openDB<Stored>('songxing-portraits', 1, {
      upgrade: (db) => {
        db.createObjectStore('pictures', { keyPath: ['link', 'photo'] });
      },
    }),
  );

const named = (link: string) => IDBKeyRange.bound([link, ''], [link, '\uffff']);

const PATIENCE_MS = 30_000;

/** Portraits of a roster as data addresses, by photo: fetched once, kept on the phone, gone with the rest of the link. */
export class Portraits {
  private readonly link: string;
  private pictures: ReadonlyMap<string, string> = new Map();
  /** What the server could not give: not asked for again by this page. */
  private readonly missing = new Set<string>();

  private constructor(link: string) {
    this.link = link;
  }

  /** What is kept of a link; none where the browser keeps nothing. */
  static async open(link: string): Promise<Portraits> {
    const portraits = new Portraits(link);
    try {
      const rows = await (await open()).getAll('pictures', named(link));
      portraits.pictures = new Map(rows.map(({ photo, picture }) => [photo, picture]));
    } catch {
      // They are no entries: nothing is lost that anybody has said.
    }
    return portraits;
  }

  of(photo: string | null): string | null {
    return photo === null ? null : (this.pictures.get(photo) ?? null);
  }

  /** Fetches them where one is lacking and there is a signal. Whether there are new ones to show. */
  async fetch(photos: readonly (string | null)[]): Promise<boolean> {
    const isKnown = (photo: string | null) => photo === null || this.pictures.has(photo) || this.missing.has(photo);
    if (photos.every(isKnown)) return false;
    try {
      const answer = await fetch(`/g/${this.link}/portraits`, { signal: AbortSignal.timeout(PATIENCE_MS) });
      if (!answer.ok) return false;
      const fetched = (await answer.json()) as Record<string, string>;
      const before = this.pictures.size;
      this.pictures = new Map([...this.pictures, ...Object.entries(fetched)]);
      for (const photo of photos) if (photo !== null && !this.pictures.has(photo)) this.missing.add(photo);
      await this.keep().catch(() => undefined);
      return this.pictures.size > before;
    } catch {
      return false;
    }
  }

  private async keep(): Promise<void> {
    const tx = (await open()).transaction('pictures', 'readwrite');
    await tx.store.delete(named(this.link));
    for (const [photo, picture] of this.pictures) await tx.store.put({ link: this.link, photo, picture });
    await tx.done;
  }

  async empty(): Promise<void> {
    this.pictures = new Map();
    try {
      await (await open()).delete('pictures', named(this.link));
    } catch {
      // Nothing was kept.
    }
  }
}
