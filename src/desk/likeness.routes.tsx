import type { ErrorCode } from '../error-code.ts';
import { Hono } from 'hono';
import { record } from '../access/audit.queries.ts';
import { actor, may, read } from '../access/session.ts';
import type { AppEnv, C } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { readForm } from '../http/forms.ts';
import { done, page, problem, wordsOf } from '../http/page.tsx';
import { newId } from '../ids.ts';
import { paths, withQuery } from '../paths.ts';
import { LikenessBody } from '../../views/registry/likeness.tsx';
import { mergerError } from '../registry/merger.ts';
import * as likenesses from '../registry/likeness.queries.ts';
import * as mergers from './merger.queries.ts';
import { villages } from '../registry/registry.queries.ts';
import { z } from 'zod';
import { guardOf } from '../db/errors.ts';
import { unmergeStatements } from './unmerger.queries.ts';
import { choice } from '../http/fields.ts';

export const likenessRoutes = new Hono<AppEnv>();
const PAGE = 10;

/** Entries that may be the same person, side by side. */
likenessRoutes.get(paths.likenesses, may('worker.merge'), async (c) => {
  const { orm } = c.var.db;
  const [foundAt, oneId] = [c.req.query('after'), c.req.query('id')];
  const after = foundAt && oneId ? { foundAt: Number(foundAt), oneId } : null;
  const { pairs, areas } = await read(c, {
    pairs: likenesses.openLikenesses(orm, after, PAGE + 1),
    areas: villages(orm),
  });
  const shown = pairs.slice(0, PAGE);
  const last = shown.at(-1);
  const [entries] = await c.var.db.batch([
    likenesses.pairEntries(
      orm,
      shown.flatMap((pair) => [pair.oneId, pair.otherId]),
    ),
  ]);
  const more =
    pairs.length > PAGE && last
      ? withQuery(paths.likenesses, { after: String(last.foundAt), id: last.oneId })
      : null;
  return page(
    c,
    { title: wordsOf(c).likeness.title, at: 'workers', back: paths.workers, headed: true },
    <LikenessBody pairs={shown} entries={entries} villages={areas} more={more} />,
  );
});

const answerForm = z.object({ answer: choice(['keep_one', 'keep_other', 'different']) });

function refused(c: C, error: ErrorCode) {
  return problem(c, error, paths.likenesses, 409);
}

/** Says of a pair that they are one person, and which entry is kept; or that they are two. */
likenessRoutes.post('/workers/likenesses/:one/:other', may('worker.merge'), async (c) => {
  const form = await readForm(c, answerForm);
  const { db, now } = c.var;
  const { one, other } = c.req.param();
  const { entries } = await read(c, { entries: likenesses.pairEntries(db.orm, [one, other]) });
  const line = { key: form.key, at: now, actor: actor(c) };
  if (entries.length < 2) throw notFound();
  if (!form.ok) return problem(c, 'nothing_chosen', paths.likenesses, 422);
  if (form.value.answer === 'different') {
    await record(db, { ...line, action: 'worker.different', subject: one, detail: { other } }, [
      likenesses.markDifferent(db.orm, one, other),
    ]);
    return done(c, paths.likenesses);
  }
  const [keptId, goneId] = form.value.answer === 'keep_one' ? [one, other] : [other, one];
  const entry = (id: string) => {
    const found = entries.find((each) => each.id === id);
    return found && { ...found, active: found.active === 1 };
  };
  const error = mergerError(entry(keptId), entry(goneId));
  if (error) return refused(c, error);
  try {
    const statements = mergers.mergeStatements(db.orm, {
      id: newId(now),
      keptId,
      goneId,
      at: now,
      actor: actor(c),
    });
    await record(
      db,
      { ...line, action: 'worker.merge', subject: keptId, detail: { gone: goneId } },
      statements,
    );
  } catch (failure) {
    if (guardOf(failure) === null) throw failure;
    return refused(c, 'merger_gone');
  }
  return done(c, paths.worker(keptId));
});

/** Makes two entries of one again. */
likenessRoutes.post('/workers/mergers/:id/undo', may('worker.merge'), async (c) => {
  const form = await readForm(c, z.object({}));
  const { db, now } = c.var;
  const {
    row: [row],
  } = await read(c, { row: mergers.mergerRow(db.orm, c.req.param('id')) });
  if (!row) throw notFound();
  try {
    const line = {
      key: form.key,
      at: now,
      actor: actor(c),
      action: 'worker.unmerge',
      subject: row.keptId,
    };
    await record(db, line, unmergeStatements(db.orm, row, now));
  } catch (failure) {
    if (guardOf(failure) === null) throw failure;
    return problem(c, 'merger_gone', paths.worker(row.keptId), 409);
  }
  return done(c, paths.worker(row.goneId));
});
