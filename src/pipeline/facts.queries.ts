import type { Fact } from './batch/fact.ts';
import type { Snapshot } from './batch/snapshot.ts';
import { followUpRows } from './follow-up/follow-up-facts.queries.ts';
import { heldRows } from './travel/roll-call/held.queries.ts';
import type { Orm, Query } from '../db/orm.ts';

/**
 * The statements that write what belongs to a change, each by the queries of the slice that it is
 * of.
 */
export function factStatements(
  orm: Orm,
  s: Snapshot,
  facts: readonly Fact[],
  by: { actor: string; now: number },
): Query[] {
  return [...heldRows(orm, s.id, facts, by.now), ...followUpRows(orm, s, facts, by)];
}
