import { refuse } from '../../access/refuse.requests.ts';
import { Hono } from 'hono';
import { actor, allows, may, read } from '../../access/session.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { type FormErrors, type FormValues, readForm } from '../../http/forms.ts';
import { page, problem, wordsOf } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { CostsBody } from '../../../views/ledger/costs-page.tsx';
import { act, answer } from '../batch/act.requests.ts';
import { readBatch } from '../batch/read-batch.requests.ts';
import { allLegsOf } from '../travel/travel.queries.ts';
import { costForm, incidentCostForm } from './ledger.forms.ts';
import { entriesOf, entryOf, insertEntry } from './ledger.queries.ts';
import { incidentRow } from '../travel/happenings.queries.ts';
import { sumsOf } from './ledger-sums.queries.ts';

/**
 * What a batch is to cost and has cost: written with the facts it follows from, and by hand where
 * somebody paid.
 */
export const ledgerRoutes = new Hono<AppEnv>();

async function costsPage(
  c: C,
  id: string,
  typed: { values: FormValues; errors: FormErrors } | null,
) {
  const { orm } = c.var.db;
  const { s, sums, entries, legs } = await readBatch(
    c,
    { batchId: id },
    { sums: sumsOf(orm, id), entries: entriesOf(orm, id), legs: allLegsOf(orm, id) },
  );
  // What medicals cost tells how many were examined: not for officers, who see their own village
  // only.
  const shown = allows(c, 'journey.report') ? sums : sums.filter(({ line }) => line !== 'medicals');
  return page(
    c,
    {
      title: wordsOf(c).costs.title,
      heading: wordsOf(c).batch.code(s.code),
      at: 'batches',
      back: paths.batch(id),
    },
    <CostsBody
      s={s}
      sums={shown}
      entries={entries}
      legs={legs}
      mayWrite={allows(c, 'batch.write')}
      seesNotes={allows(c, 'journey.report')}
      typed={typed ?? { values: {}, errors: {} }}
    />,
    typed ? 422 : undefined,
  );
}

ledgerRoutes.get('/batches/:id/costs', may('batch.read'), (c) =>
  costsPage(c, c.req.param('id'), null),
);

ledgerRoutes.post('/batches/:id/costs', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, costForm);
  if (!form.ok) return costsPage(c, id, form);
  const { now, db } = c.var;
  const { line, bearer, amount, legId, receipt, note } = form.value;
  if (legId) {
    // A leg that was struck since may well have been paid for; a leg of another batch was not paid
    // for by this one.
    const { legs } = await read(c, { legs: allLegsOf(db.orm, id) });
    if (!legs.some((leg) => leg.id === legId))
      return costsPage(c, id, { values: form.values, errors: { legId: 'leg_unknown' } });
  }
  const by = actor(c);
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'cost.record',
    key: form.key,
    decide: () => ({ entries: [{ kind: 'cost_recorded', detail: { line, bearer, fen: amount } }] }),
    facts: (s, _change, orm) =>
      insertEntry(orm, {
        batchId: s.id,
        id: newId(now),
        line,
        kind: 'spent',
        bearer,
        amountFen: amount,
        origin: legId ? 'leg' : 'hand',
        originId: legId ?? '',
        receipt,
        note,
        at: now,
        actor: by,
      }),
  });
  return answer(c, outcome, paths.costs(id));
});

/**
 * What an incident cost, once that is known: an escort on the road notes what happened, the station
 * who pays.
 */
ledgerRoutes.post('/batches/:id/incidents/:incident/cost', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const incidentId = c.req.param('incident');
  const form = await readForm(c, incidentCostForm);
  const { now, db } = c.var;
  const {
    incident: [incident],
  } = await read(c, { incident: incidentRow(db.orm, id, incidentId) });
  if (!incident) throw notFound();
  if (!form.ok) return refuse(c, form, paths.travel(id), 'bad_amount');
  const { amount, bearer } = form.value;
  const by = actor(c);
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'cost.record',
    key: form.key,
    decide: () => ({
      entries: [{ kind: 'cost_recorded', detail: { line: 'escort', bearer, fen: amount } }],
    }),
    facts: (s, _change, orm) =>
      insertEntry(orm, {
        batchId: s.id,
        id: newId(now),
        line: 'escort',
        kind: 'spent',
        bearer,
        amountFen: amount,
        origin: 'incident',
        originId: incidentId,
        at: now,
        actor: by,
      }),
  });
  return answer(c, outcome, `${paths.travel(id)}#incidents`);
});

/**
 * An entry that was wrong is not changed: another one with the opposite amount takes it back, once.
 */
ledgerRoutes.post('/batches/:id/costs/:entry/reversal', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const { now, db } = c.var;
  const entryId = c.req.param('entry');
  const {
    entry: [entry],
  } = await read(c, { entry: entryOf(db.orm, id, entryId) });
  if (entry?.kind !== 'spent' || entry.amountFen <= 0)
    return problem(c, 'wrong_state', paths.costs(id), 409);
  const { line, bearer, amountFen } = entry;
  const by = actor(c);
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'cost.reverse',
    // One key for each entry: whoever presses twice, or together with somebody else, takes it back
    // once.
    key: `${entryId}:reversal`,
    decide: () => ({
      entries: [{ kind: 'cost_reversed', detail: { line, bearer, fen: amountFen } }],
    }),
    facts: (_s, _change, orm) =>
      insertEntry(orm, {
        ...entry,
        id: `${entryId}:reversal`,
        amountFen: -amountFen,
        at: now,
        actor: by,
      }),
  });
  return answer(c, outcome, paths.costs(id));
});
