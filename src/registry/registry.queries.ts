import { and, asc, desc, eq, gt, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import type { Orm, Query } from '../db/client.ts';
import { agency, area, certificate, clinic, employer, worker } from './registry.tables.ts';
import { correction, dataConsent, likeness, savedSearch, workerChange } from './person-facts.tables.ts';
import { entriesOf, isFindable } from './entries.queries.ts';
import type { Cursor } from './people-list.queries.ts';

export const villages = (orm: Orm) =>
  orm
    .select({ id: area.id, name: area.name, minutesToBus: area.minutesToBus })
    .from(area)
    .where(eq(area.kind, 'village'))
    .orderBy(asc(area.id));

export const workerRow = (orm: Orm, id: string, villageId: string | null) =>
  orm
    .select()
    .from(worker)
    .where(and(eq(worker.id, id), villageId === null ? undefined : eq(worker.villageId, villageId)));

/**
 * Whoever has this ID number and asked to be forgotten, while the ledger still has to name them; through the entry that it
 * was merged into. For an officer, of their own village.
 */
export const forgottenWorker = (orm: Orm, idNumberIndex: string, villageId: string | null) =>
  orm
    .select({ id: worker.id })
    .from(worker)
    .where(
      and(
        eq(worker.id, sql`(select coalesce(merged_into, id) from worker where id_number_index = ${idNumberIndex})`),
        isNotNull(worker.erasureDueOn),
        villageId === null ? undefined : eq(worker.villageId, villageId),
      ),
    );

/** Somebody who can still be worked with: not part of another entry, not erased and not about to be. */
export const openWorker = (orm: Orm, id: string, villageId: string | null) =>
  orm
    .select()
    .from(worker)
    .where(and(eq(worker.id, id), isFindable, villageId === null ? undefined : eq(worker.villageId, villageId)));

export const certificatesOf = (orm: Orm, workerId: string | SQL) =>
  orm
    .select({
      id: certificate.id,
      trade: certificate.trade,
      level: certificate.level,
      issuer: certificate.issuer,
      numberLast4: certificate.numberLast4,
      expiresOn: certificate.expiresOn,
      reviewOn: certificate.reviewOn,
    })
    .from(certificate)
    .where(eq(certificate.workerId, workerId))
    .orderBy(desc(certificate.id))
    .limit(20);

export const savedSearches = (orm: Orm, accountId: string) =>
  orm.select().from(savedSearch).where(eq(savedSearch.accountId, accountId)).orderBy(asc(savedSearch.id)).limit(12);
export const insertSavedSearch = (orm: Orm, row: typeof savedSearch.$inferInsert): Query =>
  orm.insert(savedSearch).values(row);
export const savedSearchOf = (orm: Orm, id: string, accountId: string) =>
  orm
    .select({ id: savedSearch.id })
    .from(savedSearch)
    .where(and(eq(savedSearch.id, id), eq(savedSearch.accountId, accountId)));
export const removeSavedSearch = (orm: Orm, id: string, accountId: string): Query =>
  orm.delete(savedSearch).where(and(eq(savedSearch.id, id), eq(savedSearch.accountId, accountId)));

/** Sealed ID numbers of many people, for a file that was asked for with a reason. */
export const idNumberCiphers = (orm: Orm, ids: string[]) =>
  orm
    .select({ id: worker.id, cipher: worker.idNumberCipher })
    .from(worker)
    .where(inArray(worker.id, sql`(select value from json_each(${JSON.stringify(ids)}))`));

/** The newest changes of a person's fields, under whichever entry they were made. */
export const changesOfWorker = (orm: Orm, workerId: string, limit: number) =>
  orm
    .select()
    .from(workerChange)
    .where(inArray(workerChange.workerId, entriesOf(workerId)))
    .orderBy(desc(workerChange.id))
    .limit(limit);

export const dataConsentsOf = (orm: Orm, workerId: string | SQL) =>
  orm
    .select()
    .from(dataConsent)
    .where(inArray(dataConsent.workerId, entriesOf(workerId)))
    .orderBy(desc(dataConsent.at), desc(dataConsent.id))
    .limit(40);

/** Open corrections that a worker asked for. */
export const correctionsOf = (orm: Orm, workerId: string | SQL) =>
  orm.select().from(correction).where(eq(correction.workerId, workerId)).orderBy(desc(correction.id)).limit(6);

/** Other entries that may be the same person. */
export const likenessesOf = (orm: Orm, workerId: string) =>
  orm
    .select({ oneId: likeness.oneId, otherId: likeness.otherId })
    .from(likeness)
    .where(and(eq(likeness.state, 'open'), or(eq(likeness.oneId, workerId), eq(likeness.otherId, workerId))))
    .limit(3);

export const employerPage = (orm: Orm, after: Cursor | null, limit: number) =>
  orm
    .select()
    .from(employer)
    .where(
      after
        ? or(gt(employer.name, after.value), and(eq(employer.name, after.value), gt(employer.id, after.id)))
        : undefined,
    )
    .orderBy(asc(employer.name), asc(employer.id))
    .limit(limit + 1);

export const employerRow = (orm: Orm, id: string) => orm.select().from(employer).where(eq(employer.id, id));
export const employerOfOrder = (orm: Orm, orderId: string | SQL) =>
  orm
    .select()
    .from(employer)
    .where(eq(employer.id, sql`(select employer_id from job_order where id = ${orderId})`));

export const employersByIds = (orm: Orm, ids: string[]) =>
  orm.select({ id: employer.id, name: employer.name }).from(employer).where(inArray(employer.id, ids));

export const allEmployers = (orm: Orm) =>
  orm
    .select({
      id: employer.id,
      name: employer.name,
      contactName: employer.contactName,
      contactPhone: employer.contactPhone,
    })
    .from(employer)
    .orderBy(asc(employer.name))
    .limit(200);

export const agencies = (orm: Orm) => orm.select().from(agency).orderBy(asc(agency.name));
export const clinics = (orm: Orm) => orm.select().from(clinic).orderBy(asc(clinic.name));
