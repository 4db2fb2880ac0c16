import { and, asc, eq, gt, inArray, or, type SQL, sql } from 'drizzle-orm';
import { employer } from './registry.tables.ts';
import type { Cursor } from './people-list.queries.ts';
import type { Orm } from '../db/orm.ts';

export function employerPage(orm: Orm, after: Cursor | null, limit: number) {
  return orm
    .select()
    .from(employer)
    .where(
      after
        ? or(
            gt(employer.name, after.value),
            and(eq(employer.name, after.value), gt(employer.id, after.id)),
          )
        : undefined,
    )
    .orderBy(asc(employer.name), asc(employer.id))
    .limit(limit + 1);
}

export function employerRow(orm: Orm, id: string) {
  return orm.select().from(employer).where(eq(employer.id, id));
}

export function employerOfOrder(orm: Orm, orderId: string | SQL) {
  return orm
    .select()
    .from(employer)
    .where(eq(employer.id, sql`(select employer_id from job_order where id = ${orderId})`));
}

export function employersByIds(orm: Orm, ids: string[]) {
  return orm
    .select({ id: employer.id, name: employer.name })
    .from(employer)
    .where(inArray(employer.id, ids));
}

export function allEmployers(orm: Orm) {
  return orm
    .select({
      id: employer.id,
      name: employer.name,
      contactName: employer.contactName,
      contactPhone: employer.contactPhone,
    })
    .from(employer)
    .orderBy(asc(employer.name))
    .limit(200);
}
