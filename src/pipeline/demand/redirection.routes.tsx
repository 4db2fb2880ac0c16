import { Hono } from 'hono';
import { actor, may } from '../../access/session.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { type FormErrors, type FormValues, readForm } from '../../http/forms.ts';
import { page, wordsOf } from '../../http/page.tsx';
import { paths } from '../../paths.ts';
import { RedirectionBody } from '../../../views/demand/redirection.tsx';
import { act, answer } from '../batch/act.requests.ts';
import { readBatch } from '../batch/read-batch.requests.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { requirementsFor } from '../documents/requirement.ts';
import { settleEntries } from '../travel/roll-call/entries.queries.ts';
import { endOrderLinks } from './demand.queries.ts';
import { outdatedBy, papersAfter, redirect } from './redirection.ts';
import { z } from 'zod';
import { insertOwnIncident } from '../travel/happenings.queries.ts';
import { rowId, words } from '../../http/fields.ts';
import { freeOrders } from './order-list.queries.ts';

/** The batch goes to another employer: because the one it had closes, or is not what was said. */
export const redirectionRoutes = new Hono<AppEnv>();

async function load(c: C, id: string) {
  return readBatch(c, { batchId: id }, { orders: freeOrders(c.var.db.orm) });
}

async function show(c: C, id: string, typed: { values: FormValues; errors: FormErrors } | null) {
  const { s, order, orders } = await load(c, id);
  return page(
    c,
    {
      title: wordsOf(c).redirection.title,
      heading: wordsOf(c).batch.code(s.code),
      at: 'batches',
      back: paths.travel(id),
    },
    <RedirectionBody
      s={s}
      employer={order.terms.employer}
      orders={orders}
      typed={typed ?? { values: {}, errors: {} }}
    />,
    typed ? 422 : undefined,
  );
}

redirectionRoutes.get('/batches/:id/redirection', may('batch.write'), (c) =>
  show(c, c.req.param('id'), null),
);

const redirectionForm = z.object({ orderId: rowId(), reason: words(120) });

redirectionRoutes.post('/batches/:id/redirection', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, redirectionForm);
  if (!form.ok) return show(c, id, form);
  const { now } = c.var;
  const by = actor(c);
  const { orderId, reason } = form.value;
  const { order, orders } = await load(c, id);
  const next = orders.find((each) => each.id === orderId);
  if (!next) return show(c, id, { values: form.values, errors: { orderId: 'wrong_state' } });
  const { contractMonths, payDay } = next.terms;
  const told = { from: order.terms.employer, to: next.terms.employer, reason };
  const papers = (s: Snapshot) =>
    papersAfter(s, requirementsFor(order.trade, order), requirementsFor(next.trade, next));
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'batch.redirect',
    key: form.key,
    decide: (s) => redirect(s, { ...next, contractMonths, payDay }, papers(s), told),
    facts: (s, _change, orm) => [
      endOrderLinks(orm, s.order.id, now),
      // Phones that wait for an arrival or a signature there are told that it came to nothing.
      ...settleEntries(
        orm,
        id,
        outdatedBy(s).map(({ phone, no }) => ({
          phone,
          no,
          verdict: 'refused',
          reason: 'redirected',
          names: [],
        })),
      ),
      // On the way it is something that went wrong, and stands with the rest of it.
      ...(s.departedAt === null
        ? []
        : [
            insertOwnIncident(orm, {
              batchId: id,
              kind: 'redirected',
              note: `${told.from} → ${told.to}: ${reason}`,
              actor: by,
              recordedAt: now,
            }),
          ]),
    ],
  });
  if (outcome.kind === 'refused')
    return show(c, id, { values: form.values, errors: { orderId: outcome.error } });
  return answer(c, outcome, paths.order(orderId));
});
