import { and, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { employerRating } from '../follow-up/follow-up.tables.ts';
import { chunks } from '../../db/client.ts';
import { consent } from './recruitment.tables.ts';
import type { Orm, Query } from '../../db/orm.ts';

export function insertConsent(orm: Orm, row: typeof consent.$inferInsert): Query {
  return orm.insert(consent).values(row);
}

/** Notes on the newest consent that the worker says it was never given. */
export function noteContradiction(orm: Orm, placementId: string, at: number): Query {
  return orm
    .update(consent)
    .set({ contradictedAt: at })
    .where(
      and(
        eq(consent.placementId, placementId),
        eq(consent.id, sql`(select max(id) from consent where placement_id = ${placementId})`),
      ),
    );
}

/** The consents that were noted last of these people were not given. */
export function takeConsentsBack(orm: Orm, placementIds: string[], at: number): Query[] {
  return chunks(placementIds, 2).map((ids) =>
    orm
      .update(consent)
      .set({ takenBackAt: at })
      .where(
        inArray(
          consent.id,
          sql`(select max(id) from consent where placement_id in ${ids} group by placement_id)`,
        ),
      ),
  );
}

export function rateEmployer(orm: Orm, row: typeof employerRating.$inferInsert): Query {
  return orm
    .insert(employerRating)
    .values(row)
    .onConflictDoUpdate({
      target: employerRating.placementId,
      set: { mark: row.mark, at: row.at },
    });
}

export function ratingOf(orm: Orm, placementId: string | SQL) {
  return orm
    .select({ mark: employerRating.mark })
    .from(employerRating)
    .where(eq(employerRating.placementId, placementId));
}

export function consentsOf(orm: Orm, placementId: string | SQL) {
  return orm
    .select()
    .from(consent)
    .where(and(eq(consent.placementId, placementId), isNull(consent.takenBackAt)))
    .orderBy(desc(consent.id))
    .limit(5);
}
