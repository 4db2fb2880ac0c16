import { lacks } from '../gates.ts';
import { Hono } from 'hono';
import { may } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { act, answer } from '../batch/act.requests.ts';
import { placementOf } from '../batch/snapshot.ts';
import { readBatch } from '../batch/read-batch.requests.ts';
import { z } from 'zod';
import { lockManifest, unlockManifest } from './manifest.ts';
import { appointCaptain } from './plan/plan-change.ts';
import { captainForm } from './travel.forms.ts';
import { travelPage } from './travel.requests.tsx';
import { addEscort } from './escorts.routes.tsx';

export const travelRoutes = new Hono<AppEnv>();

travelRoutes.get('/batches/:id/travel', may('batch.read'), (c) => travelPage(c, c.req.param('id')));

/**
 * Somebody who travels anyway agrees to help in their vehicle: a captain, with a link of their own.
 */
travelRoutes.post('/batches/:id/captains', may('batch.write'), async (c) => {
  const batchId = c.req.param('id');
  const form = await readForm(c, captainForm);
  if (!form.ok)
    return travelPage(c, batchId, { form: 'captain', values: form.values, errors: form.errors });
  const { placementId } = form.value;
  const { workers, s: reading } = await readBatch(c, { batchId });
  const worker = workers.find(({ id }) => id === placementOf(reading, placementId)?.workerId);
  const { name = '', phone = '' } = worker ?? {};
  const row = { id: newId(c.var.now), batchId, name, phone, role: 'captain' as const, placementId };
  return addEscort(c, row, { key: form.key, decide: (s) => appointCaptain(s, placementId) });
});

const lockForm = z.object({ unlock: z.string().optional() });

travelRoutes.post('/batches/:id/manifest', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, lockForm);
  const unlock = form.ok && form.value.unlock === 'yes';
  const outcome = await act(c, {
    on: { batchId: id },
    action: unlock ? 'manifest.unlock' : 'manifest.lock',
    key: form.key,
    decide: (s) => (unlock ? unlockManifest(s) : lockManifest(s, c.var.now, lacks(s, 'documents'))),
  });
  return answer(c, outcome, paths.travel(id));
});
