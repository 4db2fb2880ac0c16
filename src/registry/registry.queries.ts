import { and, asc, desc, eq, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import { agency, area, certificate, clinic, worker } from './registry.tables.ts';
import { correction, dataConsent, likeness, workerChange } from './person-facts.tables.ts';
import { entriesOf, isFindable } from './entries.queries.ts';
import type { Orm } from '../db/orm.ts';

export function villages(orm: Orm) {
  return orm
    .select({ id: area.id, name: area.name, minutesToBus: area.minutesToBus })
    .from(area)
    .where(eq(area.kind, 'village'))
    .orderBy(asc(area.id));
}

export function workerRow(orm: Orm, id: string, villageId: string | null) {
  return orm
    .select()
    .from(worker)
    .where(
      and(eq(worker.id, id), villageId === null ? undefined : eq(worker.villageId, villageId)),
    );
}

/**
 * Whoever has this ID number and asked to be forgotten, while the ledger still has to name them;
 * through the entry that it was merged into. For an officer, of their own village.
 */
export function forgottenWorker(orm: Orm, idNumberIndex: string, villageId: string | null) {
  return orm
    .select({ id: worker.id })
    .from(worker)
    .where(
      and(
        eq(
          worker.id,
          sql`(select coalesce(merged_into, id) from worker
            where id_number_index = ${idNumberIndex})`,
        ),
        isNotNull(worker.erasureDueOn),
        villageId === null ? undefined : eq(worker.villageId, villageId),
      ),
    );
}

/**
 * Somebody who can still be worked with: not part of another entry, not erased and not about to be.
 */
export function openWorker(orm: Orm, id: string, villageId: string | null) {
  return orm
    .select()
    .from(worker)
    .where(
      and(
        eq(worker.id, id),
        isFindable,
        villageId === null ? undefined : eq(worker.villageId, villageId),
      ),
    );
}

export function certificatesOf(orm: Orm, workerId: string | SQL) {
  return orm
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
}

/** Sealed ID numbers of many people, for a file that was asked for with a reason. */
export function idNumberCiphers(orm: Orm, ids: string[]) {
  return orm
    .select({ id: worker.id, cipher: worker.idNumberCipher })
    .from(worker)
    .where(inArray(worker.id, sql`(select value from json_each(${JSON.stringify(ids)}))`));
}

/** The newest changes of a person's fields, under whichever entry they were made. */
export function changesOfWorker(orm: Orm, workerId: string, limit: number) {
  return orm
    .select()
    .from(workerChange)
    .where(inArray(workerChange.workerId, entriesOf(workerId)))
    .orderBy(desc(workerChange.id))
    .limit(limit);
}

export function dataConsentsOf(orm: Orm, workerId: string | SQL) {
  return orm
    .select()
    .from(dataConsent)
    .where(inArray(dataConsent.workerId, entriesOf(workerId)))
    .orderBy(desc(dataConsent.at), desc(dataConsent.id))
    .limit(40);
}

/** Open corrections that a worker asked for. */
export function correctionsOf(orm: Orm, workerId: string | SQL) {
  return orm
    .select()
    .from(correction)
    .where(eq(correction.workerId, workerId))
    .orderBy(desc(correction.id))
    .limit(6);
}

/** Other entries that may be the same person. */
export function likenessesOf(orm: Orm, workerId: string) {
  return orm
    .select({ oneId: likeness.oneId, otherId: likeness.otherId })
    .from(likeness)
    .where(
      and(
        eq(likeness.state, 'open'),
        or(eq(likeness.oneId, workerId), eq(likeness.otherId, workerId)),
      ),
    )
    .limit(3);
}

export function agencies(orm: Orm) {
  return orm.select().from(agency).orderBy(asc(agency.name));
}
export function clinics(orm: Orm) {
  return orm.select().from(clinic).orderBy(asc(clinic.name));
}
