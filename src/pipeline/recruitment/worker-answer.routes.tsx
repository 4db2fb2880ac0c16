import { askQuestion } from './question.ts';
import { tell } from './told.ts';
import { Hono } from 'hono';
import { record } from '../../access/audit.queries.ts';
import { open } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { Failure, notFound } from '../../http/failures.ts';
import { readForm } from '../../http/forms.ts';
import { done } from '../../http/page.tsx';
import { paths } from '../../paths.ts';
import { placeAnswerForm, ratingForm } from './recruitment.forms.ts';
import { noteContradiction, rateEmployer } from './recruitment.queries.ts';
import { z } from 'zod';
import { loadOwn, ownStep, showOwn } from './worker-link.requests.tsx';
import { refusePlace, takePlace } from './reserve-answer.ts';
import { contradict } from './contradiction.ts';

/**
 * What a worker answers beside yes and no: to a vacated place, to a consent noted for them, how the
 * employer was.
 */
export const workerAnswerRoutes = new Hono<AppEnv>();

/** A reserve's answer to a place that has become vacant: in time, late, or no. */
workerAnswerRoutes.post('/w/:link/place', open, async (c) => {
  const form = await readForm(c, placeAnswerForm);
  if (!form.ok) {
    await loadOwn(c);
    throw new Failure(422, 'required');
  }
  const takes = form.value.answer === 'yes';
  return ownStep(c, (id) => ({
    action: takes ? 'place.take' : 'place.refuse',
    key: form.key,
    decide: (s) => (takes ? takePlace(s, id) : refusePlace(s, id)),
  }));
});

/** "I did not agree": voids a consent that somebody noted for the worker. */
workerAnswerRoutes.post('/w/:link/contradiction', open, async (c) => {
  const form = await readForm(c, z.object({}));
  const { now } = c.var;
  const { consent } = await loadOwn(c);
  // Their own tap is not contradicted but withdrawn.
  if (!consent?.witnessId) return showOwn(c, { form: 'not_consented' }, 409);
  return ownStep(c, (id) => ({
    action: 'consent.contradict',
    key: form.key,
    decide: (s) => contradict(s, id),
    facts: (_s, _change, orm) => [noteContradiction(orm, id, now)],
  }));
});

/** Their page is open before them: they see the terms. It says so itself, once it is shown. */
workerAnswerRoutes.post('/w/:link/sight', open, async (c) => {
  const form = await readForm(c, z.object({}));
  const { p, reading } = await loadOwn(c);
  if (p?.recruitment === 'offered' && p.toldAt === null && reading?.s.status === 'open')
    await ownStep(c, (id) => ({
      action: 'terms.see',
      key: form.key,
      decide: (s) => tell(s, [id], 'link', c.var.now),
    }));
  return c.body(null, 204);
});

/** "Please call me": one tap, the coordinator is told. */
workerAnswerRoutes.post('/w/:link/question', open, async (c) => {
  const form = await readForm(c, z.object({}));
  const link = c.req.param('link');
  return ownStep(
    c,
    (id) => ({
      action: 'question.ask',
      key: form.key,
      decide: (s) => askQuestion(s, id, c.var.now),
    }),
    {
      to: `${paths.workerLink(link)}?asked#asked`,
    },
  );
});

/** What a worker says of the employer they are or were with. */
workerAnswerRoutes.post('/w/:link/rating', open, async (c) => {
  const form = await readForm(c, ratingForm);
  const { db, now } = c.var;
  const link = c.req.param('link');
  const { p, reading } = await loadOwn(c);
  if (!form.ok) throw new Failure(422, 'required');
  if (!p || !reading || (p.travel !== 'accepted' && p.travel !== 'rejected')) throw notFound();
  const rating = {
    placementId: p.id,
    employerId: reading.order.employerId,
    workerId: p.workerId,
    mark: form.value.mark,
    at: now,
  };
  await record(
    db,
    { key: form.key, at: now, actor: `link:${link}`, action: 'employer.rate', subject: p.id },
    [rateEmployer(db.orm, rating)],
  );
  return done(c, paths.workerLink(link));
});
