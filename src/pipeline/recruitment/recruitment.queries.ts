import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Orm, Query } from '../../db/client.ts';
import { certificate, worker } from '../../registry/registry.tables.ts';
import type { TradeCode } from '../../registry/trade.ts';
import { consent } from './recruitment.tables.ts';

export const insertConsent = (orm: Orm, row: typeof consent.$inferInsert): Query => orm.insert(consent).values(row);

export const consentsOf = (orm: Orm, placementId: string) =>
  orm.select().from(consent).where(eq(consent.placementId, placementId)).orderBy(desc(consent.id)).limit(5);

const free = sql`not exists (select 1 from placement where placement.worker_id = worker.id and placement.active = 1)`;

const candidateColumns = {
  id: worker.id,
  name: worker.name,
  bornOn: worker.bornOn,
  sex: worker.sex,
  villageId: worker.villageId,
  trade: worker.trade,
  skilled: worker.skilled,
  availability: worker.availability,
};

/** People who know the trade, are free and did not say that they do not want to go: those who want to go first. */
export const candidatesByTrade = (orm: Orm, trade: TradeCode, limit: number) =>
  orm
    .select(candidateColumns)
    .from(worker)
    .where(and(eq(worker.trade, trade), eq(worker.availability, 'wants'), free))
    .limit(limit);

/** People who want to go and are free, whatever their trade: for posts that need none. */
export const candidatesWhoWant = (orm: Orm, limit: number) =>
  orm
    .select(candidateColumns)
    .from(worker)
    .where(and(eq(worker.availability, 'wants'), free))
    .limit(limit);

export const candidatesByIds = (orm: Orm, ids: string[]) =>
  orm.select(candidateColumns).from(worker).where(inArray(worker.id, ids));

export const certificatesOfMany = (orm: Orm, workerIds: string[]) =>
  orm
    .select({ workerId: certificate.workerId, trade: certificate.trade, expiresOn: certificate.expiresOn })
    .from(certificate)
    .where(inArray(certificate.workerId, workerIds));
