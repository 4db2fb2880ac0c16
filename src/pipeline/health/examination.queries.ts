import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { ConclusionGiven } from './fitness.ts';
import { examination } from './health.tables.ts';
import { refuseUnless } from '../../db/errors.ts';
import type { Orm, Query } from '../../db/orm.ts';

/** Everything that was concluded on a day, oldest first; the newest of a person holds. */
export function conclusionsOn(orm: Orm, examDayId: string | SQL) {
  return orm
    .select({
      id: examination.id,
      placementId: examination.placementId,
      conclusion: examination.conclusion,
      restriction: examination.restriction,
      recheckBy: examination.recheckBy,
      at: examination.at,
    })
    .from(examination)
    .where(
      and(
        inArray(
          examination.placementId,
          sql`(select placement_id from exam_booking where exam_day_id = ${examDayId})`,
        ),
        eq(examination.examDayId, examDayId),
      ),
    )
    .orderBy(asc(examination.id));
}

/** What was concluded of somebody elsewhere or on another day: the newest. */
export function standingBefore(orm: Orm, placementId: string, examDayId: string) {
  return orm
    .select({
      restriction: examination.restriction,
      recheckBy: examination.recheckBy,
      healthUntil: examination.validUntil,
    })
    .from(examination)
    .where(and(eq(examination.placementId, placementId), sql`exam_day_id is not ${examDayId}`))
    .orderBy(desc(examination.id))
    .limit(1);
}

/**
 * Refuses a write that was decided on a conclusion which another device has overtaken, with
 * `OTHER_DEVICE`.
 */
export function stillNewest(
  { placementId, examDayId }: { placementId: string; examDayId: string },
  newest: string | null,
): Query {
  return refuseUnless(
    sql`(select max(id) from examination where placement_id = ${placementId}
      and exam_day_id = ${examDayId}) is ${newest}`,
    'OTHER_DEVICE',
  );
}

type ConclusionOf = { id: string; placementId: string; examDayId: string | null };

/** The conclusion as its own row: the placement's columns are only its cache. */
export function insertExamination(
  orm: Orm,
  { id, placementId, examDayId }: ConclusionOf,
  given: ConclusionGiven,
  validUntil: string | null,
  at: number,
): Query {
  return orm.insert(examination).values({ id, placementId, examDayId, ...given, validUntil, at });
}

/** A conclusion taken back: a row of its own, so that what was said before stays on record. */
export function insertTakingBack(
  orm: Orm,
  { id, placementId, examDayId }: ConclusionOf,
  concludedOn: string,
  at: number,
): Query {
  return orm.insert(examination).values({
    id,
    placementId,
    examDayId,
    conclusion: 'taken_back',
    restriction: null,
    recheckBy: null,
    concludedOn,
    validUntil: null,
    at,
  });
}
