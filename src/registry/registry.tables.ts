import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { hidden } from '../access/hidden-column.ts';
import { day, fen, id, instant, json } from '../db/columns.ts';
import type { TradeCode } from './trade.ts';
import type { Availability, NextOfKin, OriginalOut, Sex, Wish } from './worker.ts';

/** Town, village and group. */
export const area = sqliteTable('area', {
  id: id(),
  kind: text().$type<'town' | 'village' | 'group'>().notNull(),
  name: text().notNull(),
  parentId: text('parent_id'),
  /** How many minutes it takes from there to where the buses leave; null while nobody has said. */
  minutesToBus: integer('minutes_to_bus'),
});

/**
 * Kept WITHOUT ROWID (see the first migration): one row and seven index entries an insert. A name
 * is found by its pinyin.
 */
export const worker = sqliteTable(
  'worker',
  {
    id: id(),
    name: text().notNull(),
    pinyin: text().notNull(),
    initials: text().notNull(),
    /** Encrypted: with the birth date it halves the ID numbers that are possible. */
    sex: hidden<Sex>().notNull(),
    bornOn: day().notNull(),
    idNumberCipher: text('id_number_cipher').notNull(),
    idNumberIndex: text('id_number_index').notNull(),
    /** Encrypted; found by its tag. */
    idNumberLast4: hidden('id_number_last4').notNull(),
    /** A keyed hash of the last four digits (`digitsTag`). */
    idNumberTag: text('id_number_tag').notNull().default(''),
    phone: text().notNull(),
    phoneLast4: text('phone_last4').notNull(),
    villageId: text('village_id')
      .notNull()
      .references(() => area.id),
    groupName: text('group_name').notNull(),
    trade: text().$type<TradeCode>().notNull(),
    skilled: integer({ mode: 'boolean' }).notNull(),
    availability: text().$type<Availability>().notNull(),
    kin: json<NextOfKin | null>(),
    dataConsentAt: instant(),
    createdAt: instant().notNull(),
    remark: text().notNull().default(''),
    /**
     * When the worker last said whether they want to go; null while nobody has asked since they
     * were registered.
     */
    availabilityAt: instant(),
    wish: json<Wish | null>(),
    /** The person that this entry turned out to be; it is shown nowhere by itself any more. */
    mergedInto: text('merged_into'),
    /**
     * When everything that names the person was deleted; what the law wants kept no longer does.
     */
    erasedAt: instant(),
    /**
     * The day on which name and ID number go as well: until then the ledger has to tell whom it
     * speaks of.
     */
    erasureDueOn: day(),
    /**
     * Originals of theirs that lie somewhere, in whichever batch they were lent. Kept by triggers
     * on `custody`.
     */
    originalsOut: json<OriginalOut[]>()
      .notNull()
      .default(sql`'[]'`),
  },
  (t) => [
    uniqueIndex('worker_id_number').on(t.idNumberIndex),
    index('worker_pinyin').on(t.pinyin, t.id),
    index('worker_village').on(t.villageId, t.pinyin, t.id),
    index('worker_id_tag').on(t.idNumberTag, t.id),
    index('worker_initials').on(t.initials, t.id),
    index('worker_phone').on(t.phoneLast4, t.id),
    index('worker_erasure')
      .on(t.erasureDueOn)
      .where(sql`erasure_due_on IS NOT NULL`),
    index('worker_trade').on(t.trade, t.availability, t.pinyin, t.id),
  ],
);

export const certificate = sqliteTable(
  'certificate',
  {
    id: id(),
    workerId: text('worker_id')
      .notNull()
      .references(() => worker.id),
    trade: text().$type<TradeCode>().notNull(),
    level: text().notNull(),
    /**
     * Encrypted: the number of a special operations card is the ID number. Null where it was not
     * written down.
     */
    numberCipher: text('number_cipher'),
    numberLast4: hidden('number_last4').notNull().default(''),
    issuer: text().notNull().default(''),
    expiresOn: day(),
    /** When the law has it looked at again before it expires. */
    reviewOn: day(),
  },
  (t) => [
    index('certificate_worker').on(t.workerId),
    index('certificate_trade').on(t.trade, t.workerId),
  ],
);

export const employer = sqliteTable(
  'employer',
  {
    id: id(),
    name: text().notNull(),
    creditCode: text('credit_code').notNull().unique(),
    province: text().notNull(),
    city: text().notNull(),
    contactName: text('contact_name').notNull(),
    contactPhone: text('contact_phone').notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index('employer_name').on(t.name, t.id)],
);

/** A licensed intermediary; it cannot be chosen once the licence has expired. */
export const agency = sqliteTable('agency', {
  id: id(),
  name: text().notNull(),
  licenceNumber: text('licence_number').notNull(),
  licenceExpiresOn: day().notNull(),
});

export const clinic = sqliteTable('clinic', {
  id: id(),
  name: text().notNull(),
  phone: text().notNull(),
  address: text().notNull(),
  /** What one examination costs, as agreed; 0 where nothing was. */
  priceFen: fen().notNull().default(0),
});

/**
 * What begins with a later part of somebody's name, in pinyin. Kept by triggers on `worker`, out of
 * its `pinyin`.
 */
export const namePart = sqliteTable(
  'name_part',
  {
    letters: text().notNull(),
    workerId: text('worker_id')
      .notNull()
      .references(() => worker.id),
  },
  (t) => [
    primaryKey({ columns: [t.letters, t.workerId] }),
    index('name_part_worker').on(t.workerId),
  ],
);
