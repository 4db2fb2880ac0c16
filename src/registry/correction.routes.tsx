import { refuse } from '../access/refuse.requests.ts';
import { Hono } from 'hono';
import { record } from '../access/audit.queries.ts';
import { actor, may, ownVillage, read } from '../access/session.ts';
import type { AppEnv } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { readForm } from '../http/forms.ts';
import { done, page, problem, wordsOf } from '../http/page.tsx';
import { paths } from '../paths.ts';
import { CorrectionsBody } from '../../views/registry/corrections.tsx';
import * as corrections from './correction.queries.ts';
import { z } from 'zod';
import { guardOf } from '../db/errors.ts';
import { choice, remark } from '../http/fields.ts';

export const correctionRoutes = new Hono<AppEnv>();
const PAGE = 30;

/**
 * What workers asked to have put right: each is answered by saving the person's form, or refused
 * with a reason.
 */
correctionRoutes.get(paths.corrections, may('worker.write'), async (c) => {
  const { orm } = c.var.db;
  const { rows } = await read(c, { rows: corrections.openCorrections(orm, ownVillage(c), PAGE) });
  const [people] = await c.var.db.batch([
    corrections.namesOfWorkers(
      orm,
      rows.map(({ workerId }) => workerId),
    ),
  ]);
  const lines = rows.map((row) => ({
    ...row,
    name: people.find(({ id }) => id === row.workerId)?.name ?? '',
  }));
  return page(
    c,
    { title: wordsOf(c).corrections.title, at: 'workers', back: paths.workers, headed: true },
    <CorrectionsBody corrections={lines} />,
  );
});

const answerForm = z
  .object({ state: choice(['done', 'refused']), answer: remark(120) })
  .superRefine((form, ctx) => {
    if (form.state === 'refused' && !form.answer)
      ctx.addIssue({ code: 'custom', path: ['answer'], message: 'reason_required' });
  });

correctionRoutes.post('/workers/corrections/:id', may('worker.write'), async (c) => {
  const form = await readForm(c, answerForm);
  const { db, now } = c.var;
  const id = c.req.param('id');
  const {
    row: [row],
  } = await read(c, { row: corrections.correctionRow(db.orm, id) });
  if (!row || (ownVillage(c) !== null && row.villageId !== ownVillage(c))) throw notFound();
  if (!form.ok) return refuse(c, form, paths.corrections);
  const { state, answer } = form.value;
  const line = {
    key: form.key,
    at: now,
    actor: actor(c),
    action: 'correction.answer',
    subject: row.workerId,
  };
  try {
    await record(
      db,
      { ...line, detail: { state } },
      corrections.answerCorrection(db.orm, { id, state, answer, at: now, by: actor(c) }),
    );
  } catch (error) {
    if (guardOf(error) === null) throw error;
    return problem(c, 'wrong_state', paths.corrections, 409);
  }
  return done(c, paths.corrections);
});
