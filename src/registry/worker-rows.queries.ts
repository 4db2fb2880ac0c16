import { eq, sql } from 'drizzle-orm';
import { digitsTag } from '../access/hidden-text.ts';
import { blindIndex, encryptField } from '../access/field-encryption.ts';
import { newId } from '../ids.ts';
import type { IdNumber } from './id-number.ts';
import { toPinyin } from './pinyin.ts';
import { worker } from './registry.tables.ts';
import type { TradeCode } from './trade.ts';
import type { Availability, NextOfKin, Sex } from './worker.ts';
import { insertMany } from '../db/statements.ts';
import { refuseUnless } from '../db/errors.ts';
import type { Orm, Query } from '../db/orm.ts';

export type NewWorker = {
  name: string;
  idNumber: string;
  bornOn: string;
  sex: Sex;
  phone: string;
  villageId: string;
  groupName: string;
  trade: TradeCode;
  skilled: boolean;
  availability: Availability;
  /** When they said so; null where nobody asked them. */
  availabilityAt: number | null;
  kin: NextOfKin | null;
  remark?: string;
  dataConsentAt: number | null;
};

export type WorkerRow = typeof worker.$inferInsert;

/**
 * How an ID number is kept: encrypted, blindly indexed, and its last four digits by themselves,
 * encrypted and tagged; with what follows from it.
 */
export type IdNumberRow = Pick<
  WorkerRow,
  'idNumberCipher' | 'idNumberIndex' | 'idNumberLast4' | 'idNumberTag' | 'bornOn' | 'sex'
>;

export async function idNumberRow(
  secret: string,
  { number, bornOn, sex }: IdNumber,
): Promise<IdNumberRow> {
  const [idNumberCipher, idNumberIndex] = await Promise.all([
    encryptField(secret, number),
    blindIndex(secret, number),
  ]);
  const idNumberLast4 = number.slice(-4);
  return {
    idNumberCipher,
    idNumberIndex,
    idNumberLast4,
    idNumberTag: digitsTag(idNumberLast4),
    bornOn,
    sex,
  };
}

/** The row of a new worker, the name spelt for the search. */
export async function workerRowOf(
  secret: string,
  given: NewWorker,
  now: number,
  id = newId(now),
): Promise<WorkerRow> {
  const { idNumber, bornOn, sex, ...rest } = given;
  return {
    id,
    ...rest,
    ...toPinyin(given.name),
    ...(await idNumberRow(secret, { number: idNumber, bornOn, sex })),
    phoneLast4: given.phone.slice(-4),
    createdAt: now,
  };
}

export function insertWorker(orm: Orm, row: WorkerRow): Query {
  return orm.insert(worker).values(row);
}

const FILED = [
  'id',
  'name',
  'pinyin',
  'initials',
  'sex',
  'bornOn',
  'idNumberCipher',
  'idNumberIndex',
  'idNumberLast4',
  'idNumberTag',
  'phone',
  'phoneLast4',
  'villageId',
  'groupName',
  'trade',
  'skilled',
  'availability',
  'kin',
  'dataConsentAt',
  'createdAt',
  'remark',
  'availabilityAt',
] as const;

/**
 * Registers many people by one statement. Whoever is registered already, by the ID number, is left
 * as they are.
 */
export function fileWorkers(rows: WorkerRow[]): Query[] {
  return insertMany(
    worker,
    FILED,
    rows.map((row) => ({
      remark: '',
      availabilityAt: null,
      kin: null,
      dataConsentAt: null,
      ...row,
    })),
  );
}

export function updateWorker(orm: Orm, id: string, set: Partial<WorkerRow>): Query {
  return orm.update(worker).set(set).where(eq(worker.id, id));
}

/**
 * Takes somebody up again who had asked to be forgotten, on the entry that the ledger still knows
 * and by the number that it has. Refused where they were erased in the meantime.
 */
export function comeBack(orm: Orm, row: WorkerRow): Query[] {
  const {
    id,
    idNumberCipher: _c,
    idNumberIndex: _i,
    idNumberLast4: _l,
    idNumberTag: _t,
    ...rest
  } = row;
  return [
    refuseUnless(
      sql`exists (select 1 from worker where id = ${id} and erasure_due_on is not null)`,
      'WRONG_STATE',
    ),
    orm
      .update(worker)
      .set({ ...rest, erasureDueOn: null })
      .where(eq(worker.id, id)),
  ];
}
