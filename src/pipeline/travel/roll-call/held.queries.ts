import { newId } from '../../../ids.ts';
import { type Fact, factsOf } from '../../batch/fact.ts';
import { settleEntries } from './entries.queries.ts';
import { insertHandover } from '../handover/handover.queries.ts';
import type { Orm, Query } from '../../../db/orm.ts';

/** The rows of steps that waited and are decided. */
export function heldRows(orm: Orm, batchId: string, facts: readonly Fact[], now: number): Query[] {
  const settled = factsOf(facts, 'entry_settled').map((fact) => fact.settled);
  const signed = factsOf(facts, 'handover_signed').map((fact) => fact.signed);
  return [
    ...settleEntries(orm, batchId, settled),
    ...signed.map((each) => insertHandover(orm, { id: newId(now), batchId, ...each })),
  ];
}
