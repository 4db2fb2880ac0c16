import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm';
import { account } from '../access/access.tables.ts';
import type { NewNotice } from './notice.ts';
import { delivery, notice, robot } from './notices.tables.ts';
import type { Orm, Query } from '../db/orm.ts';

/** Inbox rows for one account, to go into the `db.batch` of their cause. */
export function noticesTo(
  orm: Orm,
  accountId: string,
  batchId: string,
  notices: NewNotice[],
  now: number,
): Query[] {
  return notices.map((n) =>
    orm
      .insert(notice)
      .values({ ...n, id: `${n.id}@${accountId}`, accountId, batchId, createdAt: now })
      .onConflictDoNothing(),
  );
}

/**
 * The same notice for every leader: the escalation of a deadline that passed, or what is of no
 * batch.
 */
export function noticeToLeaders(
  orm: Orm,
  batchId: string | null,
  n: NewNotice,
  now: number,
): Query {
  return orm
    .insert(notice)
    .select(
      orm
        .select({
          id: sql<string>`${`${n.id}@`} || ${account.id}`.as('id'),
          accountId: sql<string>`${account.id}`.as('account_id'),
          kind: sql<typeof n.kind>`${n.kind}`.as('kind'),
          batchId: sql<string | null>`${batchId}`.as('batch_id'),
          detail: sql<NewNotice['detail']>`${JSON.stringify(n.detail)}`.as('detail'),
          createdAt: sql<number>`${now}`.as('created_at'),
          readAt: sql<number | null>`null`.as('read_at'),
        })
        .from(account)
        .where(and(eq(account.role, 'leader'), isNull(account.suspendedAt))),
    )
    .onConflictDoNothing();
}

/** Outbox rows for the enabled robots. Their text names the batch and never a person. */
export function deliveriesOf(orm: Orm, notices: NewNotice[], now: number): Query[] {
  return notices.map((n) =>
    orm
      .insert(delivery)
      .select(
        orm
          .select({
            id: sql<string>`${`${n.id}>`} || ${robot.id}`.as('id'),
            robotId: sql<string>`${robot.id}`.as('robot_id'),
            kind: sql<string>`${n.kind}`.as('kind'),
            code: sql<string>`${n.detail.code}`.as('code'),
            createdAt: sql<number>`${now}`.as('created_at'),
            attempts: sql<number>`0`.as('attempts'),
            nextAt: sql<number | null>`${now}`.as('next_at'),
            deliveredAt: sql<number | null>`null`.as('delivered_at'),
            lastError: sql<string | null>`null`.as('last_error'),
          })
          .from(robot)
          .where(eq(robot.enabled, true)),
      )
      .onConflictDoNothing(),
  );
}

/** One account's inbox, newest first. */
export function inbox(orm: Orm, accountId: string, before: string | null, limit: number) {
  return orm
    .select()
    .from(notice)
    .where(
      and(
        eq(notice.accountId, accountId),
        before === null ? undefined : lt(notice.createdAt, Number(before)),
      ),
    )
    .orderBy(desc(notice.createdAt))
    .limit(limit);
}

export function markRead(orm: Orm, accountId: string, now: number) {
  return orm
    .update(notice)
    .set({ readAt: now })
    .where(and(eq(notice.accountId, accountId), isNull(notice.readAt)));
}
