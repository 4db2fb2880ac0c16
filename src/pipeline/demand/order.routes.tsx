import { Hono } from 'hono';
import { liveLinks } from '../../access/link.queries.ts';
import { record } from '../../access/audit.queries.ts';
import { actor, allows, may, read } from '../../access/session.ts';
import { dayOf } from '../../clock.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { type FormErrors, type FormValues, readForm } from '../../http/forms.ts';
import { done, page, wordsOf } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { agencies } from '../../registry/registry.queries.ts';
import { type Typed, untyped } from '../../../views/components/form.tsx';
import { OrderFormBody } from '../../../views/demand/order-form.tsx';
import { OrderListBody } from '../../../views/demand/order-list.tsx';
import { OrderBody } from '../../../views/demand/order-page.tsx';
import { hashTerms } from '../recruitment/terms.ts';
import { orderForm, termsFrom } from './demand.forms.ts';
import * as demand from './demand.queries.ts';
import { allEmployers, employerOfOrder, employersByIds } from '../../registry/employer.queries.ts';
import { batchOfOrder } from '../batch-row.queries.ts';
import { insertVersion, freezeTerms } from './order-version.queries.ts';
import { repliesOf } from './order-reply.queries.ts';
import { ordersAfter } from './order-list.queries.ts';

export const orderRoutes = new Hono<AppEnv>();
const PAGE = 20;
orderRoutes.get(paths.orders, may('order.read'), async (c) => {
  const { orm } = c.var.db;
  const { rows } = await read(c, {
    rows: ordersAfter(orm, c.req.query('before') ?? null, PAGE + 1),
  });
  const shown = rows.slice(0, PAGE);
  const [employers] =
    shown.length > 0
      ? await c.var.db.batch([
          employersByIds(
            orm,
            shown.map((o) => o.employerId),
          ),
        ])
      : [[]];
  const more = rows.length > PAGE ? `${paths.orders}?before=${shown.at(-1)?.id}` : null;
  return page(
    c,
    { title: wordsOf(c).orders.title, at: 'orders', headed: true },
    <OrderListBody
      orders={shown}
      employers={employers}
      more={more}
      mayWrite={allows(c, 'order.write')}
    />,
  );
});

async function formPage(c: C, values: FormValues, errors: FormErrors, status?: 422) {
  const { orm } = c.var.db;
  const { employers, agents } = await read(c, {
    employers: allEmployers(orm),
    agents: agencies(orm),
  });
  const today = dayOf(c.var.now);
  return page(
    c,
    { title: wordsOf(c).orders.add, at: 'orders', back: paths.orders, headed: true },
    <OrderFormBody
      typed={{ values, errors }}
      employers={employers}
      agencies={agents.filter((a) => a.licenceExpiresOn >= today)}
    />,
    status,
  );
}

orderRoutes.get(paths.newOrder, may('order.write'), (c) => {
  const employerId = c.req.query('employer');
  return formPage(c, employerId ? { employerId } : {}, {});
});

orderRoutes.post(paths.orders, may('order.write'), async (c) => {
  const form = await readForm(c, orderForm);
  if (!form.ok) return formPage(c, form.values, form.errors, 422);
  const { db, now } = c.var;
  const { employers, agents } = await read(c, {
    employers: allEmployers(db.orm),
    agents: agencies(db.orm),
  });
  const {
    employerId,
    agencyId,
    trade,
    certificateRequired,
    hazardous,
    contactName,
    contactPhone,
    ...fields
  } = form.value;
  const employer = employers.find((e) => e.id === employerId);
  if (!employer) return formPage(c, form.values, { employerId: 'required' }, 422);
  const agent = agents.find((a) => a.id === agencyId);
  if (agent && agent.licenceExpiresOn < dayOf(now))
    return formPage(c, form.values, { agencyId: 'agency_expired' }, 422);
  const terms = termsFrom(fields, employer.name, trade);
  const termsHash = await hashTerms(terms);
  const row = {
    id: newId(now),
    employerId,
    agencyId: agent?.id ?? null,
    trade,
    certificateRequired,
    hazardous,
    contactName,
    contactPhone,
    headcount: fields.headcount,
    startsOn: fields.startsOn,
    state: 'draft' as const,
    version: 1,
    terms,
    termsHash,
    createdAt: now,
  };
  const line = { key: form.key, at: now, actor: actor(c), action: 'order.add', subject: row.id };
  const added = await record(db, line, [
    demand.insertOrder(db.orm, row),
    freezeTerms(db.orm, row.id, 1, terms, termsHash, now),
    insertVersion(db.orm, {
      orderId: row.id,
      version: 1,
      headcount: row.headcount,
      startsOn: row.startsOn,
      terms,
    }),
  ]);
  return done(c, paths.order(added));
});

/**
 * An order's page; with what was typed into its form for an answer by phone, where that was
 * refused.
 */
export async function orderPage(c: C, id: string, typed: Typed = untyped, status?: 409 | 422) {
  const { orm } = c.var.db;
  const {
    order: [order],
    employer: [employer],
    replies,
    batch: [batch],
    links,
  } = await read(c, {
    order: demand.orderRow(orm, id),
    employer: employerOfOrder(orm, id),
    replies: repliesOf(orm, id),
    batch: batchOfOrder(orm, id),
    links: liveLinks(orm, id, c.var.now),
  });
  if (!order || !employer) throw notFound();
  return page(
    c,
    {
      title: wordsOf(c).orders.one,
      at: 'orders',
      back: batch ? paths.batch(batch.id) : paths.orders,
    },
    <OrderBody
      order={order}
      employer={employer}
      replies={replies}
      batch={batch ?? null}
      link={links[0] ?? null}
      mayWrite={allows(c, 'order.write')}
      typed={typed}
    />,
    status,
  );
}

orderRoutes.get('/orders/:id', may('order.read'), (c) => orderPage(c, c.req.param('id')));
