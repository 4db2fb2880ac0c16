import { Hono } from 'hono';
import { liveLinks, insertLink, newLink } from '../../access/link.queries.ts';
import { isRepeat } from '../../access/audit.queries.ts';
import { actor, may, read } from '../../access/session.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { type FormErrors, type FormValues, readForm } from '../../http/forms.ts';
import { done, page, wordsOf } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { act, answer } from '../batch/act.requests.ts';
import { openingStatements } from '../batch/change.queries.ts';
import { nextCode } from '../batch/code.queries.ts';
import { openBatch } from '../batch/lifecycle.ts';
import { requirementsFor } from '../documents/requirement.ts';
import { hashTerms } from '../recruitment/terms.ts';
import { amendmentForm, replyForm, termsFrom } from './demand.forms.ts';
import * as demand from './demand.queries.ts';
import { amend, send } from './job-order.ts';
import { orderPage } from './order.routes.tsx';
import { answerWith, fieldOf, replyRow } from './reply.ts';
import { z } from 'zod';
import { violates } from '../../db/errors.ts';
import { batchOfOrder } from '../batch-row.queries.ts';
import { AmendmentBody } from '../../../views/demand/amendment.tsx';
import { insertVersion, freezeTerms, setTerms } from './order-version.queries.ts';
import { repliesOf, insertReply } from './order-reply.queries.ts';

export const confirmationRoutes = new Hono<AppEnv>();

/**
 * Opens the batch of an order; its workflow is started by the sending that follows. Somebody else's
 * batch of the same order, or the same form, is left alone.
 */
async function startBatch(c: C, orderId: string, key: string, attempt = 1): Promise<void> {
  const { db, now, claims } = c.var;
  const [[order], codes] = await db.batch([
    demand.orderRow(db.orm, orderId),
    nextCode(db.orm, now),
  ]);
  if (!order) throw notFound();
  const opened = openBatch({
    id: newId(now),
    code: codes[0]?.code ?? '',
    coordinatorId: claims?.accountId ?? '',
    requirements: requirementsFor(order.trade, order),
    order: { ...order, contractMonths: order.terms.contractMonths, payDay: order.terms.payDay },
  });
  const stamp = {
    actor: actor(c),
    action: 'batch.open',
    subject: opened.id,
    key,
    occurredAt: now,
    now,
  };
  try {
    await db.batch(openingStatements(db.orm, opened, stamp));
  } catch (error) {
    if (isRepeat(error) || violates(error, 'batch.order_id')) return;
    // Another order took the same number in this moment: take the next one.
    if (!violates(error, 'batch.code') || attempt >= 5) throw error;
    await startBatch(c, orderId, key, attempt + 1);
  }
}

/**
 * Opens the order's batch, if it has none yet, issues the employer's link and starts the clock of
 * the reply.
 */
confirmationRoutes.post('/orders/:id/sending', may('order.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, z.object({}));
  const { db, now, claims } = c.var;
  const { rows, links } = await read(c, {
    rows: batchOfOrder(db.orm, id),
    links: liveLinks(db.orm, id, now),
  });
  if (rows.length === 0) await startBatch(c, id, `${form.key}:open`);
  const fresh = links[0]
    ? null
    : await newLink(c.env.SECRET, {
        purpose: 'employer',
        subjectId: id,
        batchId: rows[0]?.id ?? null,
        issuedBy: claims?.accountId ?? '',
        now,
      });
  const outcome = await act(c, {
    on: { orderId: id },
    action: 'order.send',
    key: form.key,
    decide: (s) => send(s, now),
    facts: (s, _change, orm) => (fresh ? [insertLink(orm, { ...fresh.row, batchId: s.id })] : []),
  });
  const linkId = fresh?.row.id ?? links[0]?.id ?? '';
  return outcome.kind === 'done' || outcome.kind === 'repeated'
    ? done(c, paths.linkText(linkId))
    : answer(c, outcome, paths.order(id));
});

/**
 * The employer answered by phone or on paper: recorded by the station, with the name of who said
 * so.
 */
confirmationRoutes.post('/orders/:id/reply', may('order.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, replyForm);
  if (!form.ok) return orderPage(c, id, form, 422);
  const outcome = await act(c, {
    on: { orderId: id },
    action: `order.${form.value.kind}`,
    key: form.key,
    decide: (s) => answerWith(s, form.value),
    facts: (s, _change, orm) => [insertReply(orm, replyRow(s, form.value, c.var.now))],
  });
  if (outcome.kind === 'refused')
    return orderPage(
      c,
      id,
      { values: form.values, errors: { [fieldOf(outcome.error)]: outcome.error } },
      409,
    );
  return answer(c, outcome, paths.order(id));
});

async function amendmentPage(
  c: C,
  id: string,
  values: FormValues | null,
  errors: FormErrors,
  status?: 422,
) {
  const { orm } = c.var.db;
  const {
    order: [order],
    replies,
  } = await read(c, { order: demand.orderRow(orm, id), replies: repliesOf(orm, id) });
  if (!order) throw notFound();
  const countered =
    replies[0]?.kind === 'counter' && replies[0].orderVersion === order.version ? replies[0] : null;
  return page(
    c,
    { title: wordsOf(c).orders.amend, at: 'orders', back: paths.order(id), headed: true },
    <AmendmentBody order={order} countered={countered} typed={{ values: values ?? {}, errors }} />,
    status,
  );
}

confirmationRoutes.get('/orders/:id/amendment', may('order.write'), (c) =>
  amendmentPage(c, c.req.param('id'), null, {}),
);

/**
 * A new version: another number or date, or other terms, which void every consent. Sent to the
 * employer at once.
 */
confirmationRoutes.post('/orders/:id/amendment', may('order.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, amendmentForm);
  if (!form.ok) return amendmentPage(c, id, form.values, form.errors, 422);
  const { db, now } = c.var;
  const {
    order: [order],
  } = await read(c, { order: demand.orderRow(db.orm, id) });
  if (!order) throw notFound();
  const terms = termsFrom(form.value, order.terms.employer, order.trade);
  const termsHash = await hashTerms(terms);
  const { headcount, startsOn } = form.value;
  const outcome = await act(c, {
    on: { orderId: id },
    action: 'order.amend',
    key: form.key,
    decide: (s) => amend(s, { headcount, startsOn, termsHash }),
    facts: (s, _change, orm) => [
      setTerms(orm, id, terms),
      freezeTerms(orm, id, s.order.version + 1, terms, termsHash, now),
      insertVersion(orm, {
        orderId: id,
        version: s.order.version + 1,
        headcount,
        startsOn,
        terms,
      }),
    ],
  });
  return answer(c, outcome, paths.order(id));
});
