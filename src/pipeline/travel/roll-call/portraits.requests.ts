import { Buffer } from 'node:buffer';
import { openFile } from '../../../access/file-encryption.ts';
import type { C } from '../../../http/app-context.ts';
import type { portraitsOf } from '../../documents/photo.queries.ts';
import type { Placement } from '../../batch/placement.ts';

export type PortraitRow = ReturnType<typeof portraitsOf>['_']['result'][number];

/** The newest portrait of each person, by placement. */
export function newestPortraits(
  rows: readonly PortraitRow[],
  people: readonly Pick<Placement, 'id' | 'workerId'>[],
): ReadonlyMap<string, PortraitRow> {
  const ofWorker = new Map(rows.map((row) => [row.workerId, row]));
  return new Map(
    people.flatMap((p) => {
      const row = ofWorker.get(p.workerId);
      return row ? [[p.id, row] as const] : [];
    }),
  );
}

/**
 * A picture as a data address, which a page can carry and a phone can keep; null where the object
 * is gone.
 */
async function addressOf(c: C, { smallKey, contentType }: PortraitRow): Promise<string | null> {
  const object = smallKey === null ? null : await c.env.PHOTOS.get(smallKey);
  if (!object) return null;
  const bytes = await openFile(c.env.SECRET, new Uint8Array(await object.arrayBuffer()));
  return `data:${contentType};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** The pictures themselves, by whatever the rows are listed by. */
export async function picturesOf(
  c: C,
  rows: ReadonlyMap<string, PortraitRow>,
): Promise<ReadonlyMap<string, string>> {
  const all = await Promise.all(
    [...rows].map(async ([key, row]) => [key, await addressOf(c, row)] as const),
  );
  return new Map(
    all.flatMap(([key, address]) => (address === null ? [] : [[key, address] as const])),
  );
}
