import { Hono } from 'hono';
import { actor, allows, may, ownVillage, read } from '../../access/session.ts';
import { dayOf } from '../../clock.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { type FormErrors, type FormValues, firstError, readForm } from '../../http/forms.ts';
import { done, page, problem, wordsOf } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths, withQuery } from '../../paths.ts';
import { VisitBody } from '../../../views/follow-up/visit.tsx';
import { FollowUpBody, VisitListBody } from '../../../views/follow-up/visit-list.tsx';
import { act, answer } from '../batch/act.middleware.ts';
import { see } from '../batch/see.middleware.ts';
import { peopleFor } from './people.queries.ts';
import { homecomingForm, outcomeForm } from './follow-up.forms.ts';
import * as followUp from './follow-up.queries.ts';
import { wrongsIn } from './rights-case.ts';
import { comeHome, recordVisit } from './visit.ts';

export const visitRoutes = new Hono<AppEnv>();
const PAGE = 30;

visitRoutes.get(paths.visits, may('visit.read'), async (c) => {
  const dueOn = c.req.query('after');
  const id = c.req.query('id');
  const [rows] = await read(c, [
    followUp.dueVisits(c.var.db.orm, dayOf(c.var.now), ownVillage(c), dueOn && id ? { dueOn, id } : null, PAGE + 1),
  ]);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const more = rows.length > PAGE && last ? withQuery(paths.visits, { after: last.dueOn, id: last.id }) : null;
  const people = await peopleFor(c.var.db, [...new Set(shown.map((v) => v.placementId))]);
  return page(
    c,
    { title: wordsOf(c).visits.title, at: 'today', back: paths.today },
    <VisitListBody visits={shown} people={people} more={more} mayWrite={allows(c, 'visit.write')} />,
  );
});

visitRoutes.get('/batches/:id/follow-up', may('visit.read'), async (c) => {
  const id = c.req.param('id');
  const {
    s,
    workers,
    rows: [visits],
  } = await see(c, { batchId: id }, [followUp.openVisitsOf(c.var.db.orm, id, 120)]);
  const own = ownVillage(c);
  const people = new Map(
    s.placements.map((p) => [p.id, { name: p.name, phone: workers.find((w) => w.id === p.workerId)?.phone ?? '' }]),
  );
  const mine = own === null ? visits : visits.filter((v) => v.villageId === own);
  return page(
    c,
    { title: wordsOf(c).visits.title, heading: wordsOf(c).batch.code(s.code), at: 'batches', back: paths.batch(id) },
    <FollowUpBody s={s} visits={mine} people={people} mayWrite={allows(c, 'visit.write')} />,
  );
});

const loadVisit = async (c: C, id: string) => {
  const [[row]] = await read(c, [followUp.visitRow(c.var.db.orm, id)]);
  const own = ownVillage(c);
  if (!row || (own !== null && row.villageId !== own)) throw notFound();
  const person = (await peopleFor(c.var.db, [row.placementId])).get(row.placementId);
  return { row, person: person ?? { name: '', phone: '' } };
};

const visitPage = async (c: C, id: string, values: FormValues, errors: FormErrors, status?: 422) => {
  const { row, person } = await loadVisit(c, id);
  return page(
    c,
    { title: person.name, at: 'today', back: paths.followUp(row.batchId) },
    <VisitBody visit={row} person={person} typed={{ values, errors }} mayWrite={allows(c, 'visit.write')} />,
    status,
  );
};

visitRoutes.get('/visits/:id', may('visit.read'), (c) => visitPage(c, c.req.param('id'), {}, {}));

/** What came of a visit. A wrong that the answers tell of opens a rights case in the same write. */
visitRoutes.post('/visits/:id/outcome', may('visit.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, outcomeForm);
  if (!form.ok) return visitPage(c, id, form.values, form.errors, 422);
  const { row } = await loadVisit(c, id);
  if (row.open !== 1) return done(c, paths.visit(id));
  const { now } = c.var;
  const { outcome: kind, paid, working, contractHeld, papersHeld, wantsHome } = form.value;
  const answers = { working, paidFen: paid, contractHeld, papersHeld, wantsHome };
  const wrongs = kind === 'done' ? wrongsIn(row.kind, answers) : [];
  const outcome = await act(c, {
    on: { placementId: row.placementId },
    action: 'visit.record',
    key: form.key,
    decide: (s) => recordVisit(s, row.placementId, row.kind, kind),
    facts: (s, _change, orm) => [
      followUp.recordOutcome(orm, id, {
        outcome: kind,
        ...(kind === 'done' ? answers : {}),
        at: now,
        actor: actor(c),
      }),
      followUp.refuseUnlessOne(),
      ...wrongs.map((wrong) =>
        followUp.insertCase(orm, {
          id: newId(now),
          placementId: row.placementId,
          batchId: s.id,
          visitId: id,
          kind: wrong,
          state: 'reported',
          claimedFen: 0,
          recoveredFen: 0,
          openedAt: now,
        }),
      ),
      followUp.recountVisits(orm, s.id),
    ],
  });
  if (outcome.kind === 'refused') return problem(c, outcome.error, paths.visit(id));
  return done(c, wrongs.length > 0 ? paths.visit(id) : paths.followUp(row.batchId));
});

visitRoutes.post('/placements/:id/homecoming', may('visit.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, homecomingForm);
  if (!form.ok) {
    await read(c, []);
    return problem(c, firstError(form.errors, 'reason_required'), paths.placement(id), 422);
  }
  const { now } = c.var;
  const { reason } = form.value;
  const by = actor(c);
  const [visits] = await read(c, [followUp.visitsOf(c.var.db.orm, id)]);
  const left = visits.filter((v) => v.open === 1).length;
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'placement.come_home',
    key: form.key,
    decide: (s) => comeHome(s, id, reason, left),
    facts: (s, _change, orm) => [
      followUp.closeVisitsOf(orm, id, now, by),
      followUp.recountVisits(orm, s.id),
      followUp.insertReturn(orm, { id: newId(now), placementId: id, reason, returnedOn: dayOf(now), at: now }),
    ],
  });
  return answer(c, outcome, paths.placement(id));
});
