import { and, asc, eq, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { DAY, dayOf, HOUR, MINUTE } from '../../clock.ts';
import { type Database, openDatabase } from '../../db/client.ts';
import type { Env } from '../../env.ts';
import { placement } from '../batch/batch.tables.ts';
import { worker } from '../../registry/registry.tables.ts';
import { paperPhoto } from './documents.tables.ts';
import type { Orm } from '../../db/orm.ts';

/** A photo that is still there, with whose it is; for an officer, of their own village only. */
export function photoRow(orm: Orm, id: string) {
  return orm
    .select()
    .from(paperPhoto)
    .where(and(eq(paperPhoto.id, id), isNull(paperPhoto.deletedAt)));
}

/** Whatever was sent under a key, deleted since or not. */
export function photoOfKey(orm: Orm, key: string) {
  return orm
    .select({ placementId: paperPhoto.placementId, kind: paperPhoto.kind, bytes: paperPhoto.bytes })
    .from(paperPhoto)
    .where(eq(paperPhoto.id, key));
}

export function ownerOf(orm: Orm, photoId: string) {
  return orm
    .select({ id: worker.id, name: worker.name, villageId: worker.villageId })
    .from(worker)
    .where(
      eq(
        worker.id,
        sql`(select worker_id from ${placement} where ${placement.id} = (select placement_id
          from paper_photo where paper_photo.id = ${photoId}))`,
      ),
    );
}

/** The newest portrait of each person of a batch, from whichever batch of theirs, oldest first. */
export function portraitsOf(orm: Orm, batchId: string | SQL) {
  return orm
    .select({
      id: paperPhoto.id,
      workerId: sql<string>`(select worker_id from placement where placement.id = placement_id)`.as(
        'owner_id',
      ),
      smallKey: paperPhoto.smallKey,
      contentType: paperPhoto.contentType,
    })
    .from(paperPhoto)
    .where(
      and(
        inArray(
          paperPhoto.placementId,
          sql`(select other.id from placement own join placement other
            on other.worker_id = own.worker_id where own.batch_id = ${batchId})`,
        ),
        eq(paperPhoto.kind, 'photo'),
        isNotNull(paperPhoto.smallKey),
        isNull(paperPhoto.deletedAt),
      ),
    )
    .orderBy(asc(paperPhoto.at));
}

function among(names: readonly string[]) {
  return sql`(select value from json_each(${JSON.stringify(names)}))`;
}

const AT_ONCE = 50;

/** Deletes photos: the object first, so that a row never claims it is gone while it is not. */
async function remove(db: Database, env: Env, where: SQL | undefined, now: number): Promise<void> {
  const [rows] = await db.batch([
    db.orm
      .select({ id: paperPhoto.id, objectKey: paperPhoto.objectKey, smallKey: paperPhoto.smallKey })
      .from(paperPhoto)
      .where(and(isNull(paperPhoto.deletedAt), where))
      .orderBy(asc(paperPhoto.deleteOn))
      .limit(AT_ONCE),
  ]);
  if (rows.length === 0) return;
  await env.PHOTOS.delete(
    rows.flatMap(({ objectKey, smallKey }) => [objectKey, ...(smallKey ? [smallKey] : [])]),
  );
  await db.batch([
    db.orm
      .update(paperPhoto)
      .set({ deletedAt: now })
      .where(
        inArray(
          paperPhoto.id,
          sql`(select value from json_each(${JSON.stringify(rows.map(({ id }) => id))}))`,
        ),
      ),
  ]);
}

/** Deletes the photos whose time is over; asked every minute. */
export function deleteDuePhotos(env: Env, now: number): Promise<void> {
  return remove(openDatabase(env.DB), env, lte(paperPhoto.deleteOn, dayOf(now)), now);
}

/**
 * How the names of objects may begin (base64url). One letter an hour: every object is looked at
 * once in 64 hours.
 */
const FIRST_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Deletes objects that no row tells of, because the server died after it had put them and before it
 * wrote the row. What is younger than a day may still get its row: the phone sends it again.
 */
export async function sweepPhotos(env: Env, now: number): Promise<void> {
  if (Math.floor(now / MINUTE) % 60 !== 0) return;
  const prefix = FIRST_LETTERS[Math.floor(now / HOUR) % FIRST_LETTERS.length]!;
  const db = openDatabase(env.DB);
  let cursor: string | undefined;
  do {
    const listed = await env.PHOTOS.list({ prefix, ...(cursor === undefined ? {} : { cursor }) });
    const names = listed.objects
      .filter(({ uploaded }) => uploaded.getTime() < now - DAY)
      .map(({ key }) => key);
    const [known] = await db.batch([
      db.orm
        .select({ objectKey: paperPhoto.objectKey, smallKey: paperPhoto.smallKey })
        .from(paperPhoto)
        .where(
          or(
            inArray(paperPhoto.objectKey, among(names)),
            inArray(paperPhoto.smallKey, among(names)),
          ),
        ),
    ]);
    const kept = new Set<string | null>(
      known.flatMap(({ objectKey, smallKey }) => [objectKey, smallKey]),
    );
    const stray = names.filter((name) => !kept.has(name));
    if (stray.length > 0) await env.PHOTOS.delete(stray);
    cursor = listed.truncated ? listed.cursor : undefined;
  } while (cursor !== undefined);
}

export function deletePhoto(db: Database, env: Env, id: string, now: number): Promise<void> {
  return remove(db, env, eq(paperPhoto.id, id), now);
}
