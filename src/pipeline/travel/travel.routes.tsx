import { Hono } from 'hono';
import { insertLink, newLink } from '../../access/link.queries.ts';
import { may } from '../../access/session.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { type Act, act, answer } from '../batch/act.middleware.ts';
import { placementOf } from '../batch/snapshot.ts';
import { see } from '../batch/see.middleware.ts';
import { z } from 'zod';
import { lockManifest, unlockManifest } from './manifest.ts';
import { appointCaptain, planChange } from './plan-change.ts';
import { captainForm, escortForm } from './travel.forms.ts';
import type { escort } from './travel.tables.ts';
import { travelPage } from './travel.middleware.tsx';
import * as travel from './travel.queries.ts';

export const travelRoutes = new Hono<AppEnv>();

travelRoutes.get('/batches/:id/travel', may('batch.read'), (c) => travelPage(c, c.req.param('id')));

/** Somebody who rides along, and the link with which their phone calls the roll. */
const addEscort = async (c: C, row: typeof escort.$inferInsert, key: string, decide: Act['decide']) => {
  const fresh = await newLink(c.env.SECRET, {
    purpose: 'escort',
    subjectId: row.id,
    batchId: row.batchId,
    issuedBy: c.var.claims?.accountId ?? '',
    now: c.var.now,
  });
  const outcome = await act(c, {
    on: { batchId: row.batchId },
    action: 'escort.add',
    key,
    decide,
    facts: (_s, _change, orm) => [travel.insertEscort(orm, row), insertLink(orm, fresh.row)],
  });
  return answer(c, outcome, paths.travel(row.batchId));
};

/** An escort: an account or an outsider. */
travelRoutes.post('/batches/:id/escorts', may('batch.write'), async (c) => {
  const batchId = c.req.param('id');
  const form = await readForm(c, escortForm);
  if (!form.ok) return travelPage(c, batchId, { form: 'escort', values: form.values, errors: form.errors });
  const row = { id: newId(c.var.now), batchId, ...form.value };
  return addEscort(c, row, form.key, (s) => planChange(s, { kind: 'escort_added', detail: { escort: row.name } }));
});

/** Somebody who travels anyway agrees to help in their vehicle: a captain, with a link of their own. */
travelRoutes.post('/batches/:id/captains', may('batch.write'), async (c) => {
  const batchId = c.req.param('id');
  const form = await readForm(c, captainForm);
  if (!form.ok) return travelPage(c, batchId, { form: 'captain', values: form.values, errors: form.errors });
  const { placementId } = form.value;
  const { workers, s: seen } = await see(c, { batchId });
  const worker = workers.find(({ id }) => id === placementOf(seen, placementId)?.workerId);
  const { name = '', phone = '' } = worker ?? {};
  const row = { id: newId(c.var.now), batchId, name, phone, role: 'captain' as const, placementId };
  return addEscort(c, row, form.key, (s) => appointCaptain(s, placementId));
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
    decide: (s) => (unlock ? unlockManifest(s) : lockManifest(s, c.var.now)),
  });
  return answer(c, outcome, paths.travel(id));
});
