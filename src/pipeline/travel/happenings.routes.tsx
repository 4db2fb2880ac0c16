import { Hono } from 'hono';
import { actor, may, read } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { act, answer } from '../batch/act.requests.ts';
import { insertEntry } from '../ledger/ledger.queries.ts';
import { recordIncident } from './incident.ts';
import { incidentForm, sendOffForm } from './travel.forms.ts';
import { travelPage } from './travel.requests.tsx';
import * as travel from './travel.queries.ts';
import { insertIncident, insertSendOff } from './happenings.queries.ts';

/** What happens beside the plan: the send-off, and whatever goes wrong on the way. */
export const happeningRoutes = new Hono<AppEnv>();

happeningRoutes.post('/batches/:id/send-off', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, sendOffForm);
  if (!form.ok)
    return travelPage(c, id, { form: 'sendOff', values: form.values, errors: form.errors });
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
    facts: (_s, _change, orm) => [insertSendOff(orm, row)],
  });
  return answer(c, outcome, paths.travel(id));
});

happeningRoutes.post('/batches/:id/incidents', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, incidentForm);
  if (!form.ok)
    return travelPage(c, id, { form: 'incident', values: form.values, errors: form.errors });
  const { now, db } = c.var;
  const by = actor(c);
  const { at, cost, people, ...rest } = form.value;
  if (rest.legId) {
    const { legs } = await read(c, { legs: travel.allLegsOf(db.orm, id) });
    if (!legs.some((leg) => leg.id === rest.legId))
      return travelPage(c, id, {
        form: 'incident',
        values: form.values,
        errors: { legId: 'leg_unknown' },
      });
  }
  const occurredAt = Math.min(at, now);
  const told = { ...rest, people: people ?? [] };
  const incidentId = newId(now);
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'incident.record',
    key: form.key,
    occurredAt,
    decide: (s) => recordIncident(s, told),
    facts: (s, _change, orm) => [
      insertIncident(orm, {
        id: incidentId,
        batchId: id,
        ...told,
        occurredAt,
        recordedAt: now,
        actor: by,
        costFen: cost ?? 0,
      }),
      ...insertEntry(orm, {
        batchId: s.id,
        id: `incident:${incidentId}`,
        line: 'escort',
        kind: 'spent',
        bearer: told.answerable,
        amountFen: cost ?? 0,
        origin: 'incident',
        originId: incidentId,
        at: now,
        actor: by,
      }),
    ],
  });
  return answer(c, outcome, paths.travel(id));
});
