import { and, eq, gte, inArray, lt, ne, or, sql, type SQL } from 'drizzle-orm';
import { newId } from '../ids.ts';
import { isFindable } from './entries.queries.ts';
import { nameKey } from './name.ts';
import { toPinyin } from './pinyin.ts';
import { worker } from './registry.tables.ts';
import { wish } from './person-facts.tables.ts';
import type { Availability, Wish } from './worker.ts';
import type { Orm, Query } from '../db/orm.ts';

type Said = {
  workerId: string;
  availability: Availability;
  wish: Wish | null;
  at: number;
  actor: string;
};

/** Keeps what somebody said of going: as a fact of its own, and as the newest on their row. */
export function saveWish(orm: Orm, said: Said): Query[] {
  return [
    orm.insert(wish).values({ id: newId(said.at), ...said }),
    orm
      .update(worker)
      .set({ availability: said.availability, availabilityAt: said.at, wish: said.wish })
      .where(eq(worker.id, said.workerId)),
  ];
}

/** The companions that a person has named already. */
function namedBy(workerId: string): SQL {
  return sql`(select value from json_each((select wish ->> 'companions' from worker
    where id = ${workerId})))`;
}

type Asker = { id: string; villageId: string };

/**
 * Spelt alike, with or without the dots of a name in parts, whose later parts follow its spelling
 * after a `·`.
 */
function soundsLike(name: string) {
  const [whole = ''] = toPinyin(name).pinyin.split('·');
  return or(
    eq(worker.pinyin, whole),
    and(gte(worker.pinyin, `${whole}·`), lt(worker.pinyin, `${whole}·\uffff`)),
  );
}

/**
 * Registered people by their exact names whom somebody can name as companions: first those they
 * have named already, then those of their village, so that a name means a neighbour.
 * @param onlyNear nobody of another village is found, as if there were none: whoever asks must not
 * learn who is registered elsewhere in the town
 */
export function companionsNamed(
  orm: Orm,
  names: string[],
  { id, villageId }: Asker,
  onlyNear: boolean,
) {
  return orm
    .select({ id: worker.id, name: worker.name })
    .from(worker)
    .where(
      and(
        or(...names.map(soundsLike)),
        inArray(
          sql`lower(replace(replace(${worker.name}, '·', ''), ' ', ''))`,
          names.map((name) => nameKey(name)),
        ),
        isFindable,
        ne(worker.id, id),
        onlyNear ? or(eq(worker.villageId, villageId), inArray(worker.id, namedBy(id))) : undefined,
      ),
    )
    .orderBy(sql`${worker.id} not in ${namedBy(id)}`, sql`${worker.villageId} <> ${villageId}`)
    .limit(40);
}

export function namesOf(orm: Orm, workerId: string | SQL) {
  return orm
    .select({ id: worker.id, name: worker.name })
    .from(worker)
    .where(
      inArray(
        worker.id,
        sql`(select value from json_each((select wish ->> 'companions' from worker
          where id = ${workerId})))`,
      ),
    )
    .limit(5);
}
