import { Hono } from 'hono';
import { actor, may, read } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { problem } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { act, answer } from '../batch/act.middleware.ts';
import { recordIncident } from './incident.ts';
import { addLeg, strikeLeg } from './plan-change.ts';
import { incidentForm, legForm, sendOffForm } from './travel.forms.ts';
import * as travel from './travel.queries.ts';
import { travelPage } from './travel.middleware.tsx';
import { z } from 'zod';

/** The plan of a journey and what comes of it: legs, the send-off, and whatever goes wrong on the way. */
export const planRoutes = new Hono<AppEnv>();

planRoutes.post('/batches/:id/legs', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, legForm);
  if (!form.ok) return travelPage(c, id, { form: 'leg', values: form.values, errors: form.errors });
  const { cost, rests, driverPhone, ...row } = form.value;
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'leg.add',
    key: form.key,
    decide: (s) => addLeg(s, row),
    facts: (s, _change, orm) => [
      travel.insertLeg(orm, {
        id: newId(c.var.now),
        batchId: id,
        position: s.seq,
        ...row,
        rests: rests ?? 0,
        driverPhone: driverPhone ?? '',
        costFen: cost ?? 0,
      }),
    ],
  });
  return answer(c, outcome, paths.travel(id));
});

/** A leg struck from the plan. What was planned stays on record; everybody who rides is told by a new version. */
planRoutes.post('/batches/:id/legs/:leg/removal', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, z.object({}));
  const { now, db } = c.var;
  const [legs] = await read(c, [travel.legsOf(db.orm, id)]);
  const gone = legs.find((each) => each.id === c.req.param('leg'));
  if (!gone) return problem(c, 'wrong_state', paths.travel(id), 409);
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'leg.remove',
    key: form.key,
    decide: (s) =>
      strikeLeg(
        s,
        gone,
        legs.filter((each) => each !== gone),
      ),
    facts: (_s, _change, orm) => [travel.removeLeg(orm, id, gone.id, now)],
  });
  return answer(c, outcome, paths.travel(id));
});

planRoutes.post('/batches/:id/send-off', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, sendOffForm);
  if (!form.ok) return travelPage(c, id, { form: 'sendOff', values: form.values, errors: form.errors });
  const { now } = c.var;
  const by = actor(c);
  const row = { id: newId(now), batchId: id, ...form.value, recordedAt: now, actor: by };
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'send_off.record',
    key: form.key,
    decide: (s) =>
      s.status === 'open'
        ? { entries: [{ kind: 'sent_off', detail: { place: row.place, leaders: row.leaders } }] }
        : { error: 'batch_ended' },
    facts: (_s, _change, orm) => [travel.insertSendOff(orm, row)],
  });
  return answer(c, outcome, paths.travel(id));
});

planRoutes.post('/batches/:id/incidents', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, incidentForm);
  if (!form.ok) return travelPage(c, id, { form: 'incident', values: form.values, errors: form.errors });
  const { now } = c.var;
  const by = actor(c);
  const { at, cost, people, ...rest } = form.value;
  const occurredAt = Math.min(at, now);
  const told = { ...rest, people: people ?? [] };
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'incident.record',
    key: form.key,
    occurredAt,
    decide: (s) => recordIncident(s, told),
    facts: (_s, _change, orm) => [
      travel.insertIncident(orm, {
        id: newId(now),
        batchId: id,
        ...told,
        occurredAt,
        recordedAt: now,
        actor: by,
        costFen: cost ?? 0,
      }),
    ],
  });
  return answer(c, outcome, paths.travel(id));
});
