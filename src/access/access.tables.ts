import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { day, id, instant, json } from '../db/columns.ts';
import type { Role } from './permissions.ts';
import type { LinkPurpose } from './link.ts';

export const account = sqliteTable('account', {
  id: id(),
  phone: text().notNull().unique(),
  name: text().notNull(),
  role: text().$type<Role>().notNull(),
  villageId: text('village_id'),
  passwordHash: text('password_hash').notNull(),
  suspendedAt: instant(),
  createdAt: instant().notNull(),
});

/**
 * A signed-in browser. Only the SHA-256 of its token is stored; ending a session deletes its row.
 */
export const session = sqliteTable(
  'session',
  {
    tokenHash: text('token_hash').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => account.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** When it was last used, give or take `NOTED_EVERY`; 0 where that was never noted. */
    lastUsedAt: instant().notNull().default(0),
  },
  (t) => [index('session_account').on(t.accountId)],
);

/** What an employer, clinic, escort or worker opens instead of signing in. */
export const link = sqliteTable(
  'link',
  {
    id: id(),
    purpose: text().$type<LinkPurpose>().notNull(),
    subjectId: text('subject_id').notNull(),
    batchId: text('batch_id'),
    tokenHash: text('token_hash').notNull().unique(),
    issuedBy: text('issued_by').notNull(),
    issuedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    openedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [index('link_subject').on(t.subjectId)],
);

/**
 * Who did what, append-only. `key` is the client-made key of the form: a second arrival of it fails
 * the whole write.
 */
export const audit = sqliteTable(
  'audit',
  {
    seq: integer().primaryKey(),
    key: text().notNull(),
    at: instant().notNull(),
    actor: text().notNull(),
    action: text().notNull(),
    subject: text().notNull(),
    detail: json<Record<string, unknown>>().notNull(),
    /** A mark of what the form says that bore this key: no part of the record, and not sealed. */
    formMark: text('form_mark'),
  },
  (t) => [
    uniqueIndex('audit_key').on(t.key),
    // Who looked at somebody's ID number: asked for each person, and told to them.
    index('audit_reveal')
      .on(t.subject, t.seq)
      .where(sql`action = 'id_number.reveal'`),
  ],
);

/**
 * Whom an audit row is about where they are many: the people of a file that held whole ID numbers.
 * Sealed with the row.
 */
export const auditPerson = sqliteTable(
  'audit_person',
  {
    workerId: text('worker_id').notNull(),
    seq: integer()
      .notNull()
      .references(() => audit.seq),
  },
  (t) => [primaryKey({ columns: [t.workerId, t.seq] }), index('audit_person_row').on(t.seq)],
);

/**
 * A link of the chain: a keyed hash of the previous one and of the rows after it up to `last_seq`,
 * each with its people (`audit-seal.queries.ts`).
 */
export const auditSeal = sqliteTable('audit_seal', {
  lastSeq: integer('last_seq').primaryKey(),
  hash: text().notNull(),
  sealedAt: instant().notNull(),
});

/**
 * The newest seal as it was told to the leaders on a day: what they noted has to be found in the
 * chain again.
 */
export const auditHead = sqliteTable('audit_head', {
  day: day().primaryKey(),
  lastSeq: integer('last_seq').notNull(),
  mark: text().notNull(),
});

export const rateLimit = sqliteTable('rate_limit', {
  bucket: text().primaryKey(),
  openedAt: instant().notNull(),
  hits: integer().notNull(),
});

/** What the station can change: deadlines, the town's name, the line to call. */
export const setting = sqliteTable('setting', {
  name: text().primaryKey(),
  value: json<unknown>().notNull(),
});
