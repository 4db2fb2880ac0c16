import type { ErrorCode } from '../../error-code.ts';
import { Buffer } from 'node:buffer';
import { Hono } from 'hono';
import { record } from '../../access/audit.queries.ts';
import { openFile, sealFile } from '../../access/file-encryption.ts';
import { mac, macKey } from '../../access/keys.ts';
import { actor, may, ownVillage, read } from '../../access/session.ts';
import { addDays, dayOf } from '../../clock.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { readForm, wholeBody } from '../../http/forms.ts';
import { done, page, problem, reader, wordsOf } from '../../http/page.tsx';
import { looksLikeId, newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { retentionDays } from '../../registry/retention.ts';
import { PhotoBody } from '../../../views/documents/photo.tsx';
import { watermarked } from '../../../views/documents/watermark.ts';
import { act, answer } from '../batch/act.requests.ts';
import { paperPhoto } from './documents.tables.ts';
import { receivePhoto } from './photo.ts';
import { cleanPhoto, cleanPortrait } from './photo-bytes.ts';
import { deletePhoto, ownerOf, photoOfKey, photoRow } from './photo.queries.ts';
import { z } from 'zod';
import { PAPER_KINDS, type PaperKind } from './paper-kind.ts';

/**
 * Photos of papers: taken with the phone, kept encrypted, shown only to whom they concern, each
 * look on record.
 */
export const photoRoutes = new Hono<AppEnv>();

function isKind(text: unknown): text is PaperKind {
  return (PAPER_KINDS as readonly unknown[]).includes(text);
}

/** The name under which a photo lies: nobody can guess it, and sent again it is the same. */
async function objectNameOf(c: C, key: string): Promise<string> {
  return mac(await macKey(c.env.SECRET, 'photo name'), key);
}

/**
 * Takes a photo. Its key is made on the phone: sent again on a bad line it is the same photo, whose
 * object and row are there already.
 */
photoRoutes.post('/placements/:id/photos', may('paper.write'), async (c) => {
  const id = c.req.param('id');
  const { photo, small, kind, key: typed } = await wholeBody(c);
  const back = paths.placement(id);
  const { now } = c.var;
  const key = typeof typed === 'string' && looksLikeId(typed) ? typed : newId(now);
  const {
    known: [known],
  } = await read(c, { known: photoOfKey(c.var.db.orm, key) });
  const fail = (code: ErrorCode) => problem(c, code, back, 422);
  if (!isKind(kind)) return fail('required');
  if (!(photo instanceof File)) return fail('photo_missing');
  const clean = cleanPhoto(new Uint8Array(await photo.arrayBuffer()));
  if ('error' in clean) return fail(clean.error);
  // The same photo again, which may have been deleted since, is no news; another one under its key
  // is not kept.
  const isKnown =
    known?.placementId === id && known.kind === kind && known.bytes === clean.bytes.length;
  if (known) return isKnown ? done(c, back) : problem(c, 'other_form', back, 409);
  const objectKey = await objectNameOf(c, key);
  const portrait =
    kind === 'photo' && small instanceof File
      ? cleanPortrait(new Uint8Array(await small.arrayBuffer()))
      : null;
  const smallKey = portrait ? await objectNameOf(c, `${key} portrait`) : null;
  const { type: contentType, width, height, bytes } = clean;
  const row = {
    id: key,
    placementId: id,
    kind,
    objectKey,
    smallKey,
    contentType,
    width,
    height,
    bytes: bytes.length,
    at: now,
    actor: actor(c),
    deleteOn: addDays(dayOf(now), retentionDays('paper_photos')),
  };
  // The object comes first: a row without one would be a photo that nobody can open.
  const put = async (name: string, plain: Uint8Array<ArrayBuffer>) =>
    c.env.PHOTOS.put(name, await sealFile(c.env.SECRET, plain), {
      onlyIf: { etagDoesNotMatch: '*' },
    });
  await put(objectKey, bytes);
  if (portrait && smallKey) await put(smallKey, portrait.bytes);
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'photo.add',
    key,
    decide: (s) => receivePhoto(s, id, kind),
    facts: (_s, _change, orm) => [orm.insert(paperPhoto).values(row)],
  });
  if (outcome.kind === 'refused' || outcome.kind === 'unknown')
    await c.env.PHOTOS.delete([objectKey, ...(smallKey ? [smallKey] : [])]);
  return answer(c, outcome, back);
});

/**
 * The photo, for whoever may see it: an officer only of their own village; for anybody else there
 * is none.
 */
async function load(c: C) {
  const { orm } = c.var.db;
  const id = c.req.param('id') ?? '';
  const {
    row: [row],
    owner: [owner],
  } = await read(c, { row: photoRow(orm, id), owner: ownerOf(orm, id) });
  const own = ownVillage(c);
  if (!row || !owner || (own !== null && owner.villageId !== own)) throw notFound();
  return { row, owner };
}

photoRoutes.get('/photos/:id', may('photo.read'), async (c) => {
  const { row, owner } = await load(c);
  const { kind, at, deleteOn } = row;
  return page(
    c,
    {
      title: wordsOf(c).codes.paper[kind],
      headed: true,
      heading: owner.name,
      at: 'batches',
      back: paths.placement(row.placementId),
    },
    <PhotoBody
      id={row.id}
      kind={kind}
      at={at}
      deleteOn={deleteOn}
      width={row.width}
      height={row.height}
    />,
  );
});

/**
 * The picture itself, with who looks at it and when written across it, in the picture and not
 * beside it.
 */
photoRoutes.get('/photos/:id/image', may('photo.read'), async (c) => {
  const { row } = await load(c);
  const { db, now } = c.var;
  const object = await c.env.PHOTOS.get(row.objectKey);
  if (!object) throw notFound();
  const bytes = await openFile(c.env.SECRET, new Uint8Array(await object.arrayBuffer()));
  const line = { key: newId(now), at: now, actor: actor(c), action: 'photo.view', subject: row.id };
  await record(db, { ...line, detail: { paper: row.kind } }, []);
  c.header('content-type', 'image/svg+xml; charset=utf-8');
  const picture = `data:${row.contentType};base64,${Buffer.from(bytes).toString('base64')}`;
  return c.body(watermarked(picture, row, `${c.var.me?.name ?? ''} ${reader(c).time(now)}`));
});

photoRoutes.post('/photos/:id/removal', may('paper.write'), async (c) => {
  const form = await readForm(c, z.object({}));
  const { row } = await load(c);
  const { db, now } = c.var;
  await record(
    db,
    { key: form.key, at: now, actor: actor(c), action: 'photo.remove', subject: row.id },
    [],
  );
  await deletePhoto(db, c.env, row.id, now);
  return done(c, paths.placement(row.placementId));
});
