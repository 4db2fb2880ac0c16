import { and, eq, isNull } from 'drizzle-orm';
import { link } from '../../access/access.tables.ts';
import { LINK_DAYS } from '../../access/link.ts';
import { atHour, DAY } from '../../clock.ts';
import type { Orm, Query } from '../../db/orm.ts';

/** A day that was put off keeps its link, which lives as long after it as it would have. */
export function prolongLinks(orm: Orm, examDayId: string, heldOn: string): Query {
  return orm
    .update(link)
    .set({ expiresAt: atHour(heldOn, 0) + LINK_DAYS.clinic * DAY })
    .where(and(eq(link.subjectId, examDayId), isNull(link.revokedAt)));
}

export function endLinks(orm: Orm, examDayId: string, at: number): Query {
  return orm
    .update(link)
    .set({ revokedAt: at })
    .where(and(eq(link.subjectId, examDayId), isNull(link.revokedAt)));
}
