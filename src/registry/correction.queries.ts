import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { worker } from './registry.tables.ts';
import { correction } from './person-facts.tables.ts';
import { refuseUnless } from '../db/errors.ts';
import type { Orm, Query } from '../db/orm.ts';

export function insertCorrection(orm: Orm, row: typeof correction.$inferInsert): Query {
  return orm.insert(correction).values(row);
}

/** Corrections that wait for an answer, the oldest first: all, or those of one village. */
export function openCorrections(orm: Orm, villageId: string | null, limit: number) {
  return orm
    .select()
    .from(correction)
    .where(
      and(
        eq(correction.state, 'open'),
        villageId === null ? undefined : eq(correction.villageId, villageId),
      ),
    )
    .orderBy(asc(correction.at))
    .limit(limit);
}

/** How many corrections wait, to a hundred. */
export function waitingCorrections(orm: Orm, villageId: string | null) {
  return orm
    .select({ count: sql<number>`count(*)` })
    .from(openCorrections(orm, villageId, 100).as('waiting'));
}

export function correctionRow(orm: Orm, id: string) {
  return orm.select().from(correction).where(eq(correction.id, id));
}

export function namesOfWorkers(orm: Orm, ids: string[]) {
  return orm
    .select({ id: worker.id, name: worker.name })
    .from(worker)
    .where(inArray(worker.id, sql`(select value from json_each(${JSON.stringify(ids)}))`));
}

type Answer = { id: string; state: 'done' | 'refused'; answer: string; at: number; by: string };

/** Answers a correction, once. */
export function answerCorrection(orm: Orm, { id, state, answer, at, by }: Answer): Query[] {
  return [
    refuseUnless(sql`(select state from correction where id = ${id}) = 'open'`, 'WRONG_STATE'),
    orm
      .update(correction)
      .set({ state, answer, decidedAt: at, decidedBy: by })
      .where(eq(correction.id, id)),
  ];
}
