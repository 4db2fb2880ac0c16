import { eq } from 'drizzle-orm';
import { blindIndex, encryptField } from '../access/field-encryption.ts';
import { insertMany, type Orm, type Query } from '../db/client.ts';
import { newId } from '../ids.ts';
import { toPinyin } from './pinyin.ts';
import { worker } from './registry.tables.ts';
import type { TradeCode } from './trade.ts';
import type { Availability, NextOfKin, Sex } from './worker.ts';

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
  kin: NextOfKin | null;
  remark?: string;
  dataConsentAt: number | null;
};

export type WorkerRow = typeof worker.$inferInsert;

/** The row of a new worker: ID number encrypted and blindly indexed, name spelt for the search. */
export const workerRowOf = async (
  secret: string,
  given: NewWorker,
  now: number,
  id = newId(now),
): Promise<WorkerRow> => {
  const { idNumber, ...rest } = given;
  const [idNumberCipher, idNumberIndex] = await Promise.all([
    encryptField(secret, idNumber),
    blindIndex(secret, idNumber),
  ]);
  return {
    id,
    ...rest,
    ...toPinyin(given.name),
    idNumberCipher,
    idNumberIndex,
    idNumberLast4: idNumber.slice(-4),
    phoneLast4: given.phone.slice(-4),
    createdAt: now,
  };
};

export const insertWorker = (orm: Orm, row: WorkerRow): Query => orm.insert(worker).values(row);

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

/** Registers many people by one statement. Whoever is registered already, by the ID number, is left as they are. */
export const fileWorkers = (rows: WorkerRow[]): Query[] =>
  insertMany(
    worker,
    FILED,
    rows.map((row) => ({ remark: '', availabilityAt: null, kin: null, dataConsentAt: null, ...row })),
  );

export const updateWorker = (orm: Orm, id: string, set: Partial<WorkerRow>): Query =>
  orm.update(worker).set(set).where(eq(worker.id, id));
