import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { and, eq, gt, isNull, type SQL, sql } from 'drizzle-orm';
import { HOUR, MINUTE } from '../clock.ts';
import { account, session } from './access.tables.ts';
import type { Role } from './permissions.ts';
import { statement } from '../db/statements.ts';
import type { Orm, Slots } from '../db/orm.ts';

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
export function notNoted(orm: Orm) {
  return orm
    .select({ tokenHash: session.tokenHash })
    .from(session)
    .where(sql`0`);
}

/**
 * Notes that a session is in use, where that was not noted lately. One that has idled too long
 * stays as it is.
 */
export const noteUse = statement<Asking>()((orm, value) =>
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
export const identity = statement<Asking>()((orm, value) =>
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

export type SessionProof = Asking & { accountId: string; role: Role; villageId: string | null };

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
