import { newId } from '../../ids.ts';
import { insertEntry } from '../ledger/ledger.queries.ts';
import { wasExamined } from './exam-day.ts';
import type { examDay } from './health.tables.ts';
import type { Conclusion } from './health-state.ts';
import type { Orm, Query } from '../../db/orm.ts';

type Day = Pick<typeof examDay.$inferSelect, 'id' | 'batchId' | 'priceFen' | 'payer'>;

type Said = Conclusion | 'taken_back' | null;

/**
 * What a conclusion costs, or gives back, given what was said of the same person on that day
 * before.
 */
export function costOf(
  orm: Orm,
  day: Day,
  { placementId, before, now }: { placementId: string; before: Said; now: Said },
  at: number,
  actor: string,
): Query[] {
  const examined = Number(wasExamined(now)) - Number(wasExamined(before));
  const { id: originId, batchId, payer: bearer, priceFen } = day;
  return insertEntry(orm, {
    batchId,
    id: newId(at),
    line: 'medicals',
    kind: 'spent',
    bearer,
    amountFen: examined * priceFen,
    origin: 'exam',
    originId,
    placementId,
    at,
    actor,
  });
}
