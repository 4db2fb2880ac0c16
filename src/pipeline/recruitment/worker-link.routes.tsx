import { desc, eq, sql } from 'drizzle-orm';
import { Hono } from 'hono';
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
import { WorkerLinkBody } from '../../../views/recruitment/worker-link.tsx';
import { type Act, actByLink } from '../batch/act.middleware.ts';
import { placement } from '../batch/batch.tables.ts';
import { batchQueries, toSeen } from '../batch/seen.queries.ts';
import { homecomingStatements, insertCase } from '../follow-up/follow-up.queries.ts';
import { reportProblem } from '../follow-up/visit.ts';
import { CASE_KINDS } from '../follow-up/rights-case.ts';
import { consent, decline, withdraw } from './placement.ts';
import { shownForm } from './recruitment.forms.ts';
import { insertConsent } from './recruitment.queries.ts';
import { z } from 'zod';

export const workerLinkRoutes = new Hono<AppEnv>();

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
    ...batchQueries(orm, { batchId: newest }),
  ]);
  const [station, [person], [current], ...batchRows] = rows;
  if (!person) throw notFound();
  const seen = toSeen(batchRows);
  const p = seen?.s.placements.find((other) => other.id === current?.id) ?? null;
  return { person, seen, p, station: stationOf(station) };
};

const show = async (c: C, errors: FormErrors = {}, status?: 409) => {
  const { person, seen, p, station } = await load(c);
  return visitorPage(
    c,
    { title: wordsOf(c).workerLink.title, ...station },
    <WorkerLinkBody
      link={c.req.param('link') ?? ''}
      name={person.name}
      s={seen?.s ?? null}
      p={p}
      terms={seen?.order.terms ?? null}
      error={errors['form'] ?? null}
    />,
    status,
  );
};

workerLinkRoutes.get('/w/:link', open, (c) => show(c));

type Step = Omit<Act, 'on'>;

const step = async (c: C, make: (placementId: string) => Step) => {
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
  return done(c, paths.workerLink(linkId));
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
