import { Hono } from 'hono';
import { actor, may, read } from '../../../access/session.ts';
import type { AppEnv, C } from '../../../http/app-context.ts';
import { notFound } from '../../../http/failures.ts';
import { type FormErrors, type FormValues, readForm } from '../../../http/forms.ts';
import { page, problem, wordsOf } from '../../../http/page.tsx';
import { newId } from '../../../ids.ts';
import { paths } from '../../../paths.ts';
import { act, answer } from '../../batch/act.requests.ts';
import { readBatch } from '../../batch/read-batch.requests.ts';
import { insertFare } from '../../ledger/ledger.queries.ts';
import { isOfTheRoad } from './plan.ts';
import { addLeg, replaceLeg, ridersOf, strikeLeg } from './plan-change.ts';
import { legChangeForm, legForm } from '../travel.forms.ts';
import * as travel from '../travel.queries.ts';
import { travelPage } from '../travel.requests.tsx';
import { z } from 'zod';
import { refuseUnlessOne } from '../handover/handover.queries.ts';
import { insertOwnIncident } from '../happenings.queries.ts';
import { LegChangeBody } from '../../../../views/travel/plan/leg-change.tsx';

/** The plan of a journey: each vehicle on each stretch of the way, added, changed and struck. */
export const planRoutes = new Hono<AppEnv>();

planRoutes.post('/batches/:id/legs', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, legForm);
  if (!form.ok) return travelPage(c, id, { form: 'leg', values: form.values, errors: form.errors });
  const { cost, rests, driverPhone, ...row } = form.value;
  const by = actor(c);
  const legId = newId(c.var.now);
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'leg.add',
    key: form.key,
    decide: (s) => addLeg(s, row),
    facts: (s, _change, orm) => [
      travel.insertLeg(orm, {
        id: legId,
        batchId: id,
        position: s.seq,
        ...row,
        rests: rests ?? 0,
        driverPhone: driverPhone ?? '',
        costFen: cost ?? 0,
      }),
      ...insertFare(orm, { batchId: s.id, legId, amountFen: cost ?? 0, at: c.var.now, actor: by }),
    ],
  });
  return answer(c, outcome, paths.travel(id));
});

async function legPage(
  c: C,
  id: string,
  legId: string,
  typed: { values: FormValues; errors: FormErrors } | null,
) {
  const { s, legs } = await readBatch(
    c,
    { batchId: id },
    {
      legs: travel.legsOf(c.var.db.orm, id),
    },
  );
  const leg = legs.find((each) => each.id === legId);
  if (!leg) throw notFound();
  return page(
    c,
    {
      title: wordsOf(c).travel.changeLeg,
      heading: wordsOf(c).batch.code(s.code),
      at: 'batches',
      back: paths.travel(id),
    },
    <LegChangeBody s={s} leg={leg} typed={typed ?? { values: {}, errors: {} }} />,
    typed ? 422 : undefined,
  );
}

planRoutes.get('/batches/:id/legs/:leg/replacement', may('batch.write'), (c) =>
  legPage(c, c.req.param('id'), c.req.param('leg'), null),
);

/**
 * Another vehicle, or other times: whoever has a seat keeps it, the roster stays, and what was
 * planned stays on record.
 */
planRoutes.post('/batches/:id/legs/:leg/replacement', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const old = c.req.param('leg');
  const form = await readForm(c, legChangeForm);
  if (!form.ok) return legPage(c, id, old, form);
  const { now, db } = c.var;
  const by = actor(c);
  const { legs } = await read(c, { legs: travel.legsOf(db.orm, id) });
  const gone = legs.find((each) => each.id === old);
  if (!gone) return problem(c, 'wrong_state', paths.travel(id), 409);
  const { cost, rests, driverPhone, trouble, why, ...row } = form.value;
  const legId = newId(now);
  const rest = legs.filter((each) => each !== gone);
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'leg.replace',
    key: form.key,
    decide: (s) => replaceLeg(s, gone, { ...row, id: legId, hasSeatPlan: isOfTheRoad(row) }, rest),
    facts: (s, _change, orm) => [
      travel.removeLeg(orm, id, gone.id, now),
      refuseUnlessOne(),
      travel.insertLeg(orm, {
        id: legId,
        batchId: id,
        position: gone.position,
        ...row,
        rests: rests ?? 0,
        driverPhone: driverPhone ?? '',
        costFen: cost ?? 0,
        replaces: gone.id,
      }),
      // On the way it is something that went wrong, with whoever rides in it.
      ...(s.departedAt === null
        ? []
        : [
            insertOwnIncident(orm, {
              batchId: id,
              kind: trouble ?? 'breakdown',
              legId: gone.id,
              people: ridersOf(s, gone.id).map((p) => p.id),
              note: [`${gone.vehicle} → ${row.vehicle}`, why].filter(Boolean).join(': '),
              actor: by,
              recordedAt: now,
            }),
          ]),
      ...insertFare(orm, {
        batchId: s.id,
        legId: gone.id,
        amountFen: -gone.costFen,
        at: now,
        actor: by,
      }),
      ...insertFare(orm, { batchId: s.id, legId, amountFen: cost ?? 0, at: now, actor: by }),
    ],
  });
  return answer(c, outcome, paths.travel(id));
});

/**
 * A leg struck from the plan. What was planned stays on record; everybody who rides is told by a
 * new version.
 */
planRoutes.post('/batches/:id/legs/:leg/removal', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, z.object({}));
  const { now, db } = c.var;
  const { legs } = await read(c, { legs: travel.legsOf(db.orm, id) });
  const by = actor(c);
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
    facts: (s, _change, orm) => [
      travel.removeLeg(orm, id, gone.id, now),
      refuseUnlessOne(),
      ...insertFare(orm, {
        batchId: s.id,
        legId: gone.id,
        amountFen: -gone.costFen,
        at: now,
        actor: by,
      }),
    ],
  });
  return answer(c, outcome, paths.travel(id));
});
