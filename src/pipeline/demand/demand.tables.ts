import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { day, id, instant, json } from '../../db/columns.ts';
import { agency, employer } from '../../registry/registry.tables.ts';
import type { TradeCode } from '../../registry/trade.ts';
import type { Terms } from '../recruitment/terms.ts';
import type { DeclineReason, OrderState, ReplyKind } from './order-state.ts';

export const jobOrder = sqliteTable(
  'job_order',
  {
    id: id(),
    employerId: text('employer_id')
      .notNull()
      .references(() => employer.id),
    agencyId: text('agency_id').references(() => agency.id),
    trade: text().$type<TradeCode>().notNull(),
    certificateRequired: integer('certificate_required', { mode: 'boolean' }).notNull(),
    headcount: integer().notNull(),
    startsOn: day().notNull(),
    contactName: text('contact_name').notNull(),
    contactPhone: text('contact_phone').notNull(),
    hazardous: integer({ mode: 'boolean' }).notNull(),
    state: text().$type<OrderState>().notNull(),
    version: integer().notNull(),
    terms: json<Terms>().notNull(),
    termsHash: text('terms_hash').notNull(),
    sentAt: instant(),
    replyBy: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('job_order_state').on(t.state, t.id),
    index('job_order_employer').on(t.employerId, t.id),
  ],
);

/** What the employer answered to one version of the order. Append-only. */
export const orderReply = sqliteTable(
  'order_reply',
  {
    id: id(),
    orderId: text('order_id')
      .notNull()
      .references(() => jobOrder.id),
    orderVersion: integer('order_version').notNull(),
    kind: text().$type<ReplyKind>().notNull(),
    headcount: integer().notNull(),
    startsOn: day().notNull(),
    /** Why they need nobody; of a decline alone. */
    reason: text().$type<DeclineReason>(),
    note: text().notNull().default(''),
    name: text().notNull(),
    phone: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('order_reply_order').on(t.orderId, t.id)],
);

/**
 * What each version of an order said, and when its employer first had it on the screen. Append-only
 * but for that.
 */
export const orderVersion = sqliteTable(
  'order_version',
  {
    orderId: text('order_id')
      .notNull()
      .references(() => jobOrder.id),
    version: integer().notNull(),
    headcount: integer().notNull(),
    startsOn: day().notNull(),
    terms: json<Terms>().notNull(),
    seenAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.version] })],
);

/**
 * The terms of one version of an order, frozen as they were shown. A consent names one of these by
 * its hash.
 */
export const frozenTerms = sqliteTable('frozen_terms', {
  hash: text().primaryKey(),
  orderId: text('order_id').notNull(),
  orderVersion: integer('order_version').notNull(),
  terms: json<Terms>().notNull(),
  frozenAt: instant().notNull(),
});
