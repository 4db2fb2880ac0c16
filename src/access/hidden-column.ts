import { customType } from 'drizzle-orm/sqlite-core';
import { hide, reveal } from './hidden-text.ts';

/**
 * A short text that is kept encrypted; what was written before there was a key is read as it is.
 */
export function hidden<T extends string>(name?: string) {
  const column = customType<{ data: T; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => hide(value),
    fromDriver: (stored) => reveal(stored) as T,
  });
  return name === undefined ? column() : column(name);
}

/** A text that is kept as it is, unless it was hidden before it was written. */
export function maybeHidden() {
  return customType<{ data: string; driverData: string }>({
    dataType: () => 'text',
    toDriver: (value) => value,
    fromDriver: (stored) => reveal(stored),
  })();
}
