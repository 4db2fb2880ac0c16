import { Hono } from 'hono';
import { record } from '../access/audit.queries.ts';
import { actor, allows, may, prove, read } from '../access/session.ts';
import type { AppEnv } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { readForm } from '../http/forms.ts';
import { done, page, wordsOf } from '../http/page.tsx';
import { newId } from '../ids.ts';
import { paths, withQuery } from '../paths.ts';
import { ordersOfEmployer } from '../pipeline/demand/demand.queries.ts';
import { untyped } from '../../views/components/form.tsx';
import { EmployerBody } from '../../views/registry/employer.tsx';
import { employerForm } from '../registry/registry.forms.ts';
import { employer } from '../registry/registry.tables.ts';
import { handoversOfEmployer } from '../pipeline/travel/handover/handover.queries.ts';
import { violates } from '../db/errors.ts';
import { employerPage, employerRow } from '../registry/employer.queries.ts';
import { EmployerFormBody } from '../../views/registry/employer-form.tsx';
import { EmployerListBody } from '../../views/registry/employer-list.tsx';
import { repliesOfEmployer } from '../pipeline/demand/order-reply.queries.ts';

export const employerRoutes = new Hono<AppEnv>();
const PAGE = 30;
employerRoutes.get(paths.employers, may('employer.read'), async (c) => {
  const value = c.req.query('after');
  const id = c.req.query('id');
  const { rows } = await read(c, {
    rows: employerPage(c.var.db.orm, value && id ? { value, id } : null, PAGE),
  });
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const more =
    rows.length > PAGE && last
      ? withQuery(paths.employers, { after: last.name, id: last.id })
      : null;
  return page(
    c,
    { title: wordsOf(c).employers.title, at: 'orders', back: paths.orders, headed: true },
    <EmployerListBody employers={shown} more={more} mayWrite={allows(c, 'employer.write')} />,
  );
});

employerRoutes.get(paths.newEmployer, may('employer.write'), async (c) => {
  await prove(c);
  return page(
    c,
    { title: wordsOf(c).employers.add, at: 'orders', back: paths.employers, headed: true },
    <EmployerFormBody typed={untyped} />,
  );
});

employerRoutes.post(paths.employers, may('employer.write'), async (c) => {
  const form = await readForm(c, employerForm);
  await prove(c);
  const again = (errors: Record<string, string>) =>
    page(
      c,
      { title: wordsOf(c).employers.add, at: 'orders', back: paths.employers, headed: true },
      <EmployerFormBody typed={{ values: form.values, errors }} />,
      422,
    );
  if (!form.ok) return again(form.errors);
  const { db, now } = c.var;
  const row = { id: newId(now), ...form.value, createdAt: now };
  try {
    const line = {
      key: form.key,
      at: now,
      actor: actor(c),
      action: 'employer.add',
      subject: row.id,
    };
    const added = await record(db, line, [db.orm.insert(employer).values(row)]);
    return done(c, paths.employer(added));
  } catch (error) {
    if (violates(error, 'employer.credit_code')) return again({ creditCode: 'id_known' });
    throw error;
  }
});

employerRoutes.get('/employers/:id', may('employer.read'), async (c) => {
  const { orm } = c.var.db;
  const id = c.req.param('id');
  const {
    row: [row],
    orders,
    replies,
    handovers,
  } = await read(c, {
    row: employerRow(orm, id),
    orders: ordersOfEmployer(orm, id),
    replies: repliesOfEmployer(orm, id),
    handovers: handoversOfEmployer(orm, id),
  });
  if (!row) throw notFound();
  return page(
    c,
    { title: row.name, at: 'orders', back: paths.employers },
    <EmployerBody
      employer={row}
      orders={orders}
      replies={replies}
      handovers={handovers}
      mayOrder={allows(c, 'order.write')}
    />,
  );
});
