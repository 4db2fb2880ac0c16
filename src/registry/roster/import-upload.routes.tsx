import { record } from '../../access/audit.queries.ts';
import { actor, may, ownVillage, read } from '../../access/session.ts';
import type { C, AppEnv } from '../../http/app-context.ts';
import { wholeBody } from '../../http/forms.ts';
import { done, page, wordsOf } from '../../http/page.tsx';
import { looksLikeId, newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { MAX_FILE_BYTES, readTables } from '../../sheets/read.ts';
import { UploadBody } from '../../../views/registry/roster/upload.tsx';
import { plainText } from '../../text/plain-text.ts';
import { villages } from '../registry.queries.ts';
import { advanceBy } from './advance.queries.ts';
import * as imports from './import.queries.ts';
import { findRoster } from './roster.ts';
import { sha256Of } from '../../access/keys.ts';
import { whose } from './own-import.requests.ts';
import { LISTED } from './import.routes.tsx';
import { Hono } from 'hono';

export const importUploadRoutes = new Hono<AppEnv>();

async function uploadPage(c: C, error?: string, status?: 422) {
  const { earlier } = await read(c, {
    earlier: imports.importPage(c.var.db.orm, whose(c), LISTED),
  });
  const props = { title: wordsOf(c).import.title, at: 'workers' as const, back: paths.workers };
  return page(c, props, <UploadBody error={error} earlier={earlier} />, status);
}

importUploadRoutes.get(paths.workerImport, may('worker.import'), (c) => uploadPage(c));

importUploadRoutes.post(paths.workerImport, may('worker.import'), async (c) => {
  const { file, key } = await wholeBody(c);
  const { db, now, claims } = c.var;
  const { meanings, areas } = await read(c, {
    meanings: imports.headingMeanings(db.orm),
    areas: villages(db.orm),
  });
  if (!(file instanceof File) || file.size === 0) return uploadPage(c, 'file_missing', 422);
  if (file.size > MAX_FILE_BYTES) return uploadPage(c, 'file_too_big', 422);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const tables = await readTables(bytes);
  if ('error' in tables) return uploadPage(c, tables.error, 422);
  const roster = findRoster(
    tables,
    new Map(meanings.map(({ heading, column }) => [heading, column])),
  );
  if ('error' in roster) return uploadPage(c, roster.error, 422);
  const id = typeof key === 'string' && looksLikeId(key) ? key : newId(now);
  const kept = await imports.keepImport(c.env.SECRET, {
    id,
    fileName: plainText(file.name).slice(0, 120),
    digest: await sha256Of(bytes),
    accountId: claims?.accountId ?? '',
    ownVillage: ownVillage(c),
    villages: areas,
    ...roster,
    now,
  });
  const detail = { rows: roster.lines.length };
  await record(
    db,
    { key: id, at: now, actor: actor(c), action: 'worker.import_read', subject: id, detail },
    kept,
  );
  // A list of one village is compared before anybody could look; a long one shows how far it is.
  await advanceBy(db, c.env.SECRET, id, now, 1);
  return done(c, paths.import(id));
});
