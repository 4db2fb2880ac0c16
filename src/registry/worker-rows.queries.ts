import { eq, inArray } from 'drizzle-orm';
import { blindIndex, encryptField } from '../access/field-encryption.ts';
import { chunks, type Orm, type Query } from '../db/client.ts';
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
  dataConsentAt: number | null;
};

export type WorkerRow = typeof worker.$inferInsert;

/** The row of a new worker: ID number encrypted and blindly indexed, name spelt for the search. */
export const workerRowOf = async (secret: string, given: NewWorker, now: number): Promise<WorkerRow> => {
  const { idNumber, ...rest } = given;
  const [idNumberCipher, idNumberIndex] = await Promise.all([
    encryptField(secret, idNumber),
    blindIndex(secret, idNumber),
  ]);
  return {
    id: newId(now),
    ...rest,
    ...toPinyin(given.name),
    idNumberCipher,
    idNumberIndex,
    idNumberLast4: idNumber.slice(-4),
    phoneLast4: given.phone.slice(-4),
    createdAt: now,
  };
};

export const insertWorkers = (orm: Orm, rows: WorkerRow[]): Query[] =>
  chunks(rows, 18).map((some) => orm.insert(worker).values(some));

/** Which of these ID numbers are registered, by their blind indexes. */
export const knownIndexes = (orm: Orm, indexes: string[]) =>
  orm.select({ id: worker.id, index: worker.idNumberIndex }).from(worker).where(inArray(worker.idNumberIndex, indexes));

export const updateWorker = (orm: Orm, id: string, set: Partial<WorkerRow>): Query =>
  orm.update(worker).set(set).where(eq(worker.id, id));
