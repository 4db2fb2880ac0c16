import { and, asc, desc, eq, gte, gt, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Orm } from '../db/client.ts';
import { agency, area, certificate, clinic, employer, worker } from './registry.tables.ts';
import type { Search } from './search.ts';

export const villages = (orm: Orm) =>
  orm.select({ id: area.id, name: area.name }).from(area).where(eq(area.kind, 'village')).orderBy(asc(area.id));

/** The columns of a worker that lists show. The ID number is never among them. */
const LISTED = {
  id: worker.id,
  name: worker.name,
  pinyin: worker.pinyin,
  sex: worker.sex,
  bornOn: worker.bornOn,
  villageId: worker.villageId,
  groupName: worker.groupName,
  trade: worker.trade,
  skilled: worker.skilled,
  availability: worker.availability,
  last4: worker.idNumberLast4,
};

const within = (column: typeof worker.name | typeof worker.pinyin | typeof worker.initials, prefix: string): SQL[] => [
  gte(column, prefix),
  lt(column, `${prefix}\u{10ffff}`),
];

const found = (search: Search): SQL[] => {
  switch (search.by) {
    case 'all':
      return [];
    case 'name':
      return within(worker.name, search.prefix);
    case 'pinyin':
      return within(worker.pinyin, search.prefix);
    case 'initials':
      return within(worker.initials, search.prefix);
    case 'phone':
      return [eq(worker.phoneLast4, search.prefix)];
  }
};

const sortedBy = (search: Search) =>
  search.by === 'name'
    ? worker.name
    : search.by === 'initials'
      ? worker.initials
      : search.by === 'phone'
        ? worker.phoneLast4
        : worker.pinyin;

export type Cursor = { value: string; id: string };

/**
 * One page of workers in the order of the index that finds them, so that as many rows are read as are shown, at any
 * size of the registry. Officers search by name through their village's own index.
 */
export const workerPage = (orm: Orm, search: Search, villageId: string | null, after: Cursor | null, limit: number) => {
  const column = villageId !== null && search.by === 'name' ? worker.pinyin : sortedBy(search);
  const conditions = [...found(search)];
  if (villageId !== null) {
    conditions.push(eq(worker.villageId, villageId));
    if (search.by === 'name') conditions.push(...within(worker.pinyin, search.pinyin));
  }
  if (after)
    conditions.push(
      or(gt(column, after.value), and(eq(column, after.value), gt(worker.id, after.id))) as SQL,
      gte(column, after.value),
    );
  return orm
    .select(LISTED)
    .from(worker)
    .where(and(...conditions))
    .orderBy(asc(column), asc(worker.id))
    .limit(limit + 1);
};

export const workerRow = (orm: Orm, id: string, villageId: string | null) =>
  orm
    .select()
    .from(worker)
    .where(and(eq(worker.id, id), villageId === null ? undefined : eq(worker.villageId, villageId)));

export const certificatesOf = (orm: Orm, workerId: string) =>
  orm.select().from(certificate).where(eq(certificate.workerId, workerId)).orderBy(desc(certificate.id)).limit(20);

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
