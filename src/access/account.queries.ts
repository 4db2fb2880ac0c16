import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { account, session } from './access.tables.ts';
import type { Orm, Query } from '../db/orm.ts';

export type AccountRow = typeof account.$inferSelect;

export function accountByPhone(orm: Orm, phone: string) {
  return orm
    .select()
    .from(account)
    .where(and(eq(account.phone, phone), isNull(account.suspendedAt)));
}

export function accountById(orm: Orm, id: string) {
  return orm.select().from(account).where(eq(account.id, id));
}

export function allAccounts(orm: Orm) {
  return orm.select().from(account).orderBy(asc(account.id)).limit(200);
}

/** Everybody of the station who can sign in, by name. */
export function activeAccounts(orm: Orm) {
  return orm
    .select({ id: account.id, name: account.name })
    .from(account)
    .where(isNull(account.suspendedAt))
    .orderBy(asc(account.name))
    .limit(200);
}

export function accountNames(orm: Orm) {
  return orm.select({ id: account.id, name: account.name }).from(account).limit(200);
}

export function anyAccount(orm: Orm) {
  return orm.select({ id: account.id }).from(account).limit(1);
}

export function insertAccount(orm: Orm, row: typeof account.$inferInsert): Query {
  return orm.insert(account).values(row);
}

/**
 * Inserts the first account, and only the first: where there is one already, nothing is written.
 */
export function insertFirstAccount(orm: Orm, row: typeof account.$inferInsert): Query {
  return orm.insert(account).select(
    sql`select ${row.id}, ${row.phone}, ${row.name}, ${row.role}, null,
          ${row.passwordHash}, null, ${row.createdAt}
        where not exists (select 1 from account)`,
  );
}

export function insertSession(orm: Orm, row: typeof session.$inferInsert): Query {
  return orm.insert(session).values(row);
}

export function endSession(orm: Orm, tokenHash: string): Query {
  return orm.delete(session).where(eq(session.tokenHash, tokenHash));
}

/** Ends every session of an account: after a reset of the password, or a suspension. */
export function endSessionsOf(orm: Orm, accountId: string): Query {
  return orm.delete(session).where(eq(session.accountId, accountId));
}

export function setPassword(orm: Orm, accountId: string, passwordHash: string): Query {
  return orm.update(account).set({ passwordHash }).where(eq(account.id, accountId));
}

export function setSuspension(orm: Orm, accountId: string, suspendedAt: number | null): Query {
  return orm.update(account).set({ suspendedAt }).where(eq(account.id, accountId));
}
