import { Hono } from 'hono';
import { may, prove } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { problem } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { act, answer } from '../batch/act.requests.ts';
import { each } from '../batch/change.ts';
import { consent } from './consent.ts';
import { groupConsentForm, witnessForm } from './recruitment.forms.ts';
import { insertConsent } from './recruitment.queries.ts';

export const consentRoutes = new Hono<AppEnv>();

/**
 * A consent spoken or signed before an officer, who is named as its witness. The worker's own link
 * can contradict it.
 */
consentRoutes.post('/placements/:id/consent', may('consent.witness'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, witnessForm);
  if (!form.ok) {
    await prove(c);
    return problem(c, 'terms_changed', paths.placement(id));
  }
  const { hash, manner } = form.value;
  const { now, claims, lang } = c.var;
  const witnessId = claims?.accountId ?? null;
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'consent.witness',
    key: form.key,
    undoable: {},
    decide: (s) => consent(s, id, hash, { witness: true, manner }),
    facts: (_s, _change, orm) => [
      insertConsent(orm, {
        id: newId(now),
        placementId: id,
        termsHash: hash,
        language: lang,
        witnessId,
        manner,
        at: now,
      }),
    ],
  });
  return answer(c, outcome, paths.placement(id));
});

/**
 * The same for several who said yes at one reading of the terms. Each is a consent of its own, and
 * can be contradicted by each; whoever was not asked, or has answered already, is left as they are.
 */
consentRoutes.post('/batches/:id/consents', may('consent.witness'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, groupConsentForm);
  const back = paths.recruitment(id);
  if (!form.ok) {
    await prove(c);
    return problem(c, form.errors['people'] ?? 'terms_changed', back, 422);
  }
  const { hash, manner, people } = form.value;
  const { now, claims, lang } = c.var;
  const witnessId = claims?.accountId ?? null;
  const outcome = await act(c, {
    on: { batchId: id },
    people,
    action: 'consent.witness',
    key: form.key,
    undoable: {},
    decide: (s) =>
      each(s, people, (here, one) => consent(here, one, hash, { witness: true, manner })),
    facts: (_s, change, orm) =>
      change.entries.flatMap(({ placementId }) =>
        placementId
          ? [
              insertConsent(orm, {
                id: newId(now),
                placementId,
                termsHash: hash,
                language: lang,
                witnessId,
                manner,
                at: now,
              }),
            ]
          : [],
      ),
  });
  return answer(c, outcome, back);
});
