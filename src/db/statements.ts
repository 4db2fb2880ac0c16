import {
  and,
  type Column,
  eq,
  fillPlaceholders,
  getTableColumns,
  getTableName,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import {
  type Query,
  orm,
  type Orm,
  type Slots,
  type Preparable,
  type Prepared,
  casing,
} from './orm.ts';

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
  const shape = `${getTableName(table)} ${names.join()}`;
  const insert = manyInserts.get(shape) ?? writeInsertMany(table, names);
  manyInserts.set(shape, insert);
  return [insert({ rows: JSON.stringify(values) })];
}

type InsertMany = (values: { rows: string }) => Query;

/** Those that were written before, by table and columns. */
const manyInserts = new Map<string, InsertMany>();

function writeInsertMany(table: SQLiteTable, names: readonly string[]): InsertMany {
  const columns: Record<string, Column> = getTableColumns(table);
  const into = sql.join(
    names.map((name) => sql.identifier(casing.getColumnCasing(columns[name]!))),
    sql`, `,
  );
  const taken = sql.join(
    names.map((_, i) => sql`json_extract(value, ${sql.raw(`'$[${i}]'`)})`),
    sql`, `,
  );
  return statement<{ rows: string }>()((all, { rows }) =>
    all.run(
      sql`insert into ${table} (${into}) select ${taken} from json_each(${rows}) where true
        on conflict do nothing`,
    ),
  );
}
