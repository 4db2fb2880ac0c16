import { refuse } from '../../access/refuse.requests.ts';
import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { record } from '../../access/audit.queries.ts';
import { actor, allows, may, ownVillage, read } from '../../access/session.ts';
import { dayOf } from '../../clock.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { type FormErrors, type FormValues, readForm } from '../../http/forms.ts';
import { done, page, problem } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { openWorker } from '../../registry/registry.queries.ts';
import { changeFields } from '../../registry/field-changes.queries.ts';
import { likenessesOfNew } from '../../registry/likeness.queries.ts';
import { VisitBody } from '../../../views/follow-up/visit.tsx';
import { act, answer, undoOfDone } from '../batch/act.requests.ts';
import { peopleFor } from './people.queries.ts';
import { homecomingForm, numberForm, outcomeForm } from './follow-up.forms.ts';
import * as followUp from './follow-up.queries.ts';
import { wrongsIn } from './rights-case.ts';
import type { KeptVisit } from '../batch/taking-back.ts';
import { recordVisit } from './visit.ts';
import { insertCase } from './rights-case.queries.ts';
import { guardOf, refuseUnless } from '../../db/errors.ts';
import { tryStatements, triesOf } from './visit-tries.queries.ts';
import { callAgain } from './never-reached.queries.ts';
import { comeHome } from './homecoming.ts';

export const visitRoutes = new Hono<AppEnv>();

/** What a call changes of a visit, as it was. */
function keptVisit({ id, open, outcome, tries, dueOn }: KeptVisit): KeptVisit {
  return { id, open, outcome, tries, dueOn };
}

/** How far ahead is looked for whom to call next. */
const AHEAD = 40;

/** Whoever is to be called next, of the same batch first; where nobody is, the list. */
async function nextCall(c: C, { id, batchId }: { id: string; batchId: string }): Promise<string> {
  // Said from a list, it leads back to the list.
  const from = c.req.header('referer') ?? '';
  const to = URL.canParse(from) ? new URL(from).pathname : '';
  const lists: string[] = [paths.today, paths.visits, paths.followUp(batchId)];
  if (lists.includes(to)) return to;
  const { orm } = c.var.db;
  const asked = followUp.dueVisits(orm, dayOf(c.var.now), ownVillage(c), null, AHEAD);
  const [due] = await c.var.db.batch([asked]);
  const others = due.filter((v) => v.id !== id && v.outcome !== 'wrong_number');
  const next = others.find((v) => v.batchId === batchId) ?? others[0];
  return next ? paths.visit(next.id) : paths.followUp(batchId);
}

async function loadVisit(c: C, id: string) {
  const { orm } = c.var.db;
  const {
    visits,
    tries,
    changed: [changed],
    arrivals: [arrival],
  } = await read(c, {
    visits: followUp.visitsBeside(orm, id),
    tries: triesOf(orm, id),
    changed: followUp.numberChange(orm, id),
    arrivals: followUp.arrivalOf(orm, id),
  });
  const own = ownVillage(c);
  const row = visits.find((visit) => visit.id === id);
  if (!row || (own !== null && row.villageId !== own)) throw notFound();
  const person = (await peopleFor(c.var.db, [row.placementId])).get(row.placementId);
  const overtaken = visits.filter((v) => v.open === 1 && v.tries > 0 && v.id !== id).length;
  // Said at any of their visits, it holds for all; a number that was put right since is called.
  const wrong = visits.find((v) => v.open === 1 && v.outcome === 'wrong_number');
  const isWrong = wrong !== undefined && (changed?.at ?? 0) <= (wrong.at ?? 0);
  const known = person ?? { workerId: '', name: '', phone: '' };
  // A list may have brought somebody without any number.
  const isWrongNumber = row.open === 1 && (isWrong || known.phone === '');
  const beside = visits.filter((v) => v.open === 1);
  const arrivedOn = arrival?.arrivedAt ? dayOf(arrival.arrivedAt) : null;
  return { row, beside, arrivedOn, tries, overtaken, isWrongNumber, person: known };
}

async function visitPage(c: C, id: string, values: FormValues, errors: FormErrors, status?: 422) {
  const { row, person, tries, isWrongNumber } = await loadVisit(c, id);
  return page(
    c,
    { title: person.name, at: 'today', back: paths.followUp(row.batchId) },
    <VisitBody
      visit={row}
      tries={tries}
      isWrongNumber={isWrongNumber}
      person={person}
      typed={{ values, errors }}
      mayWrite={allows(c, 'visit.write')}
    />,
    status,
  );
}

visitRoutes.get('/visits/:id', may('visit.read'), (c) => visitPage(c, c.req.param('id'), {}, {}));

/**
 * What came of a call. Whom it did not reach is called again another day; a wrong that the answers
 * tell of opens a rights case in the same write.
 */
visitRoutes.post('/visits/:id/outcome', may('visit.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, outcomeForm);
  if (!form.ok) return visitPage(c, id, form.values, form.errors, 422);
  const { row, overtaken, beside, arrivedOn, person } = await loadVisit(c, id);
  const { now } = c.var;
  const { outcome: kind, madeOn, paid, working, contractHeld, papersHeld, wantsHome } = form.value;
  const answers = { working, paidFen: paid, contractHeld, papersHeld, wantsHome };
  const days = { arrivedOn, saidOn: madeOn };
  const wrongs = kind === 'done' ? wrongsIn(row.kind, answers, days) : [];
  const outcome = await act(c, {
    on: { placementId: row.placementId },
    action: 'visit.record',
    key: form.key,
    // A case that it opened has its own course from then on.
    ...(wrongs.length > 0 ? {} : { undoable: { visits: beside.map(keptVisit) } }),
    decide: (s) =>
      row.open === 1
        ? recordVisit(s, row.placementId, { kind: row.kind, outcome: kind, overtaken })
        : { error: 'visit_recorded' },
    facts: (s, _change, orm) => [
      ...tryStatements(
        orm,
        row,
        { outcome: kind, madeOn, actor: actor(c), at: now },
        kind === 'done' ? answers : {},
      ),
      ...wrongs.map((wrong) =>
        insertCase(orm, {
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
  const staysHere = wrongs.length > 0 || kind === 'wrong_number';
  const undo = undoOfDone(outcome);
  const note = undo && { ...undo, who: person.name };
  return done(c, staysHere ? paths.visit(id) : await nextCall(c, row), note);
});

/** The number under which somebody is reached now. */
visitRoutes.post('/visits/:id/number', may('visit.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, numberForm);
  if (!form.ok) return visitPage(c, id, form.values, form.errors, 422);
  const { row, person, isWrongNumber } = await loadVisit(c, id);
  const { phone } = form.value;
  const { db, now } = c.var;
  const [[worker]] = await db.batch([openWorker(db.orm, person.workerId, ownVillage(c))]);
  if (!worker) throw notFound();
  // The same form again, or somebody else was quicker.
  if (!isWrongNumber)
    return worker.phone === phone
      ? done(c, paths.visit(id))
      : problem(c, 'visit_recorded', paths.visit(id));
  const by = { at: now, actor: actor(c), cause: `visit:${id}` };
  const change = { field: 'phone' as const, from: worker.phone, to: phone };
  const line = {
    key: form.key,
    at: now,
    actor: actor(c),
    action: 'worker.edit',
    subject: worker.id,
  };
  try {
    await record(db, { ...line, detail: { fields: phone === worker.phone ? [] : ['phone'] } }, [
      refuseUnless(
        sql`(select phone from worker where id = ${worker.id}) = ${worker.phone}`,
        'WRONG_STATE',
      ),
      // The number may have been theirs after all.
      ...(phone === worker.phone ? [] : changeFields(db.orm, [{ id: worker.id, change }], by)),
      likenessesOfNew(db.orm, [worker.id], now),
      callAgain(db.orm, row.placementId, dayOf(now)),
    ]);
  } catch (error) {
    if (guardOf(error) === null) throw error;
    return problem(c, 'wrong_state', paths.visit(id));
  }
  return done(c, paths.visit(id));
});

visitRoutes.post('/placements/:id/homecoming', may('visit.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, homecomingForm);
  if (!form.ok) return refuse(c, form, paths.placement(id), 'reason_required');
  const { reason } = form.value;
  const { visits } = await read(c, { visits: followUp.visitsOf(c.var.db.orm, id) });
  const left = visits.filter((v) => v.open === 1).length;
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'placement.come_home',
    key: form.key,
    decide: (s) => comeHome(s, id, reason, left),
  });
  return answer(c, outcome, paths.placement(id));
});
