import type { BatchItem, BatchResponse } from 'drizzle-orm/batch';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';

export type Orm = DrizzleD1Database;
export type Query = BatchItem<'sqlite'>;
export type Usage = { trips: number; rowsRead: number; rowsWritten: number };

/**
 * The database as one request uses it: every reading and every writing is one `db.batch`, hence one round trip and
 * one transaction, and is counted. Only single-table selects go into a batch: drizzle mixes up columns of equal names.
 */
export type Database = {
  orm: Orm;
  usage: Usage;
  batch<T extends readonly Query[]>(queries: readonly [...T]): Promise<BatchResponse<[...T]>>;
};

export const openDatabase = (d1: D1Database): Database => {
  const usage: Usage = { trips: 0, rowsRead: 0, rowsWritten: 0 };
  const metered = {
    prepare: (sql: string) => d1.prepare(sql),
    batch: async (statements: D1PreparedStatement[]) => {
      usage.trips += 1;
      const results = await d1.batch(statements);
      for (const { meta } of results) {
        usage.rowsRead += meta.rows_read ?? 0;
        usage.rowsWritten += meta.rows_written ?? 0;
      }
      return results;
    },
  } as unknown as D1Database;
  const orm = drizzle(metered, { casing: 'snake_case' });
  return {
    orm,
    usage,
    batch: (queries) => orm.batch(queries as unknown as [Query, ...Query[]]) as never,
  };
};

/** Splits rows so that one insert stays under D1's 100 bound parameters a statement. */
export const chunks = <T>(rows: T[], columns: number): T[][] => {
  const size = Math.max(1, Math.floor(100 / columns));
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size));
};

/** Whether a write failed because a row with this unique column (`table.column`) is there already. */
export const violates = (error: unknown, column: string): boolean =>
  String(error).includes('UNIQUE constraint failed') && String(error).includes(column);
