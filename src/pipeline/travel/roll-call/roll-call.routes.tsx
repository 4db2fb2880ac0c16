import { Hono } from 'hono';
import { actor, may, prove } from '../../../access/session.ts';
import type { AppEnv } from '../../../http/app-context.ts';
import { Failure } from '../../../http/failures.ts';
import { readForm } from '../../../http/forms.ts';
import { page, wordsOf } from '../../../http/page.tsx';
import { wantsFragment } from '../../../http/show.ts';
import { newId } from '../../../ids.ts';
import { paths } from '../../../paths.ts';
import { RollCallBody } from '../../../../views/travel/roll-call/roll-call.tsx';
import { act, after, answer } from '../../batch/act.requests.ts';
import { readBatch } from '../../batch/read-batch.requests.ts';
import { z } from 'zod';
import { insertTap } from './entries.queries.ts';
import { depart, takeBackDeparture } from '../manifest.ts';
import { checkInForm } from '../travel.forms.ts';
import { tapped } from './tap-answer.requests.tsx';
import { checkIn } from './check-in.ts';
import { arrive } from './arrival.ts';

export const rollCallRoutes = new Hono<AppEnv>();

function endsAt(batchId: string) {
  return {
    depart: paths.departure(batchId),
    arrive: paths.arrival(batchId),
    takeBack: paths.departureUndo(batchId),
  };
}

/** The departure was said too soon. */
rollCallRoutes.post('/batches/:id/departure/taking-back', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, z.object({}));
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'batch.take_back_departure',
    key: form.key,
    decide: takeBackDeparture,
  });
  return answer(c, outcome, paths.rollCall(id));
});

rollCallRoutes.post('/batches/:id/departure', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, z.object({}));
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'batch.depart',
    key: form.key,
    decide: (s) => depart(s, c.var.now),
  });
  return answer(c, outcome, paths.travel(id));
});

rollCallRoutes.post('/batches/:id/arrival', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, z.object({}));
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'batch.arrive',
    key: form.key,
    decide: (s) => arrive(s, c.var.now),
  });
  return answer(c, outcome, paths.travel(id));
});

rollCallRoutes.get('/batches/:id/roll-call', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const { s, workers } = await readBatch(c, { batchId: id });
  return page(
    c,
    {
      title: wordsOf(c).rollCall.title,
      headed: true,
      heading: wordsOf(c).batch.code(s.code),
      at: 'batches',
      back: paths.travel(id),
    },
    <RollCallBody
      s={s}
      phones={new Map(workers.map((w) => [w.id, w.phone]))}
      checkInAt={paths.checkIn}
      ends={endsAt(id)}
    />,
  );
});

rollCallRoutes.post('/placements/:id/check-in', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, checkInForm);
  if (!form.ok) {
    await prove(c);
    throw new Failure(422, 'required');
  }
  const outcomeAsked = form.value.outcome;
  const { now } = c.var;
  const by = actor(c);
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'roll_call.record',
    // One key stands on all lines of a page.
    key: `${form.key}:${id}:${outcomeAsked}`,
    decide: (s) => checkIn(s, id, outcomeAsked),
    facts: (s) => [
      ...insertTap(s, { id: newId(now), placementId: id, outcome: outcomeAsked, actor: by, now }),
    ],
  });
  if (!wantsFragment(c)) return answer(c, outcome, paths.rollCall(after(outcome).s.id));
  return tapped(c, outcome, id, {
    checkInAt: paths.checkIn,
    ends: endsAt,
  });
});
