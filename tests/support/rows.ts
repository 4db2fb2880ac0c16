/** Rows of the tables by the names of their columns, so that a test needs no SQL. */
import { and, asc, count, eq, getTableColumns, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { type BaseSQLiteDatabase, getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';

type Row<T extends SQLiteTable> = T['$inferSelect'];
type Condition = { condition: (column: SQL) => SQL };
type Wanted<V> = V | readonly V[] | Condition | null | undefined;

/**
 * What is asked of the rows: each named column has this value, one of these values (an array), no
 * value (`null`), or meets a condition (`not`, `like`, `before`).
 */
export type Where<T extends SQLiteTable> = {
  [K in keyof Row<T>]?: Wanted<Row<T>[K] extends object ? never : Row<T>[K]>;
};

/** Another value than this one; `not(null)`: any value. */
export function not(value: string | number | boolean | null): Condition {
  const stored = typeof value === 'boolean' ? Number(value) : value;
  return { condition: (column) => sql`${column} is not ${stored}` };
}

/** A text of this pattern, where `%` stands for anything. */
export function like(pattern: string): Condition {
  return { condition: (column) => sql`${column} like ${pattern}` };
}

/** A day or an instant before this one. */
export function before(limit: string | number): Condition {
  return { condition: (column) => sql`${column} < ${limit}` };
}

/** What the JSON of a column says at this path, such as `$.id_card`. */
export function holds(path: string, value: string | number | null): Condition {
  return { condition: (column) => sql`${column} ->> ${path} is ${value}` };
}

/** Rows of the database that this connection reads. */
export class Rows {
  private readonly db: BaseSQLiteDatabase<'async', unknown>;

  constructor(db: BaseSQLiteDatabase<'async', unknown>) {
    this.db = db;
  }

  /** All rows that are as asked, in the order of their primary key. */
  async all<T extends SQLiteTable>(table: T, where: Where<T> = {}): Promise<Row<T>[]> {
    return this.db
      .select()
      .from(table)
      .where(asked(table, where))
      .orderBy(...inOrder(table));
  }

  /** The first of them. @throws when there is none */
  async first<T extends SQLiteTable>(table: T, where: Where<T> = {}): Promise<Row<T>> {
    const [row] = (await this.db
      .select()
      .from(table)
      .where(asked(table, where))
      .orderBy(...inOrder(table))
      .limit(1)) as Row<T>[];
    if (row === undefined) throw new Error(`no such row: ${JSON.stringify(where)}`);
    return row;
  }

  /** The newest of them. @throws when there is none */
  async last<T extends SQLiteTable>(table: T, where: Where<T> = {}): Promise<Row<T>> {
    const row = (await this.all(table, where)).at(-1);
    if (row === undefined) throw new Error(`no such row: ${JSON.stringify(where)}`);
    return row;
  }

  /** How many there are. */
  async count<T extends SQLiteTable>(table: T, where: Where<T> = {}): Promise<number> {
    const [row] = await this.db.select({ rows: count() }).from(table).where(asked(table, where));
    return row!.rows;
  }

  /** Writes these values into all of them. */
  async change<T extends SQLiteTable>(
    table: T,
    where: Where<T>,
    values: Partial<Row<T>>,
  ): Promise<void> {
    await this.db.update(table).set(values).where(asked(table, where));
  }

  /** Adds a row. */
  async add<T extends SQLiteTable>(table: T, row: T['$inferInsert']): Promise<void> {
    await this.db.insert(table).values(row as never);
  }

  /** Removes all of them. */
  async remove<T extends SQLiteTable>(table: T, where: Where<T> = {}): Promise<void> {
    await this.db.delete(table).where(asked(table, where));
  }
}

function asked<T extends SQLiteTable>(table: T, where: Where<T>): SQL | undefined {
  const columns = getTableColumns(table);
  return and(
    ...Object.entries(where)
      .filter(([, wanted]) => wanted !== undefined)
      .map(([name, wanted]) => {
        const column = columns[name]!;
        if (wanted === null) return isNull(column);
        if (Array.isArray(wanted)) return inArray(column, wanted);
        if (isCondition(wanted)) return wanted.condition(sql`${column}`);
        return eq(column, wanted);
      }),
  );
}

function isCondition(wanted: unknown): wanted is Condition {
  return typeof wanted === 'object' && wanted !== null && 'condition' in wanted;
}

function inOrder(table: SQLiteTable): SQL[] {
  const { columns, primaryKeys } = getTableConfig(table);
  const own = columns.filter(({ primary }) => primary);
  return [...own, ...(primaryKeys[0]?.columns ?? [])].map((column) => asc(column));
}
