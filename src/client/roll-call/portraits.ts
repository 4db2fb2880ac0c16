import { phonePaths } from '../../link-paths.ts';
import { type DBSchema, openDB } from 'idb';
import { ask, isOurs } from '../own-answer.ts';

interface Stored extends DBSchema {
  pictures: { key: [string, string]; value: { link: string; photo: string; picture: string } };
}

/**
 * A database of their own: entries must not wait for a page of an earlier version, open in another
 * tab, to let the one that holds them be changed.
 */
function open() {
  return Promise.resolve().then(() =>
    openDB<Stored>('songxing-portraits', 1, {
      upgrade: (db) => {
        db.createObjectStore('pictures', { keyPath: ['link', 'photo'] });
      },
    }),
  );
}

function named(link: string) {
  return IDBKeyRange.bound([link, ''], [link, '\uffff']);
}

const PATIENCE_MS = 30_000;
/** After a failure. */
const AGAIN_MS = 120_000;
/** As many as the server gives at once. */
const AT_ONCE = 8;

/**
 * Portraits of a roster as data addresses, by photo: fetched once, kept on the phone, gone with the
 * rest of the link.
 */
export class Portraits {
  private readonly link: string;
  private pictures: ReadonlyMap<string, string> = new Map();
  /** What the server could not give: not asked for again by this page. */
  private readonly missing = new Set<string>();
  private isEmptied = false;
  private isFetching = false;
  private notBefore = 0;

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

  /** Forgets pictures of links of which nothing else is kept here. */
  static async forgetOthers(kept: readonly string[]): Promise<void> {
    try {
      const db = await open();
      for (const key of await db.getAllKeys('pictures'))
        if (!kept.includes(key[0])) await db.delete('pictures', key);
    } catch {
      // Nothing was kept.
    }
  }

  of(photo: string | null): string | null {
    return photo === null ? null : (this.pictures.get(photo) ?? null);
  }

  /**
   * Fetches what is lacking, a few at a time, and only while nothing waits to be sent: entries come
   * first. One run at once; after a failure not again for a while.
   * @param photos those of the roster as it stands; pictures of others are forgotten
   * @param isIdle whether nothing else needs the line
   * @param onNew called when there are new ones to show
   */
  async fetch(
    photos: readonly (string | null)[],
    isIdle: () => boolean,
    onNew: () => void,
  ): Promise<void> {
    if (this.isFetching || Date.now() < this.notBefore) return;
    this.isFetching = true;
    const wanted = new Set(photos.filter((photo) => photo !== null));
    this.pictures = new Map([...this.pictures].filter(([photo]) => wanted.has(photo)));
    for (;;) {
      const lacking = [...wanted]
        .filter((photo) => !this.pictures.has(photo) && !this.missing.has(photo))
        .slice(0, AT_ONCE);
      if (lacking.length === 0 || !isIdle() || !(await this.fetchSome(lacking))) break;
      onNew();
    }
    this.isFetching = false;
  }

  private async fetchSome(photos: readonly string[]): Promise<boolean> {
    try {
      const address = `${phonePaths.escortPortraits(this.link)}?photos=${photos.join(',')}`;
      const answer = await ask(address, PATIENCE_MS);
      if (!isOurs(answer)) throw new Error('not ours');
      const fetched = (await answer.json()) as Record<string, string>;
      // The link may have ended meanwhile: nothing of it comes back onto the phone.
      if (this.isEmptied) return false;
      this.pictures = new Map([...this.pictures, ...Object.entries(fetched)]);
      for (const photo of photos) if (!(photo in fetched)) this.missing.add(photo);
      await this.keep().catch(() => undefined);
      return true;
    } catch {
      this.notBefore = Date.now() + AGAIN_MS;
      return false;
    }
  }

  private async keep(): Promise<void> {
    const tx = (await open()).transaction('pictures', 'readwrite');
    await tx.store.delete(named(this.link));
    for (const [photo, picture] of this.pictures)
      await tx.store.put({ link: this.link, photo, picture });
    await tx.done;
  }

  async empty(): Promise<void> {
    this.isEmptied = true;
    this.pictures = new Map();
    try {
      await (await open()).delete('pictures', named(this.link));
    } catch {
      // Nothing was kept.
    }
  }
}
