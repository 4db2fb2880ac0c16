import { Hono } from 'hono';
import { record } from '../access/audit.queries.ts';
import { actor, may, ownVillage, read } from '../access/session.ts';
import type { AppEnv, C } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { type FormErrors, type FormValues, readForm } from '../http/forms.ts';
import { done, page, wordsOf } from '../http/page.tsx';
import { paths } from '../paths.ts';
import { WishBody } from '../../views/registry/wish.tsx';
import { companionNames, wishFrom } from './wish.ts';
import { wishForm } from './registry.forms.ts';
import { openWorker } from './registry.queries.ts';
import { companionsNamed, namesOf, saveWish } from './wish.queries.ts';

export const wishRoutes = new Hono<AppEnv>();

async function load(c: C) {
  const id = c.req.param('id') ?? '';
  const { orm } = c.var.db;
  const {
    row: [row],
    companions,
  } = await read(c, { row: openWorker(orm, id, ownVillage(c)), companions: namesOf(orm, id) });
  if (!row) throw notFound();
  return { row, companions: companions.map(({ name }) => name) };
}

function wishPage(
  c: C,
  { row, companions }: Awaited<ReturnType<typeof load>>,
  typed: { values: FormValues; errors: FormErrors } = { values: {}, errors: {} },
  status?: 422,
) {
  return page(
    c,
    { title: wordsOf(c).wish.title, heading: row.name, at: 'workers', back: paths.worker(row.id) },
    <WishBody to={paths.wish(row.id)} worker={row} companions={companions} typed={typed} />,
    status,
  );
}

wishRoutes.get('/workers/:id/wish', may('worker.write'), async (c) => wishPage(c, await load(c)));

/**
 * What somebody told an officer of going: whether, from when, where to, which trade, least wage,
 * with whom.
 */
wishRoutes.post('/workers/:id/wish', may('worker.write'), async (c) => {
  const form = await readForm(c, wishForm);
  const found = await load(c);
  if (!form.ok) return wishPage(c, found, form, 422);
  const { db, now } = c.var;
  const { row } = found;
  const names = companionNames(form.value.companions);
  const onlyNear = ownVillage(c) !== null;
  const [known] =
    names.length > 0 ? await db.batch([companionsNamed(db.orm, names, row, onlyNear)]) : [[]];
  const wish = wishFrom(form.value, known);
  if ('unknown' in wish) {
    const companions = onlyNear ? 'companion_not_near' : 'companion_unknown';
    return wishPage(c, found, { ...form, errors: { companions } }, 422);
  }
  const { availability } = form.value;
  await record(
    db,
    { key: form.key, at: now, actor: actor(c), action: 'worker.wish', subject: row.id },
    [...saveWish(db.orm, { workerId: row.id, availability, wish, at: now, actor: actor(c) })],
  );
  return done(c, paths.worker(row.id));
});
