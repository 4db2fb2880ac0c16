import { and, asc, eq, gte, inArray, lt, ne, type SQL, sql } from 'drizzle-orm';
import type { Database, Orm } from '../../db/client.ts';
import { isFindable } from '../../registry/entries.queries.ts';
import { dataConsent } from '../../registry/person-facts.tables.ts';
import { certificate, worker } from '../../registry/registry.tables.ts';
import { TRADE_CODES, type TradeCode } from '../../registry/trade.ts';
import type { Availability } from '../../registry/worker.ts';
import { placement } from '../batch/batch.tables.ts';
import { employerRating } from '../follow-up/follow-up.tables.ts';
import type { MatchCandidate } from './matching.ts';

const COLUMNS = {
  id: worker.id,
  name: worker.name,
  bornOn: worker.bornOn,
  sex: worker.sex,
  villageId: worker.villageId,
  trade: worker.trade,
  skilled: worker.skilled,
  availability: worker.availability,
  availabilityAt: worker.availabilityAt,
  wish: worker.wish,
  dataConsentAt: worker.dataConsentAt,
};

const free = and(
  isFindable,
  sql`not exists (select 1 from placement where placement.worker_id = worker.id
    and placement.active = 1)`,
  // Whoever no longer agrees to the use of their data is proposed to nobody.
  sql`(worker.data_consent_at is not null or not exists (select 1 from data_consent
    where data_consent.worker_id = worker.id and given = 0))`,
);

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

/** Whom a candidate or somebody on the list named as a companion, and who is free to come along. */
function companions(orm: Orm, ids: string[]) {
  return orm
    .select(COLUMNS)
    .from(worker)
    .where(and(inArray(worker.id, listed(ids)), free));
}

function listed(ids: string[]): SQL {
  return sql`(select value from json_each(${JSON.stringify(ids)}))`;
}

type Asked = {
  batchId: string;
  employerId: string;
  trade: TradeCode;
  /** Whether the post can be filled by people of any trade. */
  anyTrade: boolean;
  today: string;
};

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

export type Person = MatchCandidate & { name: string; villageId: string };

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

type Found = { id: string; name: string; villageId: string; dataConsentAt: number | null } & Omit<
  MatchCandidate,
  'certificates' | 'hasDataConsent' | 'withdrewData' | 'mark' | 'offeredThisYear'
>;

/**
 * Certificates, what they said of this employer, and whether anything was offered to them this
 * year: one round trip.
 */
async function completed(
  db: Database,
  people: Found[],
  { employerId, today }: Pick<Asked, 'employerId' | 'today'>,
  /**
   * Who took their consent to the use of their data back; among those who are proposed there is
   * nobody.
   */
  withdrew: ReadonlySet<string> = new Set(),
): Promise<Person[]> {
  if (people.length === 0) return [];
  const ids = people.map(({ id }) => id);
  const [held, marks, offered] = await db.batch([
    db.orm
      .select({
        workerId: certificate.workerId,
        trade: certificate.trade,
        expiresOn: certificate.expiresOn,
      })
      .from(certificate)
      .where(inArray(certificate.workerId, listed(ids))),
    db.orm
      .select({ workerId: employerRating.workerId, mark: employerRating.mark })
      .from(employerRating)
      .where(
        and(
          eq(employerRating.employerId, employerId),
          inArray(employerRating.workerId, listed(ids)),
        ),
      ),
    db.orm
      .select({ workerId: placement.workerId })
      .from(placement)
      .where(
        and(
          inArray(placement.workerId, listed(ids)),
          ne(placement.recruitment, 'registered'),
          sql`exists (select 1 from batch where batch.id = ${placement.batchId}
            and departs_on >= ${`${today.slice(0, 4)}-01-01`})`,
        ),
      ),
  ]);
  const shown = new Set(offered.map(({ workerId }) => workerId));
  return people.map(({ dataConsentAt, ...person }) => ({
    ...person,
    certificates: held.filter(({ workerId }) => workerId === person.id),
    hasDataConsent: dataConsentAt !== null,
    withdrewData: dataConsentAt === null && withdrew.has(person.id),
    mark: marks.find(({ workerId }) => workerId === person.id)?.mark ?? null,
    offeredThisYear: shown.has(person.id),
  }));
}
