import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Orm, Query } from '../db/client.ts';
import { newId } from '../ids.ts';
import { isFindable } from './entries.queries.ts';
import { toPinyin } from './pinyin.ts';
import { worker } from './registry.tables.ts';
import { wish } from './person-facts.tables.ts';
import type { Availability, Wish } from './worker.ts';

type Said = { workerId: string; availability: Availability; wish: Wish | null; at: number; actor: string };

/** Keeps what somebody said of going: as a fact of its own, and as the newest on their row. */
export const saveWish = (orm: Orm, said: Said): Query[] => [
  orm.insert(wish).values({ id: newId(said.at), ...said }),
  orm
    .update(worker)
    .set({ availability: said.availability, availabilityAt: said.at, wish: said.wish })
    .where(eq(worker.id, said.workerId)),
];

/** Registered people by their exact names; those of the asker's own village first, so that a name means a neighbour. */
export const peopleNamed = (orm: Orm, names: string[], villageId: string | SQL) =>
  orm
    .select({ id: worker.id, name: worker.name, villageId: worker.villageId })
    .from(worker)
    .where(
      and(
        inArray(
          worker.pinyin,
          names.map((name) => toPinyin(name).pinyin),
        ),
        inArray(worker.name, names),
        isFindable,
      ),
    )
    .orderBy(sql`${worker.villageId} <> ${villageId}`)
    .limit(40);

export const namesOf = (orm: Orm, workerId: string | SQL) =>
  orm
    .select({ id: worker.id, name: worker.name })
    .from(worker)
    .where(
      inArray(
        worker.id,
        sql`(select value from json_each((select wish ->> 'companions' from worker where id = ${workerId})))`,
      ),
    )
    .limit(5);
