import { and, asc, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { isFindable } from '../../registry/entries.queries.ts';
import { dataConsent } from '../../registry/person-facts.tables.ts';
import { worker } from '../../registry/registry.tables.ts';
import { TRADE_CODES, type TradeCode } from '../../registry/trade.ts';
import type { Availability } from '../../registry/worker.ts';
import {
  companions,
  completed,
  COLUMNS,
  free,
  listed,
  type Asked,
  type Person,
} from './candidate-facts.queries.ts';
import type { Orm } from '../../db/orm.ts';

/**
 * How many are looked at of each kind; together they stay under 5,000 rows read at any size of the
 * register.
 */
const LOOKED_AT = { wanting: 110, home: 40, certified: 60, ofOtherTrades: 8 };

const LETTERS = 'abcdefghjklmnpqrstwxyz';

/**
 * Where in the alphabet a batch begins to look: somewhere else for each, so that not the same
 * people are always seen first. The same for the same batch, so that its page stays as it was.
 */
export function startOf(batchId: string): string {
  const sum = [...batchId].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 9973, 7);
  return LETTERS[sum % LETTERS.length] ?? 'a';
}

/**
 * Free people of a trade who said the same of going, from a letter on and then from the beginning.
 */
function ofTrade(
  orm: Orm,
  trade: TradeCode,
  availability: Availability,
  start: string,
  limit: number,
) {
  return [gte(worker.pinyin, start), lt(worker.pinyin, start)].map((range) =>
    orm
      .select(COLUMNS)
      .from(worker)
      .where(and(eq(worker.trade, trade), eq(worker.availability, availability), range, free))
      .orderBy(asc(worker.pinyin), asc(worker.id))
      .limit(limit),
  );
}

function holders(orm: Orm, trade: TradeCode, today: string, limit: number) {
  return orm
    .select(COLUMNS)
    .from(worker)
    .where(
      and(
        sql`${worker.id} in (select worker_id from certificate where trade = ${trade}
          and (expires_on is null or expires_on >= ${today}) limit ${limit})`,
        free,
      ),
    );
}

/**
 * People who might take a post: those of its trade who want to go, some who are at home, holders of
 * its certificate.
 */
export async function findCandidates(db: Database, asked: Asked): Promise<Person[]> {
  const { orm } = db;
  const { batchId, trade, anyTrade, today } = asked;
  const start = startOf(batchId);
  const others = anyTrade ? TRADE_CODES.filter((code) => code !== trade) : [];
  const found = await db.batch([
    holders(orm, trade, today, LOOKED_AT.certified),
    ...ofTrade(orm, trade, 'wants', start, LOOKED_AT.wanting),
    ...ofTrade(orm, trade, 'home', start, LOOKED_AT.home),
    ...others.flatMap((code) => ofTrade(orm, code, 'wants', start, LOOKED_AT.ofOtherTrades)),
  ]);
  const unique = new Map(found.flat().map((person) => [person.id, person]));
  const wanted = [...unique.values()]
    .flatMap(({ wish }) => wish?.companions ?? [])
    .filter((id) => !unique.has(id));
  const [along] = wanted.length > 0 ? await db.batch([companions(orm, wanted)]) : [[]];
  return completed(db, [...unique.values(), ...along], asked);
}

/** People by their ids, as candidates. */
export async function candidatesByIds(
  db: Database,
  ids: string[],
  asked: Pick<Asked, 'employerId' | 'today'>,
): Promise<Person[]> {
  const [people, said] = await db.batch([
    db.orm
      .select(COLUMNS)
      .from(worker)
      .where(and(inArray(worker.id, listed(ids)), isFindable)),
    db.orm
      .selectDistinct({ workerId: dataConsent.workerId })
      .from(dataConsent)
      .where(and(inArray(dataConsent.workerId, listed(ids)), eq(dataConsent.given, false))),
  ]);
  return completed(db, people, asked, new Set(said.map(({ workerId }) => workerId)));
}
