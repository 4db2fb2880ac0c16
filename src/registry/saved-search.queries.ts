import { and, asc, eq } from 'drizzle-orm';
import { savedSearch } from './person-facts.tables.ts';
import type { Orm, Query } from '../db/orm.ts';

export function savedSearches(orm: Orm, accountId: string) {
  return orm
    .select()
    .from(savedSearch)
    .where(eq(savedSearch.accountId, accountId))
    .orderBy(asc(savedSearch.id))
    .limit(12);
}

export function insertSavedSearch(orm: Orm, row: typeof savedSearch.$inferInsert): Query {
  return orm.insert(savedSearch).values(row);
}

export function savedSearchOf(orm: Orm, id: string, accountId: string) {
  return orm
    .select({ id: savedSearch.id })
    .from(savedSearch)
    .where(and(eq(savedSearch.id, id), eq(savedSearch.accountId, accountId)));
}

export function removeSavedSearch(orm: Orm, id: string, accountId: string): Query {
  return orm
    .delete(savedSearch)
    .where(and(eq(savedSearch.id, id), eq(savedSearch.accountId, accountId)));
}
