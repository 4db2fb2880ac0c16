import { Hono } from 'hono';
import { open } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { Failure, notFound } from '../../http/failures.ts';
import { readForm } from '../../http/forms.ts';
import { visitorPage, wordsOf } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { TermsSheet } from '../../../views/recruitment/terms-sheet.tsx';
import { reportProblem } from '../follow-up/visit.ts';
import { consent } from './consent.ts';
import { shownForm } from './recruitment.forms.ts';
import { insertConsent } from './recruitment.queries.ts';
import { z } from 'zod';
import { loadOwn, ownStep, showOwn } from './worker-link.requests.tsx';
import { decline, takeBack, withdraw } from './leaving.ts';
import { insertCase, refuseIfReported } from '../follow-up/rights-case.queries.ts';
import { choice } from '../../http/fields.ts';
import { CASE_KINDS } from '../follow-up/case-state.ts';

export const workerLinkRoutes = new Hono<AppEnv>();

workerLinkRoutes.get('/w/:link', open, (c) => showOwn(c));

/**
 * The terms that were agreed to, or are asked about, as a sheet to print: version, check code and
 * when.
 */
workerLinkRoutes.get('/w/:link/terms', open, async (c) => {
  const { person, reading, p, station, consent } = await loadOwn(c);
  if (!reading || !p) throw notFound();
  const { s, order } = reading;
  return visitorPage(
    c,
    { title: wordsOf(c).workerLink.theTerms, ...station },
    <TermsSheet
      link={c.req.param('link')}
      name={person.name}
      batch={s}
      terms={order.terms}
      version={s.order.version}
      hash={s.order.termsHash}
      agreedAt={p.consentedHash === s.order.termsHash ? (consent?.at ?? null) : null}
    />,
  );
});

workerLinkRoutes.post('/w/:link/consent', open, async (c) => {
  const form = await readForm(c, shownForm);
  const hash = form.ok ? form.value.hash : '';
  const { now, lang } = c.var;
  return ownStep(c, (id) => ({
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

/**
 * One tap, at any stage, without a reason. An offer that was not accepted is declined; anything
 * later is withdrawn from.
 */
workerLinkRoutes.post('/w/:link/withdrawal', open, async (c) => {
  const form = await readForm(c, z.object({}));
  return ownStep(c, (id) => ({
    action: 'placement.withdraw',
    key: form.key,
    decide: (s) => {
      const p = s.placements.find((other) => other.id === id);
      return p?.recruitment === 'offered' && p.consentedHash === null
        ? decline(s, id)
        : withdraw(s, id);
    },
  }));
});

/** A misplaced no, taken back by whoever said it. */
workerLinkRoutes.post('/w/:link/taking-back', open, async (c) => {
  const form = await readForm(c, z.object({}));
  return ownStep(c, (id) => ({
    action: 'placement.take_back',
    key: form.key,
    decide: (s) => takeBack(s, id),
  }));
});

const problemForm = z.object({ kind: choice(CASE_KINDS) });

/** The worker reports a wrong by one tap; it becomes a rights case, and the coordinator is told. */
workerLinkRoutes.post('/w/:link/answer', open, async (c) => {
  const form = await readForm(c, problemForm);
  if (!form.ok) {
    await loadOwn(c);
    throw new Failure(422, 'required');
  }
  const { kind } = form.value;
  const { now } = c.var;
  return ownStep(c, (id) => ({
    action: 'case.report',
    key: form.key,
    decide: (s) => reportProblem(s, id, kind),
    facts: (s, _change, orm) => [
      refuseIfReported(id, kind),
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
