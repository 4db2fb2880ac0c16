import { Failure } from '../http/failures.ts';
import { readForm } from '../http/forms.ts';
import { done, page, wordsOf } from '../http/page.tsx';
import { newId } from '../ids.ts';
import { paths } from '../paths.ts';
import { untyped } from '../../views/components/form.tsx';
import { setupForm } from './access.forms.ts';
import * as accounts from './account.queries.ts';
import { record } from './audit.queries.ts';
import { hashPassword } from './password.ts';
import { open } from './session.ts';
import { isSetUpToken } from './set-up-link.ts';
import { beginSession } from './sign-in.routes.tsx';
import { Hono } from 'hono';
import type { AppEnv } from '../http/app-context.ts';
import { SetupBody, SetupWaitsBody } from '../../views/access/set-up.tsx';

export const setUpRoutes = new Hono<AppEnv>();

/** Without the link the page only says where it is to be had. */
setUpRoutes.get('/set-up', open, async (c) => {
  const [any] = await c.var.db.batch([accounts.anyAccount(c.var.db.orm)]);
  if (any.length > 0) return done(c, paths.signIn);
  return page(c, { title: wordsOf(c).setup.title }, <SetupWaitsBody />);
});

setUpRoutes.get('/set-up/:token', open, async (c) => {
  const [any] = await c.var.db.batch([accounts.anyAccount(c.var.db.orm)]);
  if (any.length > 0) return done(c, paths.signIn);
  const token = c.req.param('token');
  if (!(await isSetUpToken(c.env.SECRET, token))) throw new Failure(404, 'set_up_link');
  return page(
    c,
    { title: wordsOf(c).setup.title },
    <SetupBody to={paths.setup(token)} typed={untyped} />,
  );
});

setUpRoutes.post('/set-up/:token', open, async (c) => {
  const { db, now } = c.var;
  const token = c.req.param('token');
  if (!(await isSetUpToken(c.env.SECRET, token))) throw new Failure(404, 'set_up_link');
  const form = await readForm(c, setupForm);
  if (!form.ok)
    return page(
      c,
      { title: wordsOf(c).setup.title },
      <SetupBody to={paths.setup(token)} typed={form} />,
      422,
    );
  const { name, phone, password } = form.value;
  const [taken] = await db.batch([accounts.anyAccount(db.orm)]);
  if (taken.length > 0) return done(c, paths.signIn);
  const row = {
    id: newId(now),
    phone,
    name,
    role: 'admin' as const,
    passwordHash: await hashPassword(password),
    createdAt: now,
  };
  const line = {
    key: form.key,
    at: now,
    actor: `account:${row.id}`,
    action: 'account.add',
    subject: row.id,
  };
  await record(db, line, [accounts.insertFirstAccount(db.orm, row)]);
  const [[created]] = await db.batch([accounts.accountById(db.orm, row.id)]);
  if (created) await beginSession(c, created);
  return done(c, created ? paths.settings : paths.signIn);
});
