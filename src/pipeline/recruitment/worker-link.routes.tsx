import { desc, eq, type SQL, sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { record } from '../../access/audit.queries.ts';
import { readByLink } from '../../access/link.queries.ts';
import { open } from '../../access/session.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { Failure, notFound } from '../../http/failures.ts';
import { choice, type FormErrors, readForm } from '../../http/forms.ts';
import { done, visitorPage, wordsOf } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { worker } from '../../registry/registry.tables.ts';
import { stationOf, stationQuery } from '../../settings/station.queries.ts';
import { TermsSheet } from '../../../views/recruitment/terms-sheet.tsx';
import { WorkerLinkBody } from '../../../views/recruitment/worker-link.tsx';
import { type Act, actByLink } from '../batch/act.middleware.ts';
import { placement } from '../batch/batch.tables.ts';
import { batchQueries, toSeen } from '../batch/seen.queries.ts';
import { homecomingStatements, insertCase } from '../follow-up/follow-up.queries.ts';
import { reportProblem } from '../follow-up/visit.ts';
import { CASE_KINDS } from '../follow-up/rights-case.ts';
import { askQuestion, consent, contradict, decline, withdraw } from './placement.ts';
import { placeAnswerForm, ratingForm, shownForm } from './recruitment.forms.ts';
import { consentsOf, insertConsent, noteContradiction, rateEmployer, ratingOf } from './recruitment.queries.ts';
import { refusePlace, takePlace } from './reserve.ts';
import { z } from 'zod';

export const workerLinkRoutes = new Hono<AppEnv>();

const placementOfNewest = (workerId: SQL): SQL =>
  sql`(select id from placement where worker_id = ${workerId} order by active desc, id desc limit 1)`;

const load = async (c: C) => {
  const { orm } = c.var.db;
  const workerId = sql`(select subject_id from link where id = ${c.req.param('link') ?? ''})`;
  const newest = sql`(select batch_id from placement where worker_id = ${workerId} order by active desc, id desc limit 1)`;
  const { rows } = await readByLink(c, 'worker', [
    stationQuery(orm),
    orm
      .select({ id: worker.id, name: worker.name, dataConsentAt: worker.dataConsentAt })
      .from(worker)
      .where(eq(worker.id, workerId)),
    orm
      .select({ id: placement.id })
      .from(placement)
      .where(eq(placement.workerId, workerId))
      .orderBy(desc(placement.active), desc(placement.id))
      .limit(1),
    consentsOf(orm, placementOfNewest(workerId)),
    ratingOf(orm, placementOfNewest(workerId)),
    ...batchQueries(orm, { batchId: newest }),
  ]);
  const [station, [person], [current], consents, [rating], ...batchRows] = rows;
  if (!person) throw notFound();
  const seen = toSeen(batchRows);
  const p = seen?.s.placements.find((other) => other.id === current?.id) ?? null;
  return { person, seen, p, station: stationOf(station), consent: consents[0] ?? null, mark: rating?.mark ?? null };
};

const show = async (c: C, errors: FormErrors = {}, status?: 409) => {
  const { person, seen, p, station, consent, mark } = await load(c);
  return visitorPage(
    c,
    { title: wordsOf(c).workerLink.title, ...station },
    <WorkerLinkBody
      link={c.req.param('link') ?? ''}
      name={person.name}
      s={seen?.s ?? null}
      p={p}
      terms={seen?.order.terms ?? null}
      consent={consent}
      mark={mark}
      wasAsked={c.req.query('asked') !== undefined}
      error={errors['form'] ?? null}
    />,
    status,
  );
};

workerLinkRoutes.get('/w/:link', open, (c) => show(c));

/** The terms that were agreed to, or are asked about, as a sheet to print: version, check code and when. */
workerLinkRoutes.get('/w/:link/terms', open, async (c) => {
  const { person, seen, p, station, consent } = await load(c);
  if (!seen || !p) throw notFound();
  const { s, order } = seen;
  return visitorPage(
    c,
    { title: wordsOf(c).workerLink.theTerms, ...station },
    <TermsSheet
      link={c.req.param('link')}
      name={person.name}
      terms={order.terms}
      version={s.order.version}
      hash={s.order.termsHash}
      agreedAt={p.consentedHash === s.order.termsHash ? (consent?.at ?? null) : null}
    />,
  );
});

type Step = Omit<Act, 'on'>;

const step = async (c: C, make: (placementId: string) => Step, to?: string) => {
  const { p } = await load(c);
  if (!p) throw notFound();
  const linkId = c.req.param('link') ?? '';
  const outcome = await actByLink(
    c,
    { on: { placementId: p.id }, ...make(p.id) },
    linkId,
    async () => (await load(c)).seen,
  );
  if (outcome.kind === 'refused') return show(c, { form: outcome.error }, 409);
  return done(c, to ?? paths.workerLink(linkId));
};

workerLinkRoutes.post('/w/:link/consent', open, async (c) => {
  const form = await readForm(c, shownForm);
  const hash = form.ok ? form.value.hash : '';
  const { now, lang } = c.var;
  return step(c, (id) => ({
    action: 'consent.give',
    key: form.key,
    decide: (s) => consent(s, id, hash),
    facts: (_s, _change, orm) => [
      insertConsent(orm, {
        id: newId(now),
        placementId: id,
        termsHash: hash,
        language: lang,
        witnessId: null,
        manner: 'link',
        at: now,
      }),
    ],
  }));
});

/** One tap, at any stage, without a reason. An offer that was not accepted is declined; anything later is withdrawn from. */
workerLinkRoutes.post('/w/:link/withdrawal', open, async (c) => {
  const form = await readForm(c, z.object({}));
  return step(c, (id) => ({
    action: 'placement.withdraw',
    key: form.key,
    decide: (s) => {
      const p = s.placements.find((other) => other.id === id);
      return p?.recruitment === 'offered' && p.consentedHash === null ? decline(s, id) : withdraw(s, id);
    },
    facts: (s, change, orm) => homecomingStatements(orm, s, change, c.var.now, `link:${c.req.param('link')}`),
  }));
});

/** A reserve's answer to a place that has become vacant: in time, late, or no. */
workerLinkRoutes.post('/w/:link/place', open, async (c) => {
  const form = await readForm(c, placeAnswerForm);
  if (!form.ok) {
    await load(c);
    throw new Failure(422, 'required');
  }
  const takes = form.value.answer === 'yes';
  return step(c, (id) => ({
    action: takes ? 'place.take' : 'place.refuse',
    key: form.key,
    decide: (s) => (takes ? takePlace(s, id) : refusePlace(s, id)),
  }));
});

/** "I did not agree": voids a consent that somebody noted for the worker. */
workerLinkRoutes.post('/w/:link/contradiction', open, async (c) => {
  const form = await readForm(c, z.object({}));
  const { now } = c.var;
  const { consent } = await load(c);
  // Their own tap is not contradicted but withdrawn.
  if (!consent?.witnessId) return show(c, { form: 'not_consented' }, 409);
  return step(c, (id) => ({
    action: 'consent.contradict',
    key: form.key,
    decide: (s) => contradict(s, id),
    facts: (_s, _change, orm) => [noteContradiction(orm, id, now)],
  }));
});

/** "Please call me": one tap, the coordinator is told. */
workerLinkRoutes.post('/w/:link/question', open, async (c) => {
  const form = await readForm(c, z.object({}));
  const link = c.req.param('link');
  return step(
    c,
    (id) => ({ action: 'question.ask', key: form.key, decide: (s) => askQuestion(s, id) }),
    `${paths.workerLink(link)}?asked`,
  );
});

/** What a worker says of the employer they are or were with. */
workerLinkRoutes.post('/w/:link/rating', open, async (c) => {
  const form = await readForm(c, ratingForm);
  const { db, now } = c.var;
  const link = c.req.param('link');
  const { p, seen } = await load(c);
  if (!form.ok) throw new Failure(422, 'required');
  if (!p || !seen || (p.travel !== 'accepted' && p.travel !== 'rejected')) throw notFound();
  const rating = {
    placementId: p.id,
    employerId: seen.order.employerId,
    workerId: p.workerId,
    mark: form.value.mark,
    at: now,
  };
  await record(db, { key: form.key, at: now, actor: `link:${link}`, action: 'employer.rate', subject: p.id }, [
    rateEmployer(db.orm, rating),
  ]);
  return done(c, paths.workerLink(link));
});

const problemForm = z.object({ kind: choice(CASE_KINDS) });

/** The worker reports a wrong by one tap; it becomes a rights case, and the coordinator is told. */
workerLinkRoutes.post('/w/:link/answer', open, async (c) => {
  const form = await readForm(c, problemForm);
  if (!form.ok) {
    await load(c);
    throw new Failure(422, 'required');
  }
  const { kind } = form.value;
  const { now } = c.var;
  return step(c, (id) => ({
    action: 'case.report',
    key: form.key,
    decide: (s) => reportProblem(s, id, kind),
    facts: (s, _change, orm) => [
      insertCase(orm, {
        id: newId(now),
        placementId: id,
        batchId: s.id,
        visitId: null,
        kind,
        state: 'reported',
        claimedFen: 0,
        recoveredFen: 0,
        openedAt: now,
      }),
    ],
  }));
});
