import { sql } from 'drizzle-orm';
import { dayOf } from '../../clock.ts';
import { chunks } from '../../db/client.ts';
import { newId } from '../../ids.ts';
import { type Fact, factsOf } from '../batch/fact.ts';
import { placementOf, type Snapshot } from '../batch/snapshot.ts';
import { closeVisitsOf, insertReturn, recountVisits } from './follow-up.queries.ts';
import { visit } from './follow-up.tables.ts';
import type { Orm, Query } from '../../db/orm.ts';

type By = { actor: string; now: number };

/** The rows of what an arrival makes due, and of those who came home. */
export function followUpRows(orm: Orm, s: Snapshot, facts: readonly Fact[], by: By): Query[] {
  const home = factsOf(facts, 'came_home').flatMap(({ placementId, reason }) => [
    closeVisitsOf(orm, placementId, by.now, by.actor),
    insertReturn(orm, {
      id: newId(by.now),
      placementId,
      reason,
      returnedOn: dayOf(by.now),
      at: by.now,
    }),
  ]);
  const due = visitRows(orm, s, facts, by);
  return home.length + due.length > 0 ? [...home, ...due, recountVisits(orm, s.id)] : [];
}

function visitRows(orm: Orm, s: Snapshot, facts: readonly Fact[], { now }: By): Query[] {
  const rows = factsOf(facts, 'visit_due').map(({ placementId, visit: { kind, dueOn } }) => {
    const workerId = placementOf(s, placementId)?.workerId ?? '';
    return {
      id: newId(now),
      placementId,
      batchId: s.id,
      villageId: sql`(select village_id from worker where id = ${workerId})`,
      kind,
      dueOn,
      open: 1,
    };
  });
  return chunks(rows, 14).map((some) => orm.insert(visit).values(some));
}
