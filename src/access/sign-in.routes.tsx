import { Hono } from 'hono';
import { DAY } from '../clock.ts';
import type { AppEnv, C } from '../http/app-context.ts';
import { readForm } from '../http/forms.ts';
import { done, page, wordsOf } from '../http/page.tsx';
import { goTo } from '../http/show.ts';
import { newId } from '../ids.ts';
import { paths } from '../paths.ts';
import { SignInBody } from '../../views/access/sign-in.tsx';
import { untyped } from '../../views/components/form.tsx';
import { ownPasswordForm, signInForm } from './access.forms.ts';
import * as accounts from './account.queries.ts';
import { auditRow, record } from './audit.queries.ts';
import { newToken, sha256 } from './keys.ts';
import { checkInTurn } from './hashing-turn.ts';
import { knowBrowser, knownBrowser } from './known-browser.ts';
import { checkPassword, hashPassword, passwordError } from './password.ts';
import {
  clearTries,
  clientBucket,
  countTry,
  LIMITS,
  refuseIfFull,
  takeBackTry,
  triesIn,
} from './rate-limit.ts';
import { may, open, read, prove } from './session.ts';
import { clearSessionCookie, SESSION_DAYS, setSessionCookie } from './session-cookie.ts';
import { PasswordBody } from '../../views/access/password.tsx';

export const signInRoutes = new Hono<AppEnv>();

/** Only addresses of this app may follow a sign-in. */
function safeNext(next: string | undefined): string {
  return next && /^\/(?!\/)[\w\-/?=&.]*$/.test(next) ? next : paths.today;
}

export async function beginSession(c: C, row: accounts.AccountRow) {
  const { db, now } = c.var;
  const token = newToken();
  const old = c.var.claims;
  await db.batch([
    ...(old ? [accounts.endSession(db.orm, old.tokenHash)] : []),
    accounts.insertSession(db.orm, {
      tokenHash: await sha256(token),
      accountId: row.id,
      createdAt: now,
      expiresAt: now + SESSION_DAYS * DAY,
      lastUsedAt: now,
    }),
    auditRow({
      key: newId(),
      at: now,
      actor: `account:${row.id}`,
      action: 'session.begin',
      subject: row.id,
    }),
  ]);
  await setSessionCookie(c, token, { accountId: row.id, role: row.role, villageId: row.villageId });
}

signInRoutes.get(paths.signIn, open, async (c) => {
  const [any] = await c.var.db.batch([accounts.anyAccount(c.var.db.orm)]);
  if (any.length === 0) return done(c, paths.setup());
  const next = c.req.query('next');
  return page(
    c,
    { title: wordsOf(c).signIn.title },
    <SignInBody typed={untyped} next={safeNext(next)} />,
  );
});

signInRoutes.post(paths.signIn, open, async (c) => {
  const form = await readForm(c, signInForm);
  const again = (errors: Record<string, string>, status: 422) =>
    page(
      c,
      { title: wordsOf(c).signIn.title },
      <SignInBody typed={{ values: form.values, errors }} next={safeNext(form.values['next'])} />,
      status,
    );
  if (!form.ok) return again(form.errors, 422);
  const { db, now } = c.var;
  const client = await clientBucket(c);
  const [[row], [tries]] = await db.batch([
    accounts.accountByPhone(db.orm, form.value.phone),
    triesIn(db.orm, client),
  ]);
  const browser = row ? await knownBrowser(c, row.id) : null;
  const number = `number:${await sha256(form.value.phone)}`;
  const bucket = browser
    ? `browser:${await sha256(browser)}`
    : `sign-in:${await sha256(form.value.phone + client)}`;
  if (browser === null) {
    refuseIfFull(tries, LIMITS.client, now);
    await countTry(db, client, LIMITS.client, now);
    await countTry(db, number, LIMITS.number, now);
  }
  await countTry(db, bucket, LIMITS.signIn, now);
  const right = await checkInTurn(browser !== null, () =>
    checkPassword(form.value.password, row?.passwordHash ?? null),
  );
  if (!row || !right) return again({ form: 'password_wrong' }, 422);
  await db.batch([
    clearTries(db.orm, bucket),
    ...(browser === null ? [takeBackTry(db.orm, client), takeBackTry(db.orm, number)] : []),
  ]);
  await beginSession(c, row);
  await knowBrowser(c, row.id);
  return done(c, safeNext(form.value.next));
});

signInRoutes.post(paths.signOut, open, async (c) => {
  const { db, claims, now } = c.var;
  if (claims) {
    const { accountId } = claims;
    const line = {
      key: newId(now),
      at: now,
      actor: `account:${accountId}`,
      action: 'session.end',
      subject: accountId,
    };
    await db.batch([accounts.endSession(db.orm, claims.tokenHash), auditRow(line)]);
  }
  clearSessionCookie(c);
  return goTo(c, paths.signIn);
});

signInRoutes.get(paths.password, may('own.account'), async (c) => {
  await prove(c);
  return page(
    c,
    { title: wordsOf(c).password.title, at: 'more', back: paths.settings, headed: true },
    <PasswordBody typed={untyped} />,
  );
});

signInRoutes.post(paths.password, may('own.account'), async (c) => {
  const form = await readForm(c, ownPasswordForm);
  const { db, now, claims } = c.var;
  const accountId = claims?.accountId ?? '';
  const {
    row: [row],
  } = await read(c, { row: accounts.accountById(db.orm, accountId) });
  const again = (errors: Record<string, string>) =>
    page(
      c,
      { title: wordsOf(c).password.title, at: 'more', back: paths.settings, headed: true },
      <PasswordBody typed={{ values: {}, errors }} />,
      422,
    );
  if (!form.ok) return again(form.errors);
  await countTry(db, `own-password:${await sha256(accountId)}`, LIMITS.signIn, now);
  if (!row || !(await checkInTurn(true, () => checkPassword(form.value.current, row.passwordHash))))
    return again({ current: 'password_wrong' });
  const weak = passwordError(form.value.password, row.phone);
  if (weak) return again({ password: weak });
  const line = {
    key: form.key,
    at: now,
    actor: `account:${accountId}`,
    action: 'password.change',
    subject: accountId,
  };
  await record(db, line, [
    accounts.setPassword(db.orm, accountId, await hashPassword(form.value.password)),
    accounts.endSessionsOf(db.orm, accountId),
  ]);
  await beginSession(c, row);
  return done(c, paths.settings);
});
