import { inArray } from 'drizzle-orm';
import { setting } from '../access/access.tables.ts';
import type { Orm, Query } from '../db/orm.ts';

/** Whom a visitor can call, and the town's name at the top of every link. */
export type Station = { town: string; contact: string };

const NAMES = ['town', 'contact'] as const;

export function stationQuery(orm: Orm) {
  return orm
    .select()
    .from(setting)
    .where(inArray(setting.name, [...NAMES]));
}

export function stationOf(rows: { name: string; value: unknown }[]): Station {
  const value = (name: string): string => {
    const found = rows.find((row) => row.name === name)?.value;
    return typeof found === 'string' ? found : '';
  };
  return { town: value('town'), contact: value('contact') };
}

export function saveStation(orm: Orm, station: Station): Query[] {
  return NAMES.map((name) =>
    orm
      .insert(setting)
      .values({ name, value: station[name] })
      .onConflictDoUpdate({ target: setting.name, set: { value: station[name] } }),
  );
}
