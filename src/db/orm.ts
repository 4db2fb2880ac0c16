import type { Placeholder } from 'drizzle-orm';
import { CasingCache } from 'drizzle-orm/casing';
import type { BatchItem } from 'drizzle-orm/batch';
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';

export type Orm = DrizzleD1Database;

export type Query = BatchItem<'sqlite'>;

/**
 * Only writes SQL and reads rows; it never runs a statement, so that one serves every request of
 * the isolate.
 */
export const orm: Orm = drizzle({ prepare: () => undefined } as unknown as D1Database, {
  casing: 'snake_case',
});

export const casing = new CasingCache('snake_case');

/** What drizzle knows of a statement that goes into a batch, but keeps out of its types. */
export type Preparable = { _prepare(): Prepared };

export type Prepared = {
  getQuery(): { sql: string; params: unknown[] };
  mapResult(result: D1Result, isFromBatch: true): unknown;
};

/** Where the values of a statement will be. */
export type Slots<V> = { [K in keyof V & string]: Placeholder<K, V[K]> };
