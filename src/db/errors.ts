import { type SQL, sql } from 'drizzle-orm';
import { type Query, orm } from './orm.ts';

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
