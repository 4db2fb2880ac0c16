import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Orm, Query } from '../db/client.ts';
import { account, session } from './access.tables.ts';

export type AccountRow = typeof account.$inferSelect;

export const accountByPhone = (orm: Orm, phone: string) =>
  orm
    .select()
    .from(account)
    .where(and(eq(account.phone, phone), isNull(account.suspendedAt)));

export const accountById = (orm: Orm, id: string) => orm.select().from(account).where(eq(account.id, id));

export const allAccounts = (orm: Orm) => orm.select().from(account).orderBy(asc(account.id)).limit(200);

/** Everybody of the station who can sign in, by name. */
export const activeAccounts = (orm: Orm) =>
  orm
    .select({ id: account.id, name: account.name })
    .from(account)
    .where(isNull(account.suspendedAt))
    .orderBy(asc(account.name))
    .limit(200);

export const accountNames = (orm: Orm) => orm.select({ id: account.id, name: account.name }).from(account).limit(200);

export const anyAccount = (orm: Orm) => orm.select({ id: account.id }).from(account).limit(1);

export const insertAccount = (orm: Orm, row: typeof account.$inferInsert): Query => orm.insert(account).values(row);

/** Inserts the first account, and only the first: where there is one already, nothing is written. */
export const insertFirstAccount = (orm: Orm, row: typeof account.$inferInsert): Query =>
  orm
    .insert(account)
    .select(
      sql`select ${row.id}, ${row.phone}, ${row.name}, ${row.role}, null, ${row.passwordHash}, null, ${row.createdAt} where not exists (select 1 from account)`,
    );

export const insertSession = (orm: Orm, row: typeof session.$inferInsert): Query => orm.insert(session).values(row);

export const endSession = (orm: Orm, tokenHash: string): Query =>
  orm.delete(session).where(eq(session.tokenHash, tokenHash));

/** Ends every session of an account: after a reset of the password, or a suspension. */
export const endSessionsOf = (orm: Orm, accountId: string): Query =>
  orm.delete(session).where(eq(session.accountId, accountId));

export const setPassword = (orm: Orm, accountId: string, passwordHash: string): Query =>
  orm.update(account).set({ passwordHash }).where(eq(account.id, accountId));

export const setSuspension = (orm: Orm, accountId: string, suspendedAt: number | null): Query =>
  orm.update(account).set({ suspendedAt }).where(eq(account.id, accountId));
