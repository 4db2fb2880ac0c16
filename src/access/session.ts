import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';
import { createMiddleware } from 'hono/factory';
import { HOUR, MINUTE } from '../clock.ts';
import {
  guardOf,
  type Orm,
  type Slots,
  statement,
  type Queries,
  type RowsOf,
} from '../db/client.ts';
import type { AppEnv, C, Me } from '../http/app-context.ts';
import { Failure, SignedOut } from '../http/failures.ts';
import { account, session } from './access.tables.ts';
import { may as roleMay, type Permission, type Role } from './permissions.ts';

type Asking = { tokenHash: string; now: number };

/**
 * How long a session lives that nobody uses, in ms. Our choice: a phone that was left lying, or was
 * lost, asks for the password after a day; whoever works with it every day is asked when the
 * session itself ends (`SESSION_DAYS`).
 */
export const SESSION_IDLE = 24 * HOUR;

/**
 * How often it is noted that a session is used, in ms: a row written each quarter of an hour, not
 * each page.
 */
const NOTED_EVERY = 15 * MINUTE;

function isInUse({ now }: Slots<Asking>): SQL {
  return sql`max(${session.lastUsedAt}, ${session.createdAt}) > ${now} - ${SESSION_IDLE}`;
}

function isLive(value: Slots<Asking>) {
  return and(
    eq(session.tokenHash, value.tokenHash),
    gt(session.expiresAt, value.now),
    isInUse(value),
    isNull(account.suspendedAt),
  );
}

/** Stands where the note would, and finds nothing. */
function notNoted(orm: Orm) {
  return orm
    .select({ tokenHash: session.tokenHash })
    .from(session)
    .where(sql`0`);
}

/**
 * Notes that a session is in use, where that was not noted lately. One that has idled too long
 * stays as it is.
 */
const noteUse = statement<Asking>()((orm, value) =>
  orm
    .update(session)
    .set({ lastUsedAt: sql`${value.now}` })
    .where(
      and(
        eq(session.tokenHash, value.tokenHash),
        sql`${session.lastUsedAt} <= ${value.now} - ${NOTED_EVERY}`,
        isInUse(value),
      ),
    ),
);

/** Session, account and unread notices in one statement. Every column has a name of its own. */
const identity = statement<Asking>()((orm, value) =>
  orm
    .select({
      id: account.id,
      name: account.name,
      role: account.role,
      villageId: account.villageId,
      unread:
        sql<number>`(select count(*) from (select 1 from notice where account_id = ${account.id}
          and read_at is null limit 10))`.as('unread_notices'),
    })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .where(isLive(value)),
);

/**
 * Reads a page's rows together with the session that asks for them: one round trip. Throws
 * `SignedOut` when the session has ended or idled, the account is suspended, or its role or village
 * is no longer what the cookie says.
 */
export async function read<T extends Queries>(c: C, queries: T): Promise<RowsOf<T>> {
  const { db, claims, now } = c.var;
  if (!claims) throw new SignedOut();
  const asking = { tokenHash: claims.tokenHash, now };
  const who = identity(asking);
  // A disk that takes no writes must not take the pages away: what cannot be noted is not.
  const found = await db
    .read({ session: who, noted: noteUse(asking), ...queries })
    .catch(() => db.read({ session: who, noted: notNoted(db.orm), ...queries }));
  const { session: mine, noted: _, ...rows } = found;
  const [me] = mine as Me[];
  if (
    !me ||
    me.id !== claims.accountId ||
    me.role !== claims.role ||
    me.villageId !== claims.villageId
  )
    throw new SignedOut();
  c.set('me', me);
  c.set('verified', true);
  return rows as unknown as RowsOf<T>;
}

/** Proves the session where a page reads nothing of its own. Throws `SignedOut` as `read` does. */
export async function prove(c: C): Promise<void> {
  await read(c, {});
}

export const SIGNED_OUT = 'SIGNED_OUT';

export type SessionProof = Asking & { accountId: string; role: Role; villageId: string | null };

/** What `sessionHolds` asks for. Throws `SignedOut` where nobody claims to be signed in. */
export function sessionOf(c: C): SessionProof {
  const claims = c.get('claims');
  if (!claims) throw new SignedOut();
  return { ...claims, now: c.get('now') };
}

/**
 * The same proof as a condition, for a write that reads nothing: it refuses with `SIGNED_OUT` (see
 * `proving`).
 */
export function sessionHolds(value: Slots<SessionProof>): SQL {
  const mine = new QueryBuilder({ casing: 'snake_case' })
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
  return sql`exists ${mine}`;
}

/**
 * Does what proves its session by `read` or by `sessionHolds`. Throws `SignedOut` where the proof
 * failed.
 */
export async function proving<T>(c: C, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    c.set('verified', true);
    return result;
  } catch (error) {
    if (guardOf(error) === SIGNED_OUT) throw new SignedOut();
    throw error;
  }
}

/**
 * Declares, beside a route, what its visitor must be permitted to do. The claims are signed, so the
 * role can be refused before anything is read; a route that forgets to prove the session answers
 * nobody.
 */
export function may(permission: Permission) {
  const middleware = createMiddleware<AppEnv>(async (c, next) => {
    const { claims } = c.var;
    if (!claims) throw new SignedOut();
    if (!roleMay(claims.role, permission)) throw new Failure(403, 'not_permitted');
    await next();
    if (!c.get('verified') && c.res.status < 400 && !c.error)
      throw new Error('a route answered without proving its session');
  });
  return Object.assign(middleware, { permission });
}

/** The village that an officer is bound to; null for everybody else. */
export function ownVillage(c: C): string | null {
  return c.get('claims')?.villageId ?? null;
}

/** Who acts, as the audit and the history name them. */
export function actor(c: C): string {
  return `account:${c.get('claims')?.accountId ?? ''}`;
}

/**
 * Whether a page shows what needs this permission. It only shapes the page: the route that does it
 * declares it again.
 */
export function allows(c: C, permission: Permission): boolean {
  const claims = c.get('claims');
  return claims !== null && roleMay(claims.role, permission);
}

/** Declares that a route is open to whoever asks. */
export const open = Object.assign(
  createMiddleware<AppEnv>(async (_c, next) => next()),
  { permission: 'open' as const },
);
