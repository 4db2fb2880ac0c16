import { and, isNull, type SQL, sql } from 'drizzle-orm';
import { worker } from './registry.tables.ts';

/**
 * Every entry that is a person's: theirs, and those that turned out to be theirs, however many
 * mergers ago.
 */
export function entriesOf(id: string | SQL): SQL {
  return sql`(with recursive entry(id) as (
      select ${id} union select merger.gone_id from merger join entry on merger.kept_id = entry.id
      where merger.undone_at is null
    ) select id from entry)`;
}

/**
 * Whether an entry stands for somebody who can be found and proposed: not merged, erased, or about
 * to be erased.
 */
export const isFindable = and(
  isNull(worker.mergedInto),
  isNull(worker.erasedAt),
  isNull(worker.erasureDueOn),
);
