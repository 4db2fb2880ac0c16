import { Hono } from 'hono';
import { insertLink, newLink } from '../../access/link.queries.ts';
import { may } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { act, answer } from '../batch/act.middleware.ts';
import { placementOf } from '../batch/snapshot.ts';
import { see } from '../batch/see.middleware.ts';
import { z } from 'zod';
import { lockManifest, unlockManifest } from './manifest.ts';
import { appointCaptain, planChange } from './plan-change.ts';
import { captainForm, escortForm } from './travel.forms.ts';
import { escort } from './travel.tables.ts';
import { travelPage } from './travel.middleware.tsx';
import * as travel from './travel.queries.ts';

export const travelRoutes = new Hono<AppEnv>();

travelRoutes.get('/batches/:id/travel', may('batch.read'), (c) => travelPage(c, c.req.param('id')));

/** An escort and the link with which their phone calls the roll. */
travelRoutes.post('/batches/:id/escorts', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, escortForm);
  if (!form.ok) return travelPage(c, id, { form: 'escort', values: form.values, errors: form.errors });
  const { now, claims } = c.var;
  const row = { id: newId(now), batchId: id, ...form.value };
  const fresh = await newLink(c.env.SECRET, {
    purpose: 'escort',
    subjectId: row.id,
    batchId: id,
    issuedBy: claims?.accountId ?? '',
    now,
  });
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'escort.add',
    key: form.key,
    decide: (s) => planChange(s, { kind: 'escort_added', detail: { escort: row.name } }),
    facts: (_s, _change, orm) => [orm.insert(escort).values(row), insertLink(orm, fresh.row)],
  });
  return answer(c, outcome, paths.travel(id));
});

/** Somebody who travels anyway agrees to help in their vehicle: a captain, with a link of their own. */
travelRoutes.post('/batches/:id/captains', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, captainForm);
  if (!form.ok) return travelPage(c, id, { form: 'captain', values: form.values, errors: form.errors });
  const { now, claims } = c.var;
  const { placementId } = form.value;
  const { workers, s: seen } = await see(c, { batchId: id });
  const chosen = placementOf(seen, placementId);
  const worker = workers.find((w) => w.id === chosen?.workerId);
  const row = {
    id: newId(now),
    batchId: id,
    name: worker?.name ?? '',
    phone: worker?.phone ?? '',
    role: 'captain' as const,
    placementId,
  };
  const fresh = await newLink(c.env.SECRET, {
    purpose: 'escort',
    subjectId: row.id,
    batchId: id,
    issuedBy: claims?.accountId ?? '',
    now,
  });
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'escort.add',
    key: form.key,
    decide: (s) => appointCaptain(s, placementId),
    facts: (_s, _change, orm) => [travel.insertEscort(orm, row), insertLink(orm, fresh.row)],
  });
  return answer(c, outcome, paths.travel(id));
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
