import { refuse } from '../../access/refuse.requests.ts';
import { and, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { may, ownVillage } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { readForm } from '../../http/forms.ts';
import { page, wordsOf } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { stationOf, stationQuery } from '../../settings/station.queries.ts';
import { ReceiptBody } from '../../../views/documents/receipt.tsx';
import { act, answer } from '../batch/act.requests.ts';
import { readBatch } from '../batch/read-batch.requests.ts';
import { placementOf } from '../batch/snapshot.ts';
import { giveBack, lend } from './custody.ts';
import { custodyForm } from './documents.forms.ts';
import { custody } from './documents.tables.ts';
import { z } from 'zod';
import { custodyOf } from './custody.queries.ts';

/**
 * The custody ledger: an original is lent, held by somebody somewhere, and comes back; each step
 * has its receipt.
 */
export const custodyRoutes = new Hono<AppEnv>();

custodyRoutes.post('/placements/:id/custody', may('paper.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, custodyForm);
  if (!form.ok) return refuse(c, form, paths.placement(id));
  const { now } = c.var;
  const loan = { id: newId(now), ...form.value };
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'custody.lend',
    key: form.key,
    decide: (s) => lend(s, id, loan, now),
    facts: (s, change, orm) => {
      const [held] = change.placements?.[0]?.set.custody?.slice(-1) ?? [];
      if (!held) return [];
      const row = { ...loan, placementId: id, receiptNo: s.seq + 1, lentAt: now, returnedAt: null };
      return [orm.insert(custody).values({ ...row, returnBy: held.returnBy })];
    },
  });
  return outcome.kind === 'done'
    ? answer(c, outcome, paths.custodyReceipt(id, loan.id))
    : answer(c, outcome, paths.placement(id));
});

custodyRoutes.post('/placements/:id/custody/:custody/return', may('paper.write'), async (c) => {
  const id = c.req.param('id');
  const custodyId = c.req.param('custody');
  const form = await readForm(c, z.object({}));
  const { now } = c.var;
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'custody.return',
    key: form.key,
    decide: (s) => giveBack(s, id, custodyId),
    facts: (_s, _change, orm) => [
      orm
        .update(custody)
        .set({ returnedAt: now, returnConfirmedAt: null })
        .where(and(eq(custody.placementId, id), eq(custody.id, custodyId))),
    ],
  });
  return answer(c, outcome, paths.placement(id));
});

/** The receipt of a loan, to be printed and signed: one half for the owner, one for the station. */
custodyRoutes.get('/placements/:id/custody/:custody/receipt', may('batch.read'), async (c) => {
  const { orm } = c.var.db;
  const id = c.req.param('id');
  const { s, order, workers, loans, station } = await readBatch(
    c,
    { placementId: id },
    {
      loans: custodyOf(orm, id),
      station: stationQuery(orm),
    },
  );
  const p = placementOf(s, id);
  const worker = workers.find((w) => w.id === p?.workerId);
  const loan = loans.find((each) => each.id === c.req.param('custody'));
  const own = ownVillage(c);
  if (!p || !worker || !loan || (own !== null && worker.villageId !== own)) throw notFound();
  return page(
    c,
    {
      title: wordsOf(c).receipt.title,
      heading: p.name,
      at: 'batches',
      back: paths.placement(id),
      sheet: true,
    },
    <ReceiptBody
      loan={loan}
      name={p.name}
      last4={worker.last4}
      town={stationOf(station).town}
      code={s.code}
      employer={order.terms.employer}
      days={s}
    />,
  );
});
