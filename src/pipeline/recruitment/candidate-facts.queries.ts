import { and, eq, inArray, ne, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { certificate, worker } from '../../registry/registry.tables.ts';
import { placement } from '../batch/batch.tables.ts';
import { employerRating } from '../follow-up/follow-up.tables.ts';
import type { MatchCandidate } from './matching.ts';
import type { Orm } from '../../db/orm.ts';
import { isFindable } from '../../registry/entries.queries.ts';
import type { TradeCode } from '../../registry/trade.ts';

/** Whom a candidate or somebody on the list named as a companion, and who is free to come along. */
export function companions(orm: Orm, ids: string[]) {
  return orm
    .select(COLUMNS)
    .from(worker)
    .where(and(inArray(worker.id, listed(ids)), free));
}

type Found = { id: string; name: string; villageId: string; dataConsentAt: number | null } & Omit<
  MatchCandidate,
  'certificates' | 'hasDataConsent' | 'withdrewData' | 'mark' | 'offeredThisYear'
>;

/**
 * Certificates, what they said of this employer, and whether anything was offered to them this
 * year: one round trip.
 */
export async function completed(
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

export const COLUMNS = {
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

export const free = and(
  isFindable,
  sql`not exists (select 1 from placement where placement.worker_id = worker.id
    and placement.active = 1)`,
  // Whoever no longer agrees to the use of their data is proposed to nobody.
  sql`(worker.data_consent_at is not null or not exists (select 1 from data_consent
    where data_consent.worker_id = worker.id and given = 0))`,
);

export function listed(ids: string[]): SQL {
  return sql`(select value from json_each(${JSON.stringify(ids)}))`;
}

export type Asked = {
  batchId: string;
  employerId: string;
  trade: TradeCode;
  /** Whether the post can be filled by people of any trade. */
  anyTrade: boolean;
  today: string;
};

export type Person = MatchCandidate & { name: string; villageId: string };
