import {
  and,
  type Column,
  eq,
  fillPlaceholders,
  getTableColumns,
  type Placeholder,
  type SQL,
  sql,
} from 'drizzle-orm';
import { CasingCache } from 'drizzle-orm/casing';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { BatchItem, BatchResponse } from 'drizzle-orm/batch';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';

export type Orm = DrizzleD1Database;
export type Query = BatchItem<'sqlite'>;
export type Usage = { trips: number; rowsRead: number; rowsWritten: number };

/**
 * Only writes SQL and reads rows; it never runs a statement, so that one serves every request of
 * the isolate.
 */
const orm: Orm = drizzle({ prepare: () => undefined } as unknown as D1Database, {
  casing: 'snake_case',
});

const casing = new CasingCache('snake_case');

/** What drizzle knows of a statement that goes into a batch, but keeps out of its types. */
type Preparable = { _prepare(): Prepared };
type Prepared = {
  getQuery(): { sql: string; params: unknown[] };
  mapResult(result: D1Result, isFromBatch: true): unknown;
};

/** Where the values of a statement will be. */
export type Slots<V> = { [K in keyof V & string]: Placeholder<K, V[K]> };

/**
 * A statement of the busiest paths: its SQL is written once an isolate, and each use only binds its
 * values. (drizzle takes 0.05 ms to write one.) Unlike a query of drizzle's it does nothing when
 * awaited.
 */
export function statement<V extends Record<string, unknown>>() {
  return <Q extends Query>(build: (orm: Orm, value: Slots<V>) => Q): ((values: V) => Q) => {
    const slots = new Proxy({} as Slots<V>, { get: (_, name) => sql.placeholder(String(name)) });
    const write = () => {
      const prepared = (build(orm, slots) as unknown as Preparable)._prepare();
      return { ...prepared.getQuery(), mapResult: prepared.mapResult.bind(prepared) };
    };
    let written: ReturnType<typeof write> | undefined;
    return (values) => {
      const { sql: text, params, mapResult } = (written ??= write());
      const bound: Prepared = {
        getQuery: () => ({ sql: text, params: fillPlaceholders(params, values) }),
        mapResult,
      };
      return { _prepare: () => bound } as unknown as Q;
    };
  };
}

/** The same for a row with these columns of a table; what a row leaves out is null. */
export function insertion<T extends SQLiteTable, K extends keyof T['$inferInsert'] & string>(
  table: T,
  columns: K[],
) {
  type Row = Pick<T['$inferInsert'], K>;
  const insert = statement<Record<string, unknown>>()((all, value) =>
    all
      .insert(table)
      .values(Object.fromEntries(columns.map((name) => [name, value[name]])) as never),
  );
  return (row: Row): Query =>
    insert({ ...Object.fromEntries(columns.map((name) => [name, null])), ...row });
}

type Values = Record<string, unknown>;

/**
 * The same for an update of one row by its id: written once for each set of columns that are
 * patched together.
 * @param guards conditions, on values that are given with the patch, that fail the write unless
 * they hold (`orFail`)
 */
export function patching<T extends SQLiteTable & { id: SQLiteColumn }, G extends Values = never>(
  table: T,
  {
    returning,
    guards,
  }: { returning?: Record<string, SQLiteColumn>; guards?: (value: Slots<G>) => SQL[] } = {},
) {
  const columns: Record<string, Column> = getTableColumns(table);
  const written = new Map<string, (values: Values) => Query>();
  const write = (names: string[], isGuarded: boolean) =>
    statement<Values>()((all, value) => {
      const set = names.map((name) => [name, sql`${sql.param(value[name], columns[name])}`]);
      const conditions = isGuarded ? (guards?.(value as Slots<G>) ?? []) : [];
      const update = all
        .update(table)
        .set(Object.fromEntries(set) as never)
        .where(and(eq(table.id, value['id']), ...conditions));
      return returning ? update.returning(returning as never) : update;
    });
  return (id: string, set: Partial<T['$inferSelect']>, guarded?: G): Query => {
    const names = Object.keys(set).filter((name) => set[name as keyof typeof set] !== undefined);
    const shape = `${guarded ? 'guarded ' : ''}${names.join()}`;
    const known = written.get(shape) ?? write(names, guarded !== undefined);
    written.set(shape, known);
    return known({ ...guarded, ...set, id });
  };
}

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

/**
 * Whether a write failed because a row with this unique column (`table.column`) is there already.
 */
export function violates(error: unknown, column: string): boolean {
  return String(error).includes('UNIQUE constraint failed') && String(error).includes(column);
}

/** Whether a write names a row that is not there. */
export function namesNothing(error: unknown): boolean {
  return String(error).includes('FOREIGN KEY constraint failed');
}

/**
 * A condition that fails the whole `db.batch` with a code when it does not hold; `guardOf` finds
 * the code in the error. SQLite evaluates `json_extract` only where it is reached, and names the
 * bad path.
 */
export function orFail(condition: SQL, code: string): SQL {
  return sql`iif(${condition}, 1, json_extract('{}', ${sql.raw(`'${code}'`)}))`;
}

/** The same as a statement of its own. */
export function refuseUnless(condition: SQL, code: string): Query {
  return orm.run(sql`select ${orFail(condition, code)}`);
}

/** The code of the guard that refused a write; null when it failed for another reason. */
export function guardOf(error: unknown): string | null {
  return /bad JSON path: '([A-Z_]+)'/.exec(String(error))?.[1] ?? null;
}

/** A value as SQLite takes it out of JSON: booleans as 1 and 0, what is missing as null. */
function plain(column: Column, value: unknown): unknown {
  if (value === undefined || value === null) return null;
  const stored = column.mapToDriverValue(value);
  return typeof stored === 'boolean' ? Number(stored) : stored;
}

/**
 * Inserts any number of rows by one statement with one parameter (JSON), where rows of many columns
 * would need more than D1's 100. Rows that are there already are left as they are.
 */
export function insertMany<T extends SQLiteTable, K extends keyof T['$inferInsert'] & string>(
  table: T,
  names: readonly K[],
  rows: readonly Pick<T['$inferInsert'], K>[],
): Query[] {
  if (rows.length === 0) return [];
  const columns: Record<string, Column> = getTableColumns(table);
  const values = rows.map((row) => names.map((name) => plain(columns[name]!, row[name])));
  const into = sql.join(
    names.map((name) => sql.identifier(casing.getColumnCasing(columns[name]!))),
    sql`, `,
  );
  const taken = sql.join(
    names.map((_, i) => sql`json_extract(value, ${sql.raw(`'$[${i}]'`)})`),
    sql`, `,
  );
  const from = sql`json_each(${JSON.stringify(values)})`;
  return [
    orm.run(
      sql`insert into ${table} (${into}) select ${taken} from ${from} where true
        on conflict do nothing`,
    ),
  ];
}
