import { Hono } from 'hono';
import { open } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { Failure } from '../../http/failures.ts';
import { readForm } from '../../http/forms.ts';
import { loadOwn, ownStep } from '../recruitment/worker-link.requests.tsx';
import { sayTravelFit } from './fitness.ts';
import { travelFitForm } from './health.forms.ts';

export const ownFitnessRoutes = new Hono<AppEnv>();

/** Asked on the day of travel, answered by one tap. */
ownFitnessRoutes.post('/w/:link/fitness', open, async (c) => {
  const form = await readForm(c, travelFitForm);
  if (!form.ok) {
    await loadOwn(c);
    throw new Failure(422, 'required');
  }
  const { answer } = form.value;
  return ownStep(c, (id) => ({
    action: 'own.travel_fit',
    key: form.key,
    decide: (s) => sayTravelFit(s, id, answer, c.var.now),
  }));
});
