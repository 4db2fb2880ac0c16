import { Hono } from 'hono';
import { may, read } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { problem } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { act, answer } from '../batch/act.middleware.ts';
import { consent } from './placement.ts';
import { witnessForm } from './recruitment.forms.ts';
import { insertConsent } from './recruitment.queries.ts';

export const consentRoutes = new Hono<AppEnv>();

/** A consent spoken or signed before an officer, who is named as its witness. The worker's own link can contradict it. */
consentRoutes.post('/placements/:id/consent', may('consent.witness'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, witnessForm);
  if (!form.ok) {
    await read(c, []);
    return problem(c, 'terms_changed', paths.placement(id));
  }
  const { hash, manner } = form.value;
  const { now, claims, lang } = c.var;
  const witnessId = claims?.accountId ?? null;
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'consent.witness',
    key: form.key,
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
