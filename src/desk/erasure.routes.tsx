import { refuse } from '../access/refuse.requests.ts';
import { Hono } from 'hono';
import { record } from '../access/audit.queries.ts';
import { actor, allows, may, ownVillage, read } from '../access/session.ts';
import type { AppEnv, C } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { readForm } from '../http/forms.ts';
import { done, page, problem, reader, wordsOf } from '../http/page.tsx';
import { sendFile } from '../http/show.ts';
import { newId } from '../ids.ts';
import { paths } from '../paths.ts';
import { ErasureBody } from '../../views/registry/erasure.tsx';
import { eraseStatements, standingOf } from '../registry/erasure.queries.ts';
import { personCopy } from '../../views/registry/person-copy.ts';
import { readCopy } from './person-copy.queries.ts';
import { workerRow } from '../registry/registry.queries.ts';
import { erasureOf } from '../registry/retention.ts';
import { z } from 'zod';
import { words } from '../http/fields.ts';

export const erasureRoutes = new Hono<AppEnv>();

async function load(c: C) {
  const { orm } = c.var.db;
  const id = c.req.param('id') ?? '';
  const {
    row: [row],
    standing: [standing],
  } = await read(c, { row: workerRow(orm, id, ownVillage(c)), standing: standingOf(orm, id) });
  // What was merged into another entry is erased with that one.
  if (!row || !standing || row.mergedInto !== null) throw notFound();
  const { active, paperLent, caseOpen, placedUntil } = standing;
  const state = {
    active: active === 1,
    paperLent: paperLent === 1,
    caseOpen: caseOpen === 1,
    placedUntil,
  };
  return { row, erasure: erasureOf({ ...state, erasedAt: row.erasedAt }, c.var.now) };
}

/** What erasing somebody would delete, what the law keeps and until when. */
erasureRoutes.get('/workers/:id/erasure', may('worker.erase'), async (c) => {
  const { row, erasure } = await load(c);
  const props = { title: wordsOf(c).erasure.title, heading: row.name, at: 'workers' as const };
  return page(
    c,
    { ...props, back: paths.worker(row.id) },
    <ErasureBody id={row.id} name={row.name} erasure={erasure} />,
  );
});

/** The copy that a person is entitled to, for whoever has no phone to take it with. */
erasureRoutes.post('/workers/:id/copy', may('worker.write'), async (c) => {
  await readForm(c, z.object({}));
  const { db, now } = c.var;
  const {
    row: [row],
  } = await read(c, { row: workerRow(db.orm, c.req.param('id'), ownVillage(c)) });
  const copy =
    row && (await readCopy(db, row.id, { at: now, seesHealth: allows(c, 'health.read') }));
  if (!copy) throw notFound();
  await record(
    db,
    { key: newId(now), at: now, actor: actor(c), action: 'worker.copy', subject: copy.person.id },
    [],
  );
  return sendFile(
    c,
    `${copy.person.name}.txt`,
    'text/plain; charset=utf-8',
    personCopy(reader(c), copy),
  );
});

erasureRoutes.post('/workers/:id/erasure', may('worker.erase'), async (c) => {
  const form = await readForm(c, z.object({ reason: words(80) }));
  const { row, erasure } = await load(c);
  if (!form.ok) return refuse(c, form, paths.erasure(row.id), 'reason_required');
  if ('error' in erasure) return problem(c, erasure.error, paths.worker(row.id), 409);
  const { db, now } = c.var;
  const detail = {
    reason: form.value.reason,
    ...(erasure.whole ? {} : { nameUntil: erasure.nameUntil }),
  };
  const line = {
    key: form.key,
    at: now,
    actor: actor(c),
    action: 'worker.erase',
    subject: row.id,
    detail,
  };
  await record(db, line, eraseStatements(db.orm, row.id, erasure, now));
  return done(c, paths.workers);
});
