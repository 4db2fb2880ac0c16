import { Hono } from 'hono';
import { record } from '../access/audit.queries.ts';
import { blindIndex } from '../access/field-encryption.ts';
import { actor, may, ownVillage, read } from '../access/session.ts';
import type { AppEnv, C } from '../http/app-context.ts';
import { page, wordsOf } from '../http/page.tsx';
import { looksLikeId, newId } from '../ids.ts';
import { paths } from '../paths.ts';
import { type ImportReport, ImportBody } from '../../views/registry/import.tsx';
import { villages } from './registry.queries.ts';
import { decodeCsv, readRoster, type RosterRow } from './roster-csv.ts';
import { insertWorkers, knownIndexes, workerRowOf } from './worker-rows.queries.ts';

export const importRoutes = new Hono<AppEnv>();
const MAX_BYTES = 2 * 1024 * 1024;
const CHUNK = 90;

const importPage = (c: C, props: { error?: string; report?: ImportReport }, status?: 422) =>
  page(c, { title: wordsOf(c).import.title, at: 'workers', back: paths.workers }, <ImportBody {...props} />, status);

importRoutes.get(paths.workerImport, may('worker.import'), async (c) => {
  await read(c, []);
  return importPage(c, {});
});

/** Adds the people of a chunk who are not registered yet. The same file twice adds nobody. */
const addUnknown = async (c: C, rows: RosterRow[], key: string): Promise<number> => {
  const { db, now } = c.var;
  const indexes = await Promise.all(rows.map((row) => blindIndex(c.env.SECRET, row.idNumber)));
  const [known] = await db.batch([knownIndexes(db.orm, indexes)]);
  const registered = new Set(known.map((k) => k.index));
  const fresh = await Promise.all(
    rows
      .filter((_, i) => !registered.has(indexes[i] ?? ''))
      .map(({ row: _, ...person }) =>
        workerRowOf(
          c.env.SECRET,
          { ...person, trade: 'general', skilled: false, availability: 'home', kin: null, dataConsentAt: null },
          now,
        ),
      ),
  );
  if (fresh.length === 0) return 0;
  const line = {
    key,
    at: now,
    actor: actor(c),
    action: 'worker.import',
    subject: key,
    detail: { people: fresh.length },
  };
  await record(db, line, insertWorkers(db.orm, fresh));
  return fresh.length;
};

importRoutes.post(paths.workerImport, may('worker.import'), async (c) => {
  const body = await c.req.parseBody();
  const [areas] = await read(c, [villages(c.var.db.orm)]);
  const { file } = body;
  if (!(file instanceof File) || file.size === 0) return importPage(c, { error: 'file_missing' }, 422);
  if (file.size > MAX_BYTES) return importPage(c, { error: 'file_too_big' }, 422);
  const text = decodeCsv(new Uint8Array(await file.arrayBuffer()));
  if (text === null) return importPage(c, { error: 'file_encoding' }, 422);
  const roster = readRoster(text, areas, ownVillage(c));
  if ('error' in roster) return importPage(c, { error: roster.error }, 422);
  const key = typeof body['key'] === 'string' && looksLikeId(body['key']) ? body['key'] : newId();
  let added = 0;
  for (let i = 0; i < roster.rows.length; i += CHUNK)
    added += await addUnknown(c, roster.rows.slice(i, i + CHUNK), `${key}:${i}`);
  return importPage(c, { report: { added, known: roster.rows.length - added, refused: roster.refused } });
});
