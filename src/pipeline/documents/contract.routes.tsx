import { refuse } from '../../access/refuse.requests.ts';
import { Hono } from 'hono';
import { actor, may, prove } from '../../access/session.ts';
import { dayOf } from '../../clock.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { problem } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { act, answer } from '../batch/act.requests.ts';
import { readBatch } from '../batch/read-batch.requests.ts';
import { differencesOf, recordContract } from './contract.ts';
import { contractForm } from './documents.forms.ts';
import { paperRows } from './documents.queries.ts';
import { labourContract } from './documents.tables.ts';

export const contractRoutes = new Hono<AppEnv>();

/** A labour contract as it was signed. It is compared with the terms that the worker agreed to. */
contractRoutes.post('/placements/:id/contract', may('paper.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, contractForm);
  if (!form.ok) return refuse(c, form, paths.placement(id));
  const { now } = c.var;
  if (form.value.signedOn > dayOf(now)) {
    await prove(c);
    return problem(c, 'day_to_come', paths.placement(id), 422);
  }
  const { wage, meals, copyHeld, ...rest } = form.value;
  const contract = { ...rest, wageFen: wage, mealsFen: meals };
  const { order } = await readBatch(c, { placementId: id });
  const differences = differencesOf(contract, order.terms);
  const by = actor(c);
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'contract.sign',
    key: form.key,
    decide: (s) =>
      // Compared with terms that have changed in the meantime it would be compared with nothing.
      s.order.termsHash === order.termsHash
        ? recordContract(s, id, { signedOn: contract.signedOn, copyHeld }, differences)
        : { error: 'terms_just_changed' },
    facts: (_s, change, orm) => [
      orm
        .insert(labourContract)
        .values({ id: newId(now), placementId: id, ...contract, differences, at: now, actor: by }),
      ...paperRows(
        orm,
        change,
        {
          kind: 'contract',
          state: differences.length === 0 ? 'verified' : 'submitted',
          reason: null,
        },
        now,
      ),
    ],
  });
  return answer(c, outcome, paths.placement(id));
});
