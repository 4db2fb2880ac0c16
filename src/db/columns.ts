import { customType, integer, text } from 'drizzle-orm/sqlite-core';

/** Row ids are ULIDs: they sort by creation time and are no secret. */
export function id() {
  return text().primaryKey();
}

/** An instant in epoch milliseconds (UTC). */
export function instant() {
  return integer({ mode: 'number' });
}

/** A calendar day in China Standard Time, as `YYYY-MM-DD`. */
export function day() {
  return text();
}

/** Money in integer fen (1/100 CNY). */
export function fen() {
  return integer({ mode: 'number' });
}

/**
 * A small value object kept as JSON text in its row; never queried inside. The column's type is
 * given where it is declared.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export function json<T>() {
  return customType<{ data: T; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => JSON.parse(value) as T,
  })();
}
