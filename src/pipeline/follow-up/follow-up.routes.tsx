import { Hono } from 'hono';
import { record } from '../../access/audit.queries.ts';
import { may as roleMay } from '../../access/permissions.ts';
import { may, read } from '../../access/session.ts';
import { dayOf } from '../../clock.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { type FormErrors, type FormValues, readForm } from '../../http/forms.ts';
import { done, page, problem, wordsOf } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths, withQuery } from '../../paths.ts';
import { CaseBody, CaseListBody } from '../../../views/follow-up/case.tsx';
import { VisitBody } from '../../../views/follow-up/visit.tsx';
import { FollowUpBody, VisitListBody } from '../../../views/follow-up/visit-list.tsx';
import { act, answer } from '../batch/act.middleware.ts';
import { see } from '../batch/see.middleware.ts';
import { peopleOfPlacements, workersOfPlacements } from './people.queries.ts';
import { caseForm, homecomingForm, outcomeForm } from './follow-up.forms.ts';
import * as followUp from './follow-up.queries.ts';
import { caseMoves, wrongsIn } from './rights-case.ts';
import { comeHome, recordVisit } from './visit.ts';

export const followUpRoutes = new Hono<AppEnv>();
const PAGE = 30;

const allows = (c: C, permission: Parameters<typeof roleMay>[1]) =>
  c.var.claims !== null && roleMay(c.var.claims.role, permission);

/** Names and phones for a list of visits or cases: one further round trip for the page that was found. */
const peopleFor = async (c: C, placementIds: string[]) => {
  if (placementIds.length === 0) return new Map<string, { name: string; phone: string }>();
  const [placements, workers] = await c.var.db.batch([
    peopleOfPlacements(c.var.db.orm, placementIds),
    workersOfPlacements(c.var.db.orm, placementIds),
  ]);
  return new Map(
    placements.map((p) => {
      const w = workers.find((each) => each.id === p.workerId);
      return [p.id, { name: w?.name ?? '', phone: w?.phone ?? '' }] as const;
    }),
  );
};

followUpRoutes.get(paths.visits, may('visit.read'), async (c) => {
  const dueOn = c.req.query('after');
  const id = c.req.query('id');
  const [rows] = await read(c, [
    followUp.dueVisits(
      c.var.db.orm,
      dayOf(c.var.now),
      c.var.claims?.villageId ?? null,
      dueOn && id ? { dueOn, id } : null,
      PAGE + 1,
    ),
  ]);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const more = rows.length > PAGE && last ? withQuery(paths.visits, { after: last.dueOn, id: last.id }) : null;
  const people = await peopleFor(c, [...new Set(shown.map((v) => v.placementId))]);
  return page(
    c,
    { title: wordsOf(c).visits.title, at: 'today', back: paths.today },
    <VisitListBody visits={shown} people={people} more={more} mayWrite={allows(c, 'visit.write')} />,
  );
});

followUpRoutes.get('/batches/:id/follow-up', may('visit.read'), async (c) => {
  const id = c.req.param('id');
  const {
    s,
    workers,
    rows: [visits],
  } = await see(c, { batchId: id }, [followUp.openVisitsOf(c.var.db.orm, id, 120)]);
  const own = c.var.claims?.villageId ?? null;
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
  const own = c.var.claims?.villageId ?? null;
  if (!row || (own !== null && row.villageId !== own)) throw notFound();
  const person = (await peopleFor(c, [row.placementId])).get(row.placementId);
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

followUpRoutes.get('/visits/:id', may('visit.read'), (c) => visitPage(c, c.req.param('id'), {}, {}));

/** What came of a visit. A wrong that the answers tell of opens a rights case in the same write. */
followUpRoutes.post('/visits/:id/outcome', may('visit.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, outcomeForm);
  if (!form.ok) return visitPage(c, id, form.values, form.errors, 422);
  const { row } = await loadVisit(c, id);
  if (row.open !== 1) return done(c, paths.visit(id));
  const { now, claims } = c.var;
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
        actor: `account:${claims?.accountId}`,
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

followUpRoutes.post('/placements/:id/homecoming', may('visit.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, homecomingForm);
  if (!form.ok) {
    await read(c, []);
    return problem(c, 'reason_required', paths.placement(id), 422);
  }
  const { now, claims } = c.var;
  const { reason } = form.value;
  const actor = `account:${claims?.accountId}`;
  const [visits] = await read(c, [followUp.visitsOf(c.var.db.orm, id)]);
  const left = visits.filter((v) => v.open === 1).length;
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'placement.come_home',
    key: form.key,
    decide: (s) => comeHome(s, id, reason, left),
    facts: (s, _change, orm) => [
      followUp.closeVisitsOf(orm, id, now, actor),
      followUp.recountVisits(orm, s.id),
      followUp.insertReturn(orm, { id: newId(now), placementId: id, reason, returnedOn: dayOf(now), at: now }),
    ],
  });
  return answer(c, outcome, paths.placement(id));
});

followUpRoutes.get(paths.cases, may('case.read'), async (c) => {
  const [rows] = await read(c, [
    followUp.openCases(c.var.db.orm, c.var.claims?.villageId ?? null, c.req.query('after') ?? null, PAGE + 1),
  ]);
  const shown = rows.slice(0, PAGE);
  const people = await peopleFor(
    c,
    shown.map((one) => one.placementId),
  );
  const more = rows.length > PAGE ? `${paths.cases}?after=${shown.at(-1)?.id}` : null;
  return page(
    c,
    { title: wordsOf(c).cases.title, at: 'more', back: paths.settings },
    <CaseListBody cases={shown} people={people} more={more} />,
  );
});

const casePage = async (c: C, id: string, values: FormValues, errors: FormErrors, status?: 422) => {
  const [[row]] = await read(c, [followUp.caseRow(c.var.db.orm, id, c.var.claims?.villageId ?? null)]);
  if (!row) throw notFound();
  const person = (await peopleFor(c, [row.placementId])).get(row.placementId);
  return page(
    c,
    { title: wordsOf(c).cases.one, at: 'more', back: paths.cases },
    <CaseBody
      one={row}
      person={person ?? { name: '', phone: '' }}
      typed={{ values, errors }}
      mayWrite={allows(c, 'case.write')}
    />,
    status,
  );
};

followUpRoutes.get('/cases/:id', may('case.read'), (c) => casePage(c, c.req.param('id'), {}, {}));

followUpRoutes.post('/cases/:id', may('case.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, caseForm);
  if (!form.ok) return casePage(c, id, form.values, form.errors, 422);
  const { db, now, claims } = c.var;
  const [[row]] = await read(c, [followUp.caseRow(db.orm, id, claims?.villageId ?? null)]);
  if (!row) throw notFound();
  const { state, claimed, recovered } = form.value;
  if (state !== row.state && !caseMoves(row.state).includes(state)) return problem(c, 'wrong_state', paths.case(id));
  const line = {
    key: form.key,
    at: now,
    actor: `account:${claims?.accountId}`,
    action: 'case.update',
    subject: id,
    detail: { state },
  };
  await record(db, line, [
    followUp.updateCase(db.orm, id, {
      state,
      claimedFen: claimed,
      recoveredFen: recovered,
      closedAt: state === 'closed' ? now : null,
    }),
  ]);
  return done(c, paths.case(id));
});
