import type { BatchResponse } from 'drizzle-orm/batch';
import { type Orm, type Query, orm, type Preparable } from './orm.ts';
export type Usage = { trips: number; rowsRead: number; rowsWritten: number };

/**
 * The database as one request uses it: every reading and every writing is one `db.batch`, hence one
 * round trip and one transaction, and is counted. Only single-table selects go into a batch:
 * drizzle mixes up columns of equal names.
 */
export type Database = {
  orm: Orm;
  usage: Usage;
  /** The form that the request carries: its key, and a mark of what it says. */
  form?: { key: string; mark: string };
  batch<T extends readonly Query[]>(queries: readonly [...T]): Promise<BatchResponse<[...T]>>;
  /** Reads several things at once, each by its name. */
  read<T extends Queries>(queries: T): Promise<RowsOf<T>>;
};

/** Queries by the names of what they read. */
export type Queries = Record<string, Query>;
export type RowsOf<T extends Queries> = { [K in keyof T]: BatchResponse<[T[K]]>[0] };

export function openDatabase(d1: D1Database): Database {
  const usage: Usage = { trips: 0, rowsRead: 0, rowsWritten: 0 };
  const batch = async (queries: readonly Query[]): Promise<unknown[]> => {
    const prepared = (queries as unknown as Preparable[]).map((query) => query._prepare());
    usage.trips += 1;
    const results = await d1.batch(
      prepared.map((statement) => {
        const { sql, params } = statement.getQuery();
        return d1.prepare(sql).bind(...params);
      }),
    );
    return results.map((result, i) => {
      usage.rowsRead += result.meta.rows_read ?? 0;
      usage.rowsWritten += result.meta.rows_written ?? 0;
      return prepared[i]?.mapResult(result, true);
    });
  };
  const read = async (queries: Queries): Promise<unknown> => {
    const rows = await batch(Object.values(queries));
    return Object.fromEntries(Object.keys(queries).map((name, i) => [name, rows[i]]));
  };
  return { orm, usage, batch: batch as Database['batch'], read: read as Database['read'] };
}

/** Splits rows so that one insert stays under D1's 100 bound parameters a statement. */
export function chunks<T>(rows: T[], columns: number): T[][] {
  const size = Math.max(1, Math.floor(100 / columns));
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) =>
    rows.slice(i * size, (i + 1) * size),
  );
}
