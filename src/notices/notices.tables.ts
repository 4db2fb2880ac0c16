import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant, json } from '../db/columns.ts';
import type { NoticeDetail, NoticeKind } from './notice.ts';
import type { RobotKind } from './robot.ts';

/** A line in an account's inbox, written in the same `db.batch` as its cause. */
export const notice = sqliteTable(
  'notice',
  {
    id: id(),
    accountId: text('account_id').notNull(),
    kind: text().$type<NoticeKind>().notNull(),
    batchId: text('batch_id'),
    detail: json<NoticeDetail>().notNull(),
    createdAt: instant().notNull(),
    readAt: instant(),
  },
  (t) => [
    index('notice_account').on(t.accountId, t.createdAt),
    index('notice_unread')
      .on(t.accountId)
      .where(sql`read_at IS NULL`),
  ],
);

/** A WeCom or DingTalk group robot. The address holds its key, so it is kept encrypted. */
export const robot = sqliteTable('robot', {
  id: id(),
  kind: text().$type<RobotKind>().notNull(),
  name: text().notNull(),
  urlCipher: text('url_cipher').notNull(),
  secretCipher: text('secret_cipher'),
  enabled: integer({ mode: 'boolean' }).notNull(),
  createdAt: instant().notNull(),
});

/** The outbox: what a robot is still to be told. `next_at` is null once delivered or given up. */
export const delivery = sqliteTable(
  'delivery',
  {
    id: id(),
    robotId: text('robot_id').notNull(),
    kind: text().$type<NoticeKind>().notNull(),
    code: text().notNull(),
    createdAt: instant().notNull(),
    attempts: integer().notNull(),
    nextAt: instant(),
    deliveredAt: instant(),
    lastError: text('last_error'),
  },
  (t) => [index('delivery_next').on(t.nextAt)],
);
