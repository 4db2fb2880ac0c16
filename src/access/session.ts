import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { BatchResponse } from 'drizzle-orm/batch';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import { DAY } from '../clock.ts';
import { guardOf, type Orm, type Query, refuseUnless } from '../db/client.ts';
import type { AppEnv, C, Claims } from '../http/app-context.ts';
import { Failure, SignedOut } from '../http/failures.ts';
import { account, session } from './access.tables.ts';
import { mac, macKey, sha256 } from './keys.ts';
import { may as roleMay, type Permission, type Role, ROLES } from './permissions.ts';

export const SESSION_DAYS = 14;
const COOKIE = 'session';

let derived: { from: string; secret: string } | null = null;

/** The key that signs session cookies, derived from the master secret like every other. */
const cookieSecret = async (c: C): Promise<string> => {
  if (derived?.from !== c.env.SECRET)
    derived = { from: c.env.SECRET, secret: await mac(await macKey(c.env.SECRET, 'session cookie'), 'v1') };
  return derived.secret;
};

export const readClaims = async (c: C): Promise<Claims | null> => {
  const value = await getSignedCookie(c, await cookieSecret(c), COOKIE, 'host');
  if (!value) return null;
  const [token = '', accountId = '', role = '', villageId = ''] = value.split('~');
  if (!ROLES.includes(role as Role)) return null;
  return { token, accountId, role: role as Role, villageId: villageId || null };
};

export const setSessionCookie = async (c: C, claims: Claims): Promise<void> =>
  setSignedCookie(
    c,
    COOKIE,
    [claims.token, claims.accountId, claims.role, claims.villageId ?? ''].join('~'),
    await cookieSecret(c),
    {
      prefix: 'host',
      secure: true,
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      maxAge: (SESSION_DAYS * DAY) / 1000,
    },
  );

export const clearSessionCookie = (c: C): void => {
  deleteCookie(c, COOKIE, { prefix: 'host', secure: true, path: '/' });
};

const isLive = (tokenHash: string, now: number) =>
  and(eq(session.tokenHash, tokenHash), gt(session.expiresAt, now), isNull(account.suspendedAt));

/** Session, account and unread notices in one statement. Every column has a name of its own. */
const identity = (orm: Orm, tokenHash: string, now: number) =>
  orm
    .select({
      id: account.id,
      name: account.name,
      role: account.role,
      villageId: account.villageId,
      unread:
        sql<number>`(select count(*) from (select 1 from notice where account_id = ${account.id} and read_at is null limit 10))`.as(
          'unread_notices',
        ),
    })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .where(isLive(tokenHash, now));

/**
 * Reads a page's rows together with the session that asks for them: one round trip. Throws `SignedOut` when the
 * session has ended, the account is suspended, or its role or village is no longer what the cookie says.
 */
export const read = async <T extends readonly Query[]>(
  c: C,
  queries: readonly [...T],
): Promise<BatchResponse<[...T]>> => {
  const { db, claims, now } = c.var;
  if (!claims) throw new SignedOut();
  const [[me], ...rows] = await db.batch([identity(db.orm, await sha256(claims.token), now), ...queries] as const);
  if (!me || me.id !== claims.accountId || me.role !== claims.role || me.villageId !== claims.villageId)
    throw new SignedOut();
  c.set('me', me);
  c.set('verified', true);
  return rows;
};

const ENDED = 'SIGNED_OUT';

/** The same proof as a statement, for a write that reads nothing: it fails the whole `db.batch` (see `proving`). In an array, because to await a query is to run it. */
export const sessionProof = async (c: C): Promise<[Query]> => {
  const { claims, now, db } = c.var;
  if (!claims) throw new SignedOut();
  const { accountId, role, villageId, token } = claims;
  const mine = and(
    isLive(await sha256(token), now),
    eq(account.id, accountId),
    eq(account.role, role),
    sql`${account.villageId} is ${villageId}`,
  );
  return [
    refuseUnless(
      sql`exists ${db.orm
        .select({ one: sql`1` })
        .from(session)
        .innerJoin(account, eq(account.id, session.accountId))
        .where(mine)}`,
      ENDED,
    ),
  ];
};

/** Does what proves its session by `read` or by `sessionProof`. Throws `SignedOut` where the proof failed. */
export const proving = async <T>(c: C, work: () => Promise<T>): Promise<T> => {
  try {
    const result = await work();
    c.set('verified', true);
    return result;
  } catch (error) {
    if (guardOf(error) === ENDED) throw new SignedOut();
    throw error;
  }
};

/**
 * Declares, beside a route, what its visitor must be permitted to do. The claims are signed, so the role can be
 * refused before anything is read; a route that forgets to prove the session answers nobody.
 */
export const may = (permission: Permission) => {
  const middleware = createMiddleware<AppEnv>(async (c, next) => {
    const { claims } = c.var;
    if (!claims) throw new SignedOut();
    if (!roleMay(claims.role, permission)) throw new Failure(403, 'not_permitted');
    await next();
    if (!c.var.verified && c.res.status < 400 && !c.error)
      throw new Error('a route answered without proving its session');
  });
  return Object.assign(middleware, { permission });
};

/** Declares that a route is open to whoever asks. */
export const open = Object.assign(
  createMiddleware<AppEnv>(async (_c, next) => next()),
  { permission: 'open' as const },
);
