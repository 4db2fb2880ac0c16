import { and, eq, isNull } from 'drizzle-orm';
import { link } from '../../../access/access.tables.ts';
import { escort } from '../travel.tables.ts';
import type { Orm, Query } from '../../../db/orm.ts';

export function escortRow(orm: Orm, id: string) {
  return orm.select().from(escort).where(eq(escort.id, id));
}

/** Ends the links of an escort: the lost phone is told so at its next contact. */
export function endEscortLinks(orm: Orm, escortId: string, at: number): Query {
  return orm
    .update(link)
    .set({ revokedAt: at })
    .where(and(eq(link.subjectId, escortId), eq(link.purpose, 'escort'), isNull(link.revokedAt)));
}
