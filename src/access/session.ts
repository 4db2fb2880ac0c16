import { and, eq, gt, isNull, type Placeholder, sql } from 'drizzle-orm';
import type { BatchResponse } from 'drizzle-orm/batch';
import { createMiddleware } from 'hono/factory';
import { guardOf, type Query, refuseUnless, statement } from '../db/client.ts';
import type { AppEnv, C } from '../http/app-context.ts';
import { Failure, SignedOut } from '../http/failures.ts';
import { account, session } from './access.tables.ts';
import { sha256 } from './keys.ts';
import { may as roleMay, type Permission, type Role } from './permissions.ts';

type Asking = { tokenHash: string; now: number };

const isLive = ({ tokenHash, now }: { [K in keyof Asking]: Placeholder<K, Asking[K]> }) =>
  and(eq(session.tokenHash, tokenHash), gt(session.expiresAt, now), isNull(account.suspendedAt));

/** Session, account and unread notices in one statement. Every column has a name of its own. */
const identity = statement<Asking>()((orm, value) =>
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
    .where(isLive(value)),
);

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
  const [[me], ...rows] = await db.batch([
    identity({ tokenHash: await sha256(claims.token), now }),
    ...queries,
  ] as const);
  if (!me || me.id !== claims.accountId || me.role !== claims.role || me.villageId !== claims.villageId)
    throw new SignedOut();
  c.set('me', me);
  c.set('verified', true);
  return rows;
};

const ENDED = 'SIGNED_OUT';

const provesSession = statement<Asking & { accountId: string; role: Role; villageId: string | null }>()((
  orm,
  value,
) => {
  const mine = orm
    .select({ one: sql`1` })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .where(
      and(
        isLive(value),
        eq(account.id, value.accountId),
        eq(account.role, value.role),
        sql`${account.villageId} is ${value.villageId}`,
      ),
    );
  return refuseUnless(sql`exists ${mine}`, ENDED);
});

/** The same proof as a statement, for a write that reads nothing: it fails the whole `db.batch` (see `proving`). */
export const sessionProof = async ({ var: { claims, now } }: C): Promise<Query> => {
  if (!claims) throw new SignedOut();
  const { accountId, role, villageId, token } = claims;
  return provesSession({ tokenHash: await sha256(token), now, accountId, role, villageId });
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
