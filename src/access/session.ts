import { createMiddleware } from 'hono/factory';
import type { Queries, RowsOf } from '../db/client.ts';
import type { AppEnv, C, Me } from '../http/app-context.ts';
import { Failure, SignedOut } from '../http/failures.ts';
import { may as roleMay, type Permission } from './permissions.ts';
import { guardOf } from '../db/errors.ts';
import { notNoted, noteUse, identity, type SessionProof } from './session.queries.ts';

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
    .read({ ...queries, session: who, noted: noteUse(asking) })
    .catch(() => db.read({ ...queries, session: who, noted: notNoted(db.orm) }));
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

/** What `sessionHolds` asks for. Throws `SignedOut` where nobody claims to be signed in. */
export function sessionOf(c: C): SessionProof {
  const claims = c.get('claims');
  if (!claims) throw new SignedOut();
  return { ...claims, now: c.get('now') };
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
